import { inArray, or } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { isToldWith, toldOf } from '#app/access/told.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { parallelDrafts } from '#db/schema/measures.ts'

/** A file that is linked with another as a parallel draft. */
export interface ParallelFile {
  measure: Measure
  /** Whose word this reader has for it. */
  linkedBy: MemberStateCode[]
}

/**
 * The files that either state linked with each of these as parallel drafts, for those who may see both. A
 * link is said by one state, inside its house: others are told of it with what that state releases
 * after, the state whose file it names like any other.
 */
export async function findParallelFiles(
  db: Database,
  actor: Actor,
  files: readonly Measure[],
): Promise<ReadonlyMap<string, ParallelFile[]>> {
  const ids = files.map(({ id }) => id)
  const links = await db
    .select()
    .from(parallelDrafts)
    .where(or(inArray(parallelDrafts.measureId, ids), inArray(parallelDrafts.otherId, ids)))
  const linked = links.flatMap(({ measureId, otherId }) => [measureId, otherId])
  const others = (await findMeasures(db, [...new Set(linked)])).filter(
    (other) => can(actor, 'see-file', fileSubject(other)).ok,
  )
  const linkedWith = (measure: Measure) =>
    others
      .map((other) => ({ measure: other, linkedBy: linkingStates(actor, links, measure, other) }))
      .filter(({ linkedBy }) => linkedBy.length > 0)
      .toSorted((a, b) => (a.measure.reference < b.measure.reference ? -1 : 1))
  return new Map(files.map((measure) => [measure.id, linkedWith(measure)]))
}

function linkingStates(
  actor: Actor,
  links: readonly (typeof parallelDrafts.$inferSelect)[],
  measure: Measure,
  other: Measure,
): MemberStateCode[] {
  const isSaid = (from: Measure, to: Measure) =>
    links.some(
      ({ measureId, otherId, fromVersion }) =>
        measureId === from.id && otherId === to.id && isToldWith(actor, from, fromVersion),
    )
  return [
    ...(isSaid(measure, other) ? [measure.owner] : []),
    ...(isSaid(other, measure) ? [other.owner] : []),
  ]
}

/** The same of one file, as its page names them. */
export async function findParallelDrafts(db: Database, actor: Actor, measure: Measure) {
  const found = await findParallelFiles(db, actor, [measure])
  return (found.get(measure.id) ?? []).map(({ measure: other, linkedBy }) => ({
    reference: other.reference,
    owner: other.owner,
    title: toldOf(actor, other).details.title,
    linkedBy,
  }))
}
