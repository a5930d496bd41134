import { standingLines } from './standing-lines.ts'
import type { WordHistory } from './word-history.ts'

/**
 * Words that stand again since somebody wrote their line anew, as a split or a move does, while another
 * deleted them: the copy had been made before.
 */
export interface Struck {
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly words: string
  /** The update that deleted them. */
  readonly deletedBy: number
}

/** In the order in which they are read. */
export function struckWords(history: WordHistory): Struck[] {
  return standingLines(history.text).flatMap(({ elementId, units, words }) => {
    const ranges: { from: number; to: number; deletedBy: number }[] = []
    for (const { at, ...each } of units) {
      for (const { units: part, deletedBy } of history.struckOut(each)) {
        const from = at + part.clock - each.clock
        const last = ranges.at(-1)
        if (last?.to === from) last.to = from + part.length
        else ranges.push({ from, to: from + part.length, deletedBy })
      }
    }
    return ranges
      .map((range) => ({ elementId, ...range, words: words.slice(range.from, range.to) }))
      .filter((range) => range.words.trim() !== '')
  })
}
