import type { MemberStateCode } from './delegation-codes.ts'
import type { RegisterState } from './register.ts'

/** How many entries have all of these in common. */
export interface FacetCount {
  issuer: MemberStateCode
  category: string
  state: RegisterState
  isCompiled: boolean
  count: number
}

interface Chosen {
  issuers: readonly MemberStateCode[]
  categories: readonly string[]
  states: readonly RegisterState[]
  isCompiled: boolean | null
}

/**
 * The total, and for each filter what every choice of it would give while the others stay as they
 * are. Nothing chosen in a filter means that it narrows nothing.
 */
export function facetsOf(counts: readonly FacetCount[], chosen: Chosen) {
  const fits = {
    issuer: ({ issuer }: FacetCount) => isAmong(chosen.issuers, issuer),
    category: ({ category }: FacetCount) => isAmong(chosen.categories, category),
    state: ({ state }: FacetCount) => isAmong(chosen.states, state),
    isCompiled: ({ isCompiled }: FacetCount) =>
      chosen.isCompiled === null || chosen.isCompiled === isCompiled,
  }
  const facets = ['issuer', 'category', 'state', 'isCompiled'] as const
  const by: Record<keyof typeof fits, Record<string, number>> = {
    issuer: {},
    category: {},
    state: {},
    isCompiled: {},
  }
  let total = 0
  for (const row of counts) {
    const missed = facets.filter((facet) => !fits[facet](row))
    if (missed.length === 0) total += row.count
    // What one filter alone keeps out is what another choice of that filter would give.
    if (missed.length > 1) continue
    for (const facet of missed.length === 0 ? facets : missed) {
      const value = String(row[facet])
      by[facet][value] = (by[facet][value] ?? 0) + row.count
    }
  }
  return {
    total,
    issuers: by.issuer,
    categories: by.category,
    states: by.state,
    isCompiled: by.isCompiled,
  }
}

function isAmong<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value)
}
