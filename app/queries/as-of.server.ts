import { isReader } from '#app/access/standing.ts'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import {
  asOf,
  findPeopleThen,
  lastUpdateBy,
  type Moment,
  momentAfter,
  momentAt,
} from '#db/as-of.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findDocumentAt } from '#db/document-log.server.ts'
import { findTextAt } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { findCompiledTable } from './compiled-table.server.ts'
import { findFile, findFilePage } from './file-page.server.ts'
import { findHistory, type HistoryLine } from './history.server.ts'
import { findPositionsPage } from './positions-page.server.ts'

/** A moment as it is asked for: after an act, or at the end of a minute in Brussels. */
export type AskedMoment = { act: number } | { day: string; time: string }

/**
 * A file as it stood: what this person would have been shown then, less what they may not see today. What was
 * released to them later is not shown as it was while it was still inside another house.
 */
export async function findAsOf(
  { db }: Deps,
  actor: Actor,
  reference: string,
  asked: AskedMoment | null,
) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  if (!isReader(actor)) return refuse('not-allowed')
  // Acts that they may know of, and no others, are moments to go to.
  const steps = await findHistory(db, actor, measure, file)
  const moment = await momentOf(db, measure.id, steps, asked)
  if (!moment) return refuse('not-found')
  const stood = await asOf(db, measure.id, moment, actor.delegation, (tx) =>
    readThen(tx, actor, reference, moment, new Set(steps.map(({ id }) => id))),
  )
  return {
    ok: true as const,
    asOf: {
      reference: measure.reference,
      owner: measure.owner,
      // The end of a minute is the first moment of the next.
      at: new Date(moment.at.getTime() - (moment.isAfterAct ? 0 : 1)).toISOString(),
      steps: stepsAround(steps, moment),
      /** Null where this person was not told of the file by then. */
      stood,
    },
  }
}

export type AsOf = Extract<Awaited<ReturnType<typeof findAsOf>>, { ok: true }>['asOf']

function momentOf(
  db: Database,
  measureId: string,
  steps: readonly HistoryLine[],
  asked: AskedMoment | null,
): Promise<Moment | null> | null {
  if (asked && 'day' in asked) return momentAt(db, measureId, asked)
  const act = asked ? asked.act : steps[0]?.id
  return steps.some(({ id }) => id === act) ? momentAfter(db, measureId, act ?? 0) : null
}

/** The act that was the last by then, and those before and after it; newest first, as they are given. */
function stepsAround(steps: readonly HistoryLine[], { eventId }: Moment) {
  const place = steps.findIndex(({ id }) => id <= eventId)
  return {
    all: steps,
    last: steps[place] ?? null,
    before: place < 0 ? null : (steps[place + 1] ?? null),
    after: (place < 0 ? steps.at(-1) : steps[place - 1]) ?? null,
  }
}

/** In a transaction that finds the file as it stood. */
async function readThen(
  tx: Tx,
  actor: Actor,
  reference: string,
  { at }: Moment,
  known: ReadonlySet<number>,
) {
  const deps: Deps = { db: tx }
  const page = await findFilePage(deps, actor, reference)
  if (!page.ok) return null
  const measure = await findMeasureByReference(tx, reference)
  if (!measure) return null
  const file = fileSubject(measure)
  const newest = measure.versions.findLast(
    (version) => can(actor, 'see-version', { file, version }).ok,
  )
  const table = newest ? await findCompiledTable(deps, actor, reference, newest.number) : null
  const isStated = newest && newest.kind !== 'final'
  const positions = isStated ? await findPositionsPage(deps, actor, reference, newest.number) : null
  const { file: shown, ...others } = page
  return {
    page: {
      ...others,
      file: { ...shown, history: shown.history.filter(({ id }) => known.has(id)) },
    },
    table: table?.ok ? table.table : null,
    positions: positions?.ok ? positions.page : null,
    draft: await findDraftThen(tx, actor, reference, at),
    people: await findPeopleThen(tx, actor.delegation, at),
  }
}

/** The draft as it was stored by then, for those who may see drafts of the file. */
async function findDraftThen(
  tx: Tx,
  actor: Actor,
  reference: string,
  at: Date,
): Promise<{ content: Content | null } | null> {
  const measure = await findMeasureByReference(tx, reference)
  if (!measure?.documentId || !can(actor, 'see-draft', fileSubject(measure)).ok) return null
  const seq = await lastUpdateBy(tx, measure.documentId, at)
  if (seq === null) return null
  const document = await findDocumentAt(tx, measure.documentId, seq)
  if (!document) return null
  // Null where it was withheld since.
  return { content: await findTextAt(tx, measure.documentId, seq) }
}
