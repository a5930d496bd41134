import type { AppContext } from './context.ts'
import { formatFor } from '#app/messages/format.ts'
import { findPaperTime } from '#app/queries/paper-time.server.ts'

/** What every paper is made with: the words of a language, the time, and where its links lead. */
export async function paperMaking({ deps, origin }: Pick<AppContext, 'deps' | 'origin'>) {
  return { words: formatFor('en'), now: await findPaperTime(deps), origin }
}
