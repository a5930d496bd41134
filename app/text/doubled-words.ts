import { standingLines, type StandingLine } from './standing-lines.ts'
import type { Ancestor, WordHistory } from './word-history.ts'

/**
 * Words that stand twice in a text, since two carried the same ones to different places, or both put
 * the same lost ones in again, who did not know of each other. Whatever order their edits came in, the
 * copy stays that the larger part of a line went along to: of tails of one line it holds the others.
 */

/** The words of one line that stand in another too, which is to stay. */
export interface DoubledWords {
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly words: string
  /** One of the copies is no more as it was when it was made. */
  readonly isChanged: boolean
  /** Whether they can go as they are: all of them are here, and no word is cut that was not before. */
  readonly canGo: boolean
}

/** Fewer letters that are left of a changed copy are not worth a word. */
const leastLeft = 4

/** One character where it stands. */
interface Standing {
  readonly line: StandingLine
  readonly place: number
  readonly at: number
  /** What it was before, the nearest first. */
  readonly ancestors: readonly Ancestor[]
  /** How far behind the beginning of each of these. */
  readonly offset: number
}

/** A character and the copy of it that is to stay. */
interface Spare {
  readonly spare: Standing
  readonly kept: Standing
}

/** In the order in which they are read, at most one for each line. */
export function doubledWords(history: WordHistory): DoubledWords[] {
  const copies = new Map<string, Standing[]>()
  for (const [place, line] of standingLines(history.text).entries()) {
    for (const { at: start, ...units } of line.units) {
      for (const { units: part, ancestors } of history.forked(units)) {
        for (let offset = 0; offset < part.length; offset++) {
          const at = start + part.clock - units.clock + offset
          const root = rootOf(ancestors, offset)
          const known = copies.get(root) ?? []
          copies.set(root, [...known, { line, place, at, ancestors, offset }])
        }
      }
    }
  }
  const spares = [...copies.values()].flatMap((same) => {
    const kept = same.reduce((one, other) => (staysBefore(other, one) ? other : one))
    return same.filter((one) => one !== kept).map((spare) => ({ spare, kept }))
  })
  const places = new Set(spares.map(({ spare }) => spare.place))
  return [...places]
    .toSorted((a, b) => a - b)
    .map((place) => spares.filter(({ spare }) => spare.place === place))
    .flatMap((inLine) => asDoubled(inLine.toSorted((a, b) => a.spare.at - b.spare.at)) ?? [])
}

function rootOf(ancestors: readonly Ancestor[], offset: number): string {
  const { client, clock } = ancestors.at(-1)?.units ?? { client: 0, clock: 0 }
  return `${client} ${clock + offset}`
}

/** Where their ways part, the one stays that more went along with; of two of one length, the earlier. */
function staysBefore(one: Standing, other: Standing): boolean {
  const [ways, others] = [one, other].map(({ ancestors }) =>
    ancestors.map(({ by }) => by).toReversed(),
  )
  const parting = ways?.findIndex((by, index) => by !== others?.[index]) ?? -1
  const [mine, theirs] = [ways?.[parting], others?.[parting]]
  if (!mine || !theirs) return false
  return mine.size === theirs.size ? mine.seq < theirs.seq : mine.size > theirs.size
}

function asDoubled(inLine: readonly Spare[]): DoubledWords | null {
  const [first, last] = [inLine[0], inLine.at(-1)]
  if (!first || !last) return null
  const { line, at: from } = first.spare
  const to = last.spare.at + 1
  const words = line.words.slice(from, to)
  const isOneRun = to - from === inLine.length
  const isWholeLine = isOneRun && words.length === line.words.length
  const isRestored = isOneRun && first.spare.ancestors.at(-1)?.by.restored === inLine.length
  const isChanged =
    !(isWholeLine || isRestored) ||
    !inLine.every(({ kept }, index) => follows(kept, inLine[index - 1]))
  const letters = inLine.filter(({ spare }) => line.words[spare.at]?.trim() !== '').length
  if (letters < (isChanged ? leastLeft : 1)) return null
  const isBetweenWords = !cutsWord(line.words, from) && !cutsWord(line.words, to)
  const canGo = isOneRun && (isBetweenWords || (isRestored && !isChanged))
  return { elementId: line.elementId, from, to, words, isChanged, canGo }
}

/** Whether nothing stands between one that stays and the one before it but the end of a line. */
function follows(kept: Standing, before: Spare | undefined): boolean {
  if (!before) return true
  const { line, place, at } = before.kept
  if (kept.place === place) return kept.at === at + 1
  return at === line.words.length - 1 && kept.at === 0
}

function cutsWord(words: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(words.slice(0, at)) && /^[\p{L}\p{N}]/u.test(words.slice(at))
}
