import type { EntryEnd } from './article-10.ts'
import type { Day } from './measure.ts'

/** What must be known of an edition to say where it stands among those of its entry. */
export interface Edition {
  issuer: string
  key: string
  /** Counts all editions that the issuer adopted under this key, known to somebody or not. */
  edition: number
  measureId: string
  listId: string
  inForceFrom: Day | null
  endedOn: Day | null
  endedBy: EntryEnd | null
  endingMeasureId: string | null
}

/** How the whole list ended, by repeal or expiry; null while it stands. */
export type ListEnd = { on: Day; by: Exclude<EntryEnd, 'amended'> } | null

/**
 * An edition as somebody sees it who knows of some measures only: its number among those that they
 * know, and its end without what they do not know of. Where the amendment that ended it is hidden,
 * it ends for them when a later one that they know replaces it, so that no two editions that they see
 * stand side by side. `named` are all editions of the same issuer and key. The register says the
 * same in SQL (`db/known-ends.server.ts`).
 */
export function asKnown<Known extends Edition>(
  entry: Known,
  named: readonly Edition[],
  listEnd: ListEnd,
  knows: (measureId: string) => boolean,
): Known {
  const known = named.filter(({ measureId }) => knows(measureId))
  const edition = 1 + known.filter((other) => other.edition < entry.edition).length
  if (!entry.endingMeasureId) return { ...entry, edition }

  const later = named.filter(
    ({ listId, edition: number }) => listId === entry.listId && number > entry.edition,
  )
  const isHidden = entry.endedBy === 'amended' && !knows(entry.endingMeasureId)
  const ends = [
    ...(isHidden ? [] : [{ on: entry.endedOn, by: entry.endedBy }]),
    ...later
      .filter((other) => knows(other.measureId) && everApplies(other))
      .map(({ inForceFrom }) => ({ on: inForceFrom, by: 'amended' as const })),
    ...later
      .filter(({ endedBy, endingMeasureId: by }) => endedBy === 'amended' && by && knows(by))
      .map(({ endedOn }) => ({ on: endedOn, by: 'amended' as const })),
    ...(listEnd ? [listEnd] : []),
  ]
  const [first] = ends
    .flatMap(({ on, by }) => (on && by ? [{ on, by }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return { ...entry, edition, endedOn: first?.on ?? null, endedBy: first?.by ?? null }
}

/** Not where its measure, or its list, ended before it would have applied. */
function everApplies({ inForceFrom, endedOn, endedBy }: Edition): boolean {
  return endedBy === 'amended' || !endedOn || !inForceFrom || endedOn > inForceFrom
}
