import { describe, expect, it } from 'vitest'
import { type FacetCount, facetsOf } from '#app/measures/register-facets.ts'

const counts: FacetCount[] = [
  { issuer: 'NL', category: '3', state: 'in-force', isCompiled: true, count: 5 },
  { issuer: 'NL', category: '4', state: 'in-force', isCompiled: false, count: 2 },
  { issuer: 'ES', category: '4', state: 'ended', isCompiled: false, count: 1 },
]

const nothing = { issuers: [], categories: [], states: [], isCompiled: null }

describe('the filters of the register', () => {
  it('count everything while nothing is chosen', () => {
    expect(facetsOf(counts, nothing)).toEqual({
      total: 8,
      issuers: { NL: 7, ES: 1 },
      categories: { '3': 5, '4': 3 },
      states: { 'in-force': 7, ended: 1 },
      isCompiled: { true: 5, false: 3 },
    })
  })

  it('count in each what another choice would give, the others staying as they are', () => {
    expect(facetsOf(counts, { ...nothing, categories: ['4'], states: ['in-force'] })).toEqual({
      total: 2,
      issuers: { NL: 2 },
      categories: { '3': 5, '4': 2 },
      states: { 'in-force': 2, ended: 1 },
      isCompiled: { false: 2 },
    })
    expect(facetsOf(counts, { ...nothing, isCompiled: true })).toMatchObject({
      total: 5,
      isCompiled: { true: 5, false: 3 },
    })
  })
})
