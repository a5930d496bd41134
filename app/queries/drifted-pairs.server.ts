import { eq, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { toldOf } from '#app/access/told.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasureByReference, findMeasures } from '#db/measures.server.ts'
import { measures, parallelDrafts } from '#db/schema/measures.ts'
import { differenceOf, type ParameterDifference } from './compared-lines.ts'
import { type DatedDrift, driftsBetween, readParallelVersions } from './drifts.server.ts'
import { findParallelDrafts } from './parallel-drafts.server.ts'
import { type PlaceName, placeNameOf } from './place-name.ts'

/** Something that two parallel drafts had in common and have no longer. */
export interface DriftLine {
  ours: PlaceName | null
  theirs: PlaceName | null
  parameters: ParameterDifference[]
  by: DatedDrift['by']
}

export function driftLine({ before, after, parameters, by }: DatedDrift): DriftLine {
  return {
    ours: before && placeNameOf(before),
    theirs: after && placeNameOf(after),
    parameters: parameters.map(differenceOf),
    by,
  }
}

/** A pair of files of which something drifted apart. */
export interface DriftedPair {
  reference: string
  title: string
  other: { reference: string; owner: DelegationCode; title: string }
  drifts: DriftLine[]
}

/** What drifted apart between the files of this person's state and those that are linked with them. */
export async function findDriftedPairs(db: Database, actor: Actor): Promise<DriftedPair[]> {
  const linked = await db
    .selectDistinct({ id: measures.id })
    .from(measures)
    .innerJoin(
      parallelDrafts,
      or(eq(parallelDrafts.measureId, measures.id), eq(parallelDrafts.otherId, measures.id)),
    )
    .where(sql`${measures.owner} = ${actor.delegation}`)
  const files = await findMeasures(
    db,
    linked.map(({ id }) => id),
  )
  const pairs = await Promise.all(files.map((measure) => findDriftsOf(db, actor, measure)))
  return pairs.flat()
}

/** What drifted apart between a file and those that are linked with it. */
export async function findDriftsOf(
  db: Database,
  actor: Actor,
  measure: Measure,
): Promise<DriftedPair[]> {
  const links = await findParallelDrafts(db, actor, measure)
  if (links.length === 0) return []
  const ours = await readParallelVersions(db, actor, measure)
  const pairs = await Promise.all(
    links.map(async ({ reference, owner, title }) => {
      const other = await findMeasureByReference(db, reference)
      const theirs = other ? await readParallelVersions(db, actor, other) : []
      const drifts = driftsBetween(ours, theirs).map(driftLine)
      return { other: { reference, owner, title }, drifts }
    }),
  )
  const { title } = toldOf(actor, measure).details
  return pairs
    .filter(({ drifts }) => drifts.length > 0)
    .map((pair) => ({ reference: measure.reference, title, ...pair }))
}
