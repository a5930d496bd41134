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
  type Facet = keyof typeof fits
  const facets: readonly Facet[] = ['issuer', 'category', 'state', 'isCompiled']
  const by = (facet: Facet) => {
    const sums: Record<string, number> = {}
    for (const row of counts) {
      if (!facets.every((other) => other === facet || fits[other](row))) continue
      const value = String(row[facet])
      sums[value] = (sums[value] ?? 0) + row.count
    }
    return sums
  }
  const total = counts
    .filter((row) => facets.every((facet) => fits[facet](row)))
    .reduce((sum, row) => sum + row.count, 0)
  return {
    total,
    issuers: by('issuer'),
    categories: by('category'),
    states: by('state'),
    isCompiled: by('isCompiled'),
  }
}

function isAmong<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value)
}
