import type { Actor } from '#app/access/actor.ts'
import { measureOnly, readsMeasureOnly } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { TextElement } from '#app/text/elements.ts'
import { type Parameter, writeParameter } from '#app/text/parameters.ts'
import { redline, type RedlineElement } from '#app/text/redline.ts'
import type { Database } from '#db/client.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { PlaceName } from './discussion.server.ts'
import { readableVersions } from './file-rooms.server.ts'
import { findRoomHead, findVersionToRead } from './version-to-read.server.ts'

export interface ParameterDifference {
  quantity: string | null
  before: string | null
  after: string | null
  change: RedlineElement['parameters'][number]['change']
}

/** One element of two versions set against each other, in the order of the later one. */
export interface ComparedLine {
  id: string
  kind: TextElement['kind']
  status: RedlineElement['status']
  isMoved: boolean
  /** In the later version, or in the earlier one where it was removed. */
  name: PlaceName
  runs: RedlineElement['runs']
  attributes: RedlineElement['attributes']
  parameters: ParameterDifference[]
}

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
      lines: redline(left.content, right.content, right.language).map(lineOf),
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

function lineOf(element: RedlineElement, index: number): ComparedLine {
  const { status, isMoved, runs, attributes, parameters } = element
  const shown = element.after ?? element.before
  if (!shown) throw new Error('a compared element stands in neither text')
  const { kind, section, provision, note, text } = shown
  return {
    id: `${index}`,
    kind,
    status,
    isMoved,
    name: { kind, section, provision, note, text: text.slice(0, 80) },
    runs,
    attributes,
    parameters: parameters.map(({ before, after, change }) => ({
      quantity: quantityOf(after ?? before),
      before: before && writeParameter(before),
      after: after && writeParameter(after),
      change,
    })),
  }
}

function quantityOf(parameter: Parameter | null): string | null {
  return parameter?.quantity ?? null
}
