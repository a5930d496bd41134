import { describe, expect, it } from 'vitest'
import { keepWritten } from '#app/text/kept-words.ts'
import { lineOf } from '#app/text/content.ts'
import type { Slice } from '#app/text/slice.ts'

const line = (text: string, id = 'p1'): Slice => [
  { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] },
]
const words = (slice: Slice) => slice.map(lineOf)

describe('what was written for a place whose draft was changed meanwhile', () => {
  it('stays word for word where the draft changed the same words, and these are told', () => {
    const kept = keepWritten(
      line('a resolution of 42 nm or below.'),
      line('a resolution of 44 nm or below.'),
      line('a resolution of the finest line that can be printed of 40 nm or below.'),
    )
    expect(words(kept.slice)).toEqual([
      'a resolution of the finest line that can be printed of 40 nm or below.',
    ])
    expect(kept.changed).toEqual([
      { id: 'p1', now: 'a resolution of 44 nm or below.', isDisputed: true },
    ])
  })

  it('keeps one number that was typed over another', () => {
    const kept = keepWritten(line('of 45 nm'), line('of 42 nm'), line('of 40 nm'))
    expect(words(kept.slice)).toEqual(['of 40 nm'])
    expect(kept.changed).toEqual([{ id: 'p1', now: 'of 42 nm', isDisputed: true }])
  })

  it('has what the draft changed elsewhere in it, which is told too', () => {
    const kept = keepWritten(
      line('a light source below 193 nm and an overlay of 2 nm'),
      line('a light source below 200 nm and an overlay of 2 nm'),
      line('a light source below 193 nm and an overlay of 3 nm'),
    )
    expect(words(kept.slice)).toEqual(['a light source below 200 nm and an overlay of 3 nm'])
    expect(kept.changed).toEqual([
      { id: 'p1', now: 'a light source below 200 nm and an overlay of 2 nm', isDisputed: false },
    ])
  })

  it('tells of nothing where nothing was changed', () => {
    expect(keepWritten(line('one'), line('one'), line('two'))).toMatchObject({ changed: [] })
  })

  it('keeps a line that the draft took out after it was written in another way', () => {
    const kept = keepWritten(line('of 45 nm'), [], line('of 40 nm'))
    expect(words(kept.slice)).toEqual(['of 40 nm'])
    expect(kept.changed).toEqual([{ id: 'p1', now: '', isDisputed: true }])
  })
})
