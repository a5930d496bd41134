import { describe, expect, it } from 'vitest'
import { Kept } from '#db/kept.server.ts'

describe('what is kept', () => {
  it('is what was asked for last, up to its weight', () => {
    const kept = new Kept<string>(10)
    kept.keep('a', 'A', 4)
    kept.keep('b', 'B', 4)
    expect(kept.get('a')).toBe('A')
    kept.keep('c', 'C', 4)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C'])
  })

  it('weighs a value once, however often it is kept', () => {
    const kept = new Kept<string>(10)
    for (let time = 0; time < 5; time++) kept.keep('a', 'A', 6)
    kept.keep('b', 'B', 4)
    expect([kept.get('a'), kept.get('b')]).toEqual(['A', 'B'])
  })

  it('is nothing where one value is heavier than all that may be', () => {
    const kept = new Kept<string>(10)
    kept.keep('a', 'A', 11)
    expect(kept.get('a')).toBeUndefined()
    kept.keep('b', 'B', 10)
    expect(kept.get('b')).toBe('B')
  })
})
