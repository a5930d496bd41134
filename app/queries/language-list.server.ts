import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { findLanguageEntries } from './next-entries.server.ts'

/** A list of a state or of its language versions. */
export interface LanguageList {
  reference: string
  language: OfficialLanguage
}

/** The entries of a list whose languages are worked on, and whether this person works on them. */
export async function findLanguageList({ db }: Deps, actor: Actor, reference: string) {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const file = fileSubject(measure)
  const permission = can(actor, 'see-languages', file)
  if (!permission.ok) return permission
  const { entries } = await findLanguageEntries(db, actor)
  return {
    ok: true as const,
    measure,
    entries: entries.filter((entry) => entry.measure.id === measure.id),
    mayWork: can(actor, 'work-on-languages', file),
  }
}

/** What this person is told of the file above everything about its languages. */
export function listHeadOf(actor: Actor, measure: Measure) {
  return {
    reference: measure.reference,
    owner: measure.owner,
    title: toldOf(actor, measure).details.title,
  }
}

/** Likewise in one language, without the entries whose act is in it. */
export async function findListInLanguage(
  deps: Deps,
  actor: Actor,
  { reference, language }: LanguageList,
) {
  const list = await findLanguageList(deps, actor, reference)
  if (!list.ok) return list
  const entries = list.entries.filter(({ originalLanguage }) => originalLanguage !== language)
  return entries.length > 0 ? { ...list, entries } : refuse('not-found')
}
