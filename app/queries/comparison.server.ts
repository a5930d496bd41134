import type { Actor } from '#app/access/actor.ts'
import { can, fileSubject } from '#app/access/policy.ts'
import { measureOnly, readsMeasureOnly } from '#app/access/readable-text.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { TextElement } from '#app/text/elements.ts'
import { type Parameter, writeParameter } from '#app/text/parameters.ts'
import { redline, type RedlineElement } from '#app/text/redline.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { PlaceName } from './discussion.server.ts'
import { readableVersions } from './version-to-read.server.ts'

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
  { db }: Deps,
  actor: Actor,
  reference: string,
  asked: { from: number | null; to: number | null },
) {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const versions = readableVersions(actor, measure)
  const to = asked.to ? versions.find(({ number }) => number === asked.to) : versions.at(-1)
  const from = asked.from
    ? versions.find(({ number }) => number === asked.from)
    : versions.findLast(({ number }) => to && number < to.number)
  if (!from || !to) return refuse('not-found')
  const file = fileSubject(measure)
  const isPart = [from, to].some((version) => readsMeasureOnly(actor, file, version))
  const [before, after] = await Promise.all([side(db, from, isPart), side(db, to, isPart)])
  const { title, marking, releasedAt, commentsBy, coverNote } = await getVersionHeader(db, to.id)
  return {
    ok: true as const,
    comparison: {
      reference: measure.reference,
      owner: measure.owner,
      title,
      marking,
      stage: measure.stage,
      /** The later one, as the head of the page speaks of it. */
      version: {
        number: to.number,
        kind: to.kind,
        releasedAt: releasedAt.toISOString(),
        commentsBy,
        coverNote,
        isRecalled: to.isRecalled,
      },
      versions: versions.map(({ number, kind }) => ({ number, kind })),
      before,
      after,
      lines: redline(before.content, after.content, after.language).map(lineOf),
      may: {
        seeDraft: measure.documentId !== null && can(actor, 'see-draft', fileSubject(measure)).ok,
      },
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
