import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import { standing } from '#app/measures/compilation-succession.ts'
import {
  type CompilationChange,
  doubtsAbout,
  nextCompilation,
} from '#app/measures/next-compilation.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { type CompilableEntry, findCompilableEntries } from '#db/commission-desk.server.ts'
import { findCompilations, findCompiledEntryIds } from '#db/compilations.server.ts'
import { knowsWhere } from '#db/known-ends.server.ts'
import { findOriginalLanguages } from '#db/languages.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { isVisible } from './told-files.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/** The next compilation as it would be today, as this person may know it: entry by entry against the last one. */
export async function findNextEntries(db: Database, actor: Actor) {
  const [{ today }, recorded] = await Promise.all([databaseTime(db), findCompilations(db)])
  const last = standing(recorded.toReversed()).at(-1) ?? null
  const { named, visible, measures } = await findFrom(db, actor, last)
  return { today, recorded, last, measures, rows: nextCompilation(visible, named, today) }
}

/** A corrigendum as far as it is prepared: what it corrects, entry by entry, and what else could stand in it. */
export async function findEntriesToCorrect(db: Database, actor: Actor, corrects: string) {
  const [{ today }, recorded] = await Promise.all([databaseTime(db), findCompilations(db)])
  const corrected = recorded.find(({ id }) => id === corrects)
  if (!corrected) return null
  const { named, visible } = await findFrom(db, actor, corrected)
  const rows = visible.map((entry) => ({
    entry,
    change: named.has(entry.id) ? ('unchanged' as const) : ('not-offered' as const),
    doubts: named.has(entry.id) ? [] : doubtsAbout(entry, today),
  }))
  return { today, recorded, corrected, rows }
}

async function findFrom(db: Database, actor: Actor, last: { id: string } | null) {
  const candidates = await findCompilableEntries(
    db,
    knowsWhere(isVisible(db, actor)),
    last?.id ?? null,
  )
  const [named, found] = await Promise.all([
    last ? findCompiledEntryIds(db, last.id) : [],
    findVisible(db, actor, candidates),
  ])
  return { named: new Set(named), ...found }
}

async function findVisible(db: Database, actor: Actor, candidates: readonly CompilableEntry[]) {
  const ids = candidates.flatMap(({ measureId, listId }) => [measureId, listId])
  const found = await findMeasures(db, [...new Set(ids)])
  const measures = new Map<string, Measure>(
    found
      .filter((measure) => can(actor, 'see-file', fileSubject(measure)).ok)
      .map((measure) => [measure.id, measure]),
  )
  const shown = candidates.filter(({ measureId }) => measures.has(measureId))
  return { measures, visible: await withVisibleEnds(db, actor, shown) }
}

/** What a changed entry is to the work on its languages: it may be prepared before it is in force. */
export interface LanguageEntry extends CompilableEntry {
  /** In which its act is (ISO 639-1). */
  originalLanguage: string
  change: CompilationChange
  /** Whether the next compilation would name it today. */
  isOffered: boolean
  /** The list that it belongs to, or the file that brought it where this person may not know of the list. */
  measure: Measure
}

/** The entries whose language versions are worked on: all that the next compilation names, or will name. */
export async function findLanguageEntries(db: Database, actor: Actor) {
  const { today, last, measures, rows } = await findNextEntries(db, actor)
  const worked = rows.filter(
    ({ entry, change }) => change !== 'removed' && (change !== 'not-offered' || entry.wasNotified),
  )
  const languages = await findOriginalLanguages(
    db,
    worked.map(({ entry }) => entry.id),
  )
  const entries = worked.flatMap(({ entry, change, doubts }): LanguageEntry[] => {
    const measure = measures.get(entry.listId) ?? measures.get(entry.measureId)
    const originalLanguage = languages.get(entry.id)
    const isPast = doubts.includes('ended') || doubts.includes('past-last-day')
    if (!measure || !originalLanguage || isPast) return []
    return [{ ...entry, originalLanguage, change, isOffered: change !== 'not-offered', measure }]
  })
  return { today, last, entries }
}
