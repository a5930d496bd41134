import { eq, or } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { isToldWith, toldOf } from '#app/access/told.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { parallelDrafts } from '#db/schema/measures.ts'

/**
 * The files that either state linked with this one as parallel drafts, for those who may see both. A
 * link is said by one state, inside its house: others are told of it with what that state releases
 * after, the state whose file it names like any other.
 */
export async function findParallelDrafts(db: Database, actor: Actor, measure: Measure) {
  const links = await db
    .select()
    .from(parallelDrafts)
    .where(or(eq(parallelDrafts.measureId, measure.id), eq(parallelDrafts.otherId, measure.id)))
  const ids = links.map((link) => (link.measureId === measure.id ? link.otherId : link.measureId))
  const others = (await findMeasures(db, [...new Set(ids)])).filter(
    (other) => can(actor, 'see-file', fileSubject(other)).ok,
  )
  return others
    .map((other) => {
      const between = links.filter(({ measureId, otherId }) =>
        [measureId, otherId].includes(other.id),
      )
      const linking = [measure, other].filter((file) =>
        between.some(
          (link) => link.measureId === file.id && isToldWith(actor, file, link.fromVersion),
        ),
      )
      return {
        reference: other.reference,
        owner: other.owner,
        title: toldOf(actor, other).details.title,
        /** Whose word this reader has for it. */
        linkedBy: linking.map(({ owner }) => owner),
      }
    })
    .filter(({ linkedBy }) => linkedBy.length > 0)
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
}
