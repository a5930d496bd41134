import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gathered, type Merged, mergeItems, standing } from '#app/text/merge-words.ts'
import { wordsOf } from '#app/text/redline-words.ts'

/** Lines laid over each other word by word, as those of a proposal are. */
const mergeWords = (base: string, now: string, proposed: string): Merged<string>[] =>
  mergeItems(wordsOf(base), wordsOf(now), wordsOf(proposed), (word) => word).map((part) => ({
    ...part,
    base: part.base.join(''),
    now: part.now.join(''),
    proposed: part.proposed.join(''),
  }))

const mergedText = (parts: readonly Merged<string>[]) => parts.map(standing).join('')

const conflictsIn = (base: string, now: string, proposed: string) =>
  mergeWords(base, now, proposed)
    .filter(({ kind }) => kind === 'conflict')
    .map(({ base, now, proposed }) => [base, now, proposed])

describe('three texts laid over each other in words', () => {
  it('keep what each of the two changed', () => {
    const base = 'a chuck overlay of 1.50 nm or less'
    const parts = mergeWords(
      base,
      'a dedicated chuck overlay of 1.50 nm or less',
      'a chuck overlay of 1.40 nm or less',
    )
    expect(mergedText(parts)).toBe('a dedicated chuck overlay of 1.40 nm or less')
    expect(parts.some(({ kind }) => kind === 'conflict')).toBe(false)
  })

  it('leave to a person what both changed, in whole words and numbers', () => {
    expect(conflictsIn('overlay ≤ 1.50 nm', 'overlay ≤ 1.60 nm', 'overlay ≤ 1.40 nm')).toEqual([
      ['1.50', '1.60', '1.40'],
    ])
  })

  it('know who took something out, also where the same words follow', () => {
    const [first] = mergeWords('nm nm of', 'nm of', 'nm nm of')
    expect(mergedText(mergeWords('nm nm of', 'nm of', 'nm nm of'))).toBe('nm of')
    expect(mergedText(mergeWords('nm nm of', 'nm nm of', 'nm of'))).toBe('nm of')
    expect(first).toBeDefined()
  })

  it('are told change by change, and not word by word', () => {
    const parts = gathered(
      mergeWords('but not exceeding 2.40 nm', 'but below 2.40 nm', 'but not exceeding 2.00 µm'),
    )
    expect(parts.map(({ by, base, now, proposed }) => [by, base, now, proposed])).toEqual([
      [null, 'but ', 'but ', 'but '],
      ['now', 'not exceeding', 'below', 'not exceeding'],
      [null, ' ', ' ', ' '],
      ['proposed', '2.40 nm', '2.40 nm', '2.00 µm'],
    ])
  })

  it('are at one where both changed alike', () => {
    const parts = mergeWords('below 5 nm', 'below 4 nm', 'below 4 nm')
    expect(parts.map(({ kind, by }) => [kind, by])).toContainEqual(['changed', 'both'])
    expect(mergedText(parts)).toBe('below 4 nm')
  })
})

/** Who changed a part, as its words show. */
function changersOf({ base, now, proposed }: Merged<string>): Pick<Merged<string>, 'kind' | 'by'> {
  if (now === proposed) {
    return now === base ? { kind: 'same', by: null } : { kind: 'changed', by: 'both' }
  }
  if (proposed === base) return { kind: 'changed', by: 'now' }
  return now === base ? { kind: 'changed', by: 'proposed' } : { kind: 'conflict', by: null }
}

/** Few words, so that they stand in a text several times. */
const text = array(constantFrom('nm', 'of', 'lens', '1.5', '≤'), { maxLength: 9 }).map((words) =>
  words.join(' '),
)
const seed = Number(process.env.MERGE_SEED ?? 20261129)
const runs = { numRuns: 1_000, seed }

describe(`any three texts (seed ${seed})`, () => {
  it('are all there in the parts, whole and in order', () => {
    assert(
      property(text, text, text, (base, now, proposed) => {
        const merged = mergeWords(base, now, proposed)
        for (const parts of [merged, gathered(merged)]) {
          expect(parts.map((part) => part.base).join('')).toBe(base)
          expect(parts.map((part) => part.now).join('')).toBe(now)
          expect(parts.map((part) => part.proposed).join('')).toBe(proposed)
        }
      }),
      runs,
    )
  })

  it('say truly who changed what', () => {
    assert(
      property(text, text, text, (base, now, proposed) => {
        const parts = mergeWords(base, now, proposed)
        expect(parts.map(({ kind, by }) => ({ kind, by }))).toEqual(parts.map(changersOf))
      }),
      runs,
    )
  })

  it('give the proposal where nothing else changed, and what is there now where nothing was proposed', () => {
    assert(
      property(text, text, (base, other) => {
        expect(mergedText(mergeWords(base, base, other))).toBe(other)
        expect(mergedText(mergeWords(base, other, base))).toBe(other)
        expect(conflictsIn(base, base, other)).toEqual([])
        expect(conflictsIn(base, other, base)).toEqual([])
        expect(conflictsIn(base, other, other)).toEqual([])
      }),
      runs,
    )
  })

  it('come to the same whichever of the two is called the proposal, where there is no conflict', () => {
    assert(
      property(text, text, text, (base, now, proposed) => {
        if (conflictsIn(base, now, proposed).length > 0) return
        expect(mergedText(mergeWords(base, now, proposed))).toBe(
          mergedText(mergeWords(base, proposed, now)),
        )
      }),
      runs,
    )
  })
})
