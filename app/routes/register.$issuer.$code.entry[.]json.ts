import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerOfEntry } from '#app/http/entry-answers.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { onDay } from '#app/open-data/parameters.ts'
import { entryAnswer } from '#app/open-data/schemas.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

/**
 * Whether an item is controlled in a state on a day (`on`; today unless told), and on which basis, with
 * all editions of its entry. Asked as the public asks; that nothing is found is no answer to that.
 */
export async function loader(asked: LoaderFunctionArgs) {
  const { context, params } = asked
  const read = openData.read(asked, onDay)
  if (!read.ok) return read.refused
  const { issuer = '', code = '' } = params
  const entry = await findRegisterEntry(context.deps, null, issuer, code, read.values.on)
  const answer = entry.ok ? answerOfEntry(entry, context.origin) : null
  if (!answer) return openData.refused(asked, 'not-found')
  return openData.json(asked, entryAnswer, answer)
}
