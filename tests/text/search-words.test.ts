import { describe, expect, it } from 'vitest'
import { codesAround, readSearch } from '#app/text/search-words.ts'

describe('what somebody looks for', () => {
  it.each([
    ['3B801', ['3b801'], []],
    ['3b801 f 5', ['3b801.f.5'], []],
    ['3B', ['3b'], []],
    ['3B8', ['3b8'], []],
    ['1B1901', ['1b1901'], []],
    ['8486 20', ['8486 20'], []],
    ['scanner overlay', [], ['scanner', 'overlay']],
    ['3B801 overlay', ['3b801'], ['overlay']],
    ['≤ 1.50 nm', [], ['1.50', 'nm']],
    ['wafers of 3000 nm', [], ['wafers', 'of', '3000', 'nm']],
    ['Überwachung', [], ['überwachung']],
    ["x' & !(drop) <-> |", [], ['x', 'drop']],
    ['', [], []],
  ])('%s', (typed, codes, words) => {
    expect(readSearch(typed)).toEqual({ codes, words })
  })

  it('is found in the entries that a point stands in', () => {
    expect(codesAround('3b801.f.5')).toEqual(['3b801', '3b801.f'])
    expect(codesAround('3b801')).toEqual([])
  })
})
