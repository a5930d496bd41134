import { eq, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { toldOf } from '#app/access/told.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { measures, parallelDrafts } from '#db/schema/measures.ts'
import { differenceOf, type ParameterDifference } from './compared-lines.ts'
import { type DatedDrift, driftsBetween, readParallelVersions } from './drifts.server.ts'
import { findParallelFiles } from './parallel-drafts.server.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'

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
  return driftsAmong(db, actor, files)
}

/** What drifted apart between a file and those that are linked with it. */
export function findDriftsOf(db: Database, actor: Actor, measure: Measure): Promise<DriftedPair[]> {
  return driftsAmong(db, actor, [measure])
}

async function driftsAmong(
  db: Database,
  actor: Actor,
  files: readonly Measure[],
): Promise<DriftedPair[]> {
  const parallels = await findParallelFiles(db, actor, files)
  const pairs = await Promise.all(
    files.flatMap((measure) =>
      (parallels.get(measure.id) ?? []).map(async ({ measure: other }): Promise<DriftedPair> => {
        const [ours, theirs] = await Promise.all([
          readParallelVersions(db, actor, measure),
          readParallelVersions(db, actor, other),
        ])
        return {
          reference: measure.reference,
          title: toldOf(actor, measure).details.title,
          other: {
            reference: other.reference,
            owner: other.owner,
            title: toldOf(actor, other).details.title,
          },
          drifts: driftsBetween(ours, theirs).map(driftLine),
        }
      }),
    ),
  )
  return pairs.filter(({ drifts }) => drifts.length > 0)
}
