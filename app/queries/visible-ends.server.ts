import type { Visitor } from '#app/access/actor.ts'
import { can, fileSubject } from '#app/access/policy.ts'
import type { Database, Tx } from '#db/client.server.ts'
import type { RegisteredEntry } from '#db/entries.server.ts'
import { findMeasures } from '#db/measures.server.ts'

/**
 * The same entries, without an end that tells of an amendment which this person may not see: until
 * it is notified or published, nobody else learns that there is one.
 */
export async function withVisibleEnds<Entry extends RegisteredEntry>(
  db: Database | Tx,
  visitor: Visitor,
  found: readonly Entry[],
): Promise<Entry[]> {
  const ending = found.flatMap(({ endedBy, endingMeasureId }) =>
    endedBy === 'amended' && endingMeasureId ? [endingMeasureId] : [],
  )
  const amendments = await findMeasures(db, [...new Set(ending)])
  const seen = new Set(
    amendments
      .filter((amendment) => can(visitor, 'see-file', fileSubject(amendment)).ok)
      .map(({ id }) => id),
  )
  return found.map((entry) => {
    const isHidden =
      entry.endedBy === 'amended' && !(entry.endingMeasureId && seen.has(entry.endingMeasureId))
    return isHidden ? { ...entry, endedOn: null, endedBy: null } : entry
  })
}
