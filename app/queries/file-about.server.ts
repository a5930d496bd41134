import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Measure } from '#app/measures/measure.ts'
import { findLanguage } from '#db/files.server.ts'
import { findChangeableMeasures } from './changeable-measures.server.ts'

/**
 * The kind of a file, its original language and what it changes, with what else could be chosen;
 * null once a version was released, for then they stay.
 */
export async function findAbout(deps: Deps, actor: Actor, measure: Measure) {
  if (measure.versions.length > 0) return null
  const [originalLanguage, changeable] = await Promise.all([
    findLanguage(deps.db, measure.id),
    findChangeableMeasures(deps, actor),
  ])
  const changed = changeable.find(({ id }) => id === measure.changes)
  return { kind: measure.kind, originalLanguage, changes: changed?.reference, changeable }
}
