import type { EntryEnd } from './article-10.ts'
import type { DelegationCode } from './delegation-codes.ts'
import type { Day } from './measure.ts'

/** Why an entry is not offered for the next compilation. It can be recorded all the same. */
export const compilationDoubts = ['not-notified', 'not-in-force', 'ended', 'past-last-day'] as const
export type CompilationDoubt = (typeof compilationDoubts)[number]

interface Candidate {
  id: string
  issuer: DelegationCode
  key: string
  wasNotified: boolean
  inForceFrom: Day | null
  endedOn: Day | null
  endedBy: EntryEnd | null
  lastDay: Day | null
}

export type CompilationChange = 'unchanged' | 'new' | 'changed' | 'removed' | 'not-offered'

/** What keeps an entry from being offered on a day: only what was notified and is in force is. */
export function doubtsAbout(entry: Candidate, on: Day): CompilationDoubt[] {
  const applies: Record<CompilationDoubt, boolean> = {
    'not-notified': !entry.wasNotified,
    'not-in-force': entry.inForceFrom === null || entry.inForceFrom > on,
    ended: entry.endedOn !== null && entry.endedOn <= on,
    'past-last-day': entry.lastDay !== null && entry.lastDay < on,
  }
  return compilationDoubts.filter((doubt) => applies[doubt])
}

/** What takes an entry out of the compilation. That something was not recorded does not. */
const removing: ReadonlySet<CompilationDoubt> = new Set(['ended', 'past-last-day'])

/**
 * The difference between the last compilation and one of today, entry by entry. An edition that
 * takes the place of one that the last compilation names is a change of that entry. What stands in
 * it stays until it has ended, whatever of its record is missing here.
 */
export function nextCompilation<Entry extends Candidate>(
  candidates: readonly Entry[],
  last: ReadonlySet<string>,
  on: Day,
): { entry: Entry; change: CompilationChange; doubts: CompilationDoubt[] }[] {
  const named = new Set(
    candidates.filter(({ id }) => last.has(id)).map(({ issuer, key }) => `${issuer} ${key}`),
  )
  return candidates.map((entry) => {
    const doubts = doubtsAbout(entry, on)
    return { entry, doubts, change: changeOf(entry, doubts) }
  })

  function changeOf(entry: Entry, doubts: CompilationDoubt[]): CompilationChange {
    if (last.has(entry.id)) {
      return doubts.some((doubt) => removing.has(doubt)) ? 'removed' : 'unchanged'
    }
    if (doubts.length > 0) return 'not-offered'
    return named.has(`${entry.issuer} ${entry.key}`) ? 'changed' : 'new'
  }
}
