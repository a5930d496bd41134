import type { Visitor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { asKnown, type Edition } from '#app/measures/known-editions.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findListEnds, findNamedEditions, type RegisteredEntry } from '#db/entries.server.ts'
import { findMeasures } from '#db/measures.server.ts'

/**
 * The same entries as this person may know them: their numbers and their ends tell of no amendment
 * that they may not see. Until it is notified or published, nobody else learns that there is one.
 */
export async function withVisibleEnds<Entry extends RegisteredEntry>(
  db: Database | Tx,
  visitor: Visitor,
  found: readonly Entry[],
): Promise<Entry[]> {
  const named = await findNamedEditions(db, found)
  const mentioned = named.flatMap(({ measureId, endingMeasureId }) =>
    endingMeasureId ? [measureId, endingMeasureId] : [measureId],
  )
  const [listEnds, files] = await Promise.all([
    findListEnds(
      db,
      found.map(({ listId }) => listId),
    ),
    findMeasures(db, [...new Set(mentioned)]),
  ])
  const known = new Set(
    files.filter((file) => can(visitor, 'see-file', fileSubject(file)).ok).map(({ id }) => id),
  )
  const byName = new Map<string, Edition[]>()
  for (const edition of named) {
    const name = nameOf(edition)
    byName.set(name, [...(byName.get(name) ?? []), edition])
  }
  return found.map((entry) =>
    asKnown(
      entry,
      byName.get(nameOf(entry)) ?? [],
      listEnds.get(entry.listId) ?? null,
      (measureId) => known.has(measureId),
    ),
  )
}

function nameOf({ issuer, key }: Pick<Edition, 'issuer' | 'key'>): string {
  return `${issuer} ${key}`
}
