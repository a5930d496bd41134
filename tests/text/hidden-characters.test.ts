import { describe, expect, it } from 'vitest'
import { asOneLine, hasTurnedDirection, withoutHidden } from '#app/text/hidden-characters.ts'

describe('hidden characters', () => {
  it('go, whatever turns the direction or has no width', () => {
    const hidden = '\u00ad\u061c\u200b\u200c\u200d\u200e\u202e\u2060\u2067\ufeff'
    expect([...hidden].map((one) => withoutHidden(`a${one}b`))).toEqual([...hidden].map(() => 'ab'))
  })

  it('are also those that only look like nothing, tags, and what varies another character', () => {
    const hidden = [
      '\u115f',
      '\u1160',
      '\u3164',
      '\uffa0',
      '\u2800',
      '\ufe0f',
      '\u{e0041}',
      '\u{e0100}',
    ]
    expect(hidden.map((one) => withoutHidden(`a${one}b`))).toEqual(hidden.map(() => 'ab'))
    expect(hidden.map((one) => asOneLine(one + one))).toEqual(hidden.map(() => ''))
  })

  it('leave no line on which nothing can be seen, and no letter under a tower of marks', () => {
    expect(asOneLine('\u0301\u0302')).toBe('')
    expect(asOneLine(`Zal${'\u0335'.repeat(290)}go`)).toBe(`Zal${'\u0335'.repeat(8)}go`)
  })

  it('are told apart: a direction is a trap, a joiner is not', () => {
    expect(hasTurnedDirection('15 \u202e51')).toBe(true)
    expect(hasTurnedDirection('a\u2069b')).toBe(true)
    expect(hasTurnedDirection('a\u200db, Übergang, ≤ 1.50 nm, ΑΒΓ, Българ')).toBe(false)
  })

  it('leave a line of any official language as it is, composed and with single spaces', () => {
    const titles = [
      'Ελληνικός κατάλογος',
      'Списък за контрол',
      'Liosta náisiúnta',
      'l·l, ġ, ř, ő, ș',
    ]
    expect(titles.map(asOneLine)).toEqual(titles)
    expect(asOneLine('  Cafe\u0301\u00a0 of\t\n two   lines ')).toBe('Café of two lines')
    expect(asOneLine('\u200b \u2060\u202e')).toBe('')
  })
})
