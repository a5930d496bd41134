import type { Actor } from '#app/access/actor.ts'
import { measureOnly, readsMeasureOnly } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { redline } from '#app/text/redline.ts'
import type { Database } from '#db/client.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import { comparedLines } from './compared-lines.ts'
import { readableVersions } from './file-rooms.server.ts'
import { findRoomHead, findVersionToRead } from './version-to-read.server.ts'

/** Two versions of a file that this person may read both; the same answer where one is not theirs. */
export async function findComparison(
  deps: Deps,
  actor: Actor,
  reference: string,
  asked: { from: number | null; to: number | null },
) {
  const later = await findVersionToRead(deps, actor, reference, asked.to)
  if (!later.ok) return later
  const { measure, file, version: to } = later
  const before = readableVersions(actor, measure).findLast(({ number }) => number < to.number)
  const earlier = asked.from ?? before?.number ?? null
  if (earlier === null) return refuse('not-found')
  const found = await findVersionToRead(deps, actor, reference, earlier)
  if (!found.ok) return refuse(found.reason, 'from')
  const isPart = [found.version, to].some((version) => readsMeasureOnly(actor, file, version))
  const [head, left, right] = await Promise.all([
    // The head of the page speaks of the later one.
    findRoomHead(deps, actor, later),
    side(deps.db, found.version, isPart),
    side(deps.db, to, isPart),
  ])
  return {
    ok: true as const,
    comparison: {
      ...head,
      before: left,
      after: right,
      lines: comparedLines(redline(left.content, right.content, right.language, left.language)),
    },
  }
}

export type Comparison = Extract<
  Awaited<ReturnType<typeof findComparison>>,
  { ok: true }
>['comparison']

/** Where one side is read in part, so is the other: nothing then seems to have been removed. */
async function side(db: Database, version: Version, isPart: boolean) {
  const { content, language } = await getVersionText(db, version)
  const shown = isPart ? measureOnly(content) : content
  return { number: version.number, kind: version.kind, content: shown, language }
}
