import type { EntryEnd } from './article-10.ts'
import type { ListEnd } from './known-editions.ts'
import type { Day } from './measure.ts'

/** What the ends of the editions of one list follow from. */
export interface BegunEdition {
  id: string
  /** The measure that brought it: the list, or an amendment of it. */
  measureId: string
  previousId: string | null
  inForceFrom: Day | null
  /** The adopted amendments whose texts end it, in the order of their adoption. */
  endingMeasureIds: readonly string[]
}

/** Of the list and of each amendment. */
export interface ActDays {
  inForceOn: Day | null
  end: ListEnd
}

export interface EditionEnd {
  endedOn: Day | null
  endedBy: EntryEnd | null
  /** The amendment that ends it, or will; null where none does. */
  endingMeasureId: string | null
}

/**
 * How every edition of a list ends, out of the days that are recorded, in whichever order they were. It ends
 * with the list, with the amendment that brought it, or when what takes its place applies. An amendment that
 * ends on the day on which it would apply, or before, never amended anything: what it brought never
 * applies, and what it would have replaced stands on, up to what a later amendment makes of that. One that
 * ends afterwards revives nothing: only another act could.
 */
export function endsOfEditions(
  editions: readonly BegunEdition[],
  listId: string,
  acts: ReadonlyMap<string, ActDays>,
): Map<string, EditionEnd> {
  const endOf = (measureId: string) => acts.get(measureId)?.end ?? null
  const nexts = new Map(editions.map((next) => [`${next.previousId} ${next.measureId}`, next]))

  function replacements({ id, endingMeasureIds }: BegunEdition): Replacement[] {
    return endingMeasureIds.flatMap((by) => {
      const next = nexts.get(`${id} ${by}`)
      const on = next?.inForceFrom ?? acts.get(by)?.inForceOn ?? null
      if (!endsBefore(endOf(by), on)) return [{ by, on }]
      return next ? replacements(next) : []
    })
  }

  function endOfEdition(edition: BegunEdition): EditionEnd {
    const whole = endOf(listId)
    const own = edition.measureId === listId ? null : endOf(edition.measureId)
    const replaced = endsBefore(own, edition.inForceFrom) ? null : firstOf(replacements(edition))
    const amended = replaced?.on ? { on: replaced.on, by: 'amended' as const } : null
    const first = firstOf([whole, own, amended].filter((end) => end !== null))
    return {
      endedOn: first?.on ?? null,
      endedBy: first?.by ?? null,
      endingMeasureId: replaced?.by ?? null,
    }
  }

  return new Map(editions.map((edition) => [edition.id, endOfEdition(edition)]))
}

interface Replacement {
  by: string
  on: Day | null
}

function endsBefore(end: ListEnd, applies: Day | null): boolean {
  return end !== null && applies !== null && end.on <= applies
}

/** Of those of one day the one named first; those of no day come last. */
function firstOf<End extends { on: Day | null }>(ends: readonly End[]): End | null {
  const [first] = ends.toSorted((a, b) => {
    if (a.on === b.on) return 0
    if (a.on === null || b.on === null) return a.on === null ? 1 : -1
    return a.on < b.on ? -1 : 1
  })
  return first ?? null
}
