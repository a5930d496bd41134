import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { initProseMirrorDoc } from 'y-prosemirror'
import { schema } from '#app/text/schema.ts'
import { standingLines } from '#app/text/standing-lines.ts'
import { strandedWords } from '#app/text/stranded-words.ts'
import { struckWords } from '#app/text/struck-words.ts'
import { WordHistory } from '#app/text/word-history.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { cut, joined, split, typed, Writers, type Draw, type Writer } from './concurrent-writers.ts'

/** Each letter is written once, so that a letter says which one it is. */
const lettersFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(first + at)).join('')

const lines = [lettersFrom(0x4e00, 40), lettersFrom(0x4f00, 40)]

function linesOf({ text }: Writer): string[] {
  const found: string[] = []
  initProseMirrorDoc(text, schema).doc.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent)
  })
  return found
}

interface Typed {
  readonly words: string
  /** What stood on either side of it in its line. */
  readonly beside: readonly string[]
}

const countOf = (text: string, letter: string) => text.split(letter).length - 1

const withSplits = ['type', 'strike', 'split'] as const
const withMoves = [...withSplits, 'join', 'move'] as const

function writeAtRandom(count: number, random: Draw, kinds: readonly string[]) {
  const writers = new Writers(count, lines)
  const struck = new Set<string>()
  /** How many copies somebody saw at most, and how often one of them was deleted. */
  const most = new Map<string, number>()
  const deletions = new Map<string, number>()
  const written: Typed[] = []
  for (let turn = 0; turn < 12; turn++) {
    const writer = writers.people[random(count)]
    if (!writer) continue
    if (random(4) === 0) writers.hear(writer)
    const before = linesOf(writer)
    const line = random(before.length || 1)
    const own = before[line] ?? ''
    const at = random(own.length + 1)
    const words = lettersFrom(0x5e00 + 4 * turn, 4)
    const kind = kinds[random(kinds.length)]
    if (kind === 'type') {
      const beside = [own[at - 1], own[at]].filter((one) => one !== undefined)
      written.push({ words, beside })
      writers.edit(writer, typed({ line, at }, words))
    } else if (kind === 'split') writers.edit(writer, split({ line, at }, `s${turn}`))
    else if (kind === 'strike') writers.edit(writer, cut({ line, at }, 1 + random(6)))
    else if (kind === 'join') writers.edit(writer, joined(line))
    else writers.move(writer, line, random(before.length || 1))
    const after = linesOf(writer).join('')
    for (const letter of before.join('')) {
      if (!after.includes(letter)) struck.add(letter)
    }
    for (const letter of new Set(before.join(''))) {
      const seen = countOf(before.join(''), letter)
      const gone = Math.max(0, seen - countOf(after, letter))
      most.set(letter, Math.max(most.get(letter) ?? 0, seen))
      deletions.set(letter, (deletions.get(letter) ?? 0) + gone)
    }
  }
  const history = new WordHistory()
  for (const each of writers.log) history.take(each)
  // Two may each have deleted one of two copies: then nobody has deleted all of them, and all are deleted.
  const deleted = new Set(
    [...most]
      .filter(([letter, copies]) => (deletions.get(letter) ?? 0) >= copies)
      .map(([letter]) => letter),
  )
  return { struck, deleted, written, history }
}

/** The letters of which too little or too much is told. */
function wronglyTold({ struck, deleted, written, history }: ReturnType<typeof writeAtRandom>) {
  const standing = standingLines(history.text)
  const text = standing.map(({ words }) => words).join('')
  const isTwice = (letter: string) => text.split(letter).length > 2
  const lineOf = (letter: string) => standing.find(({ words }) => words.includes(letter))
  const lost = history.lost().flatMap(({ run }) => [...run.words])
  const told = struckWords(history).flatMap(({ words }) => [...words])
  const stranded = strandedWords(history).flatMap(({ words }) => [...words])
  const all = [...lines.join(''), ...written.flatMap(({ words }) => [...words])]
  // What stands in one of two copies alone is told with these.
  const isOfCopy = (letter: string) => [...(lineOf(letter)?.words ?? '')].some(isTwice)
  const places = written.flatMap(({ words: [first = ''], beside }) => {
    const others = beside.filter((one) => text.includes(one) && !stranded.includes(one))
    if (!text.includes(first) || others.length === 0 || [first, ...others].some(isTwice)) return []
    const here = others.filter((one) => lineOf(one) === lineOf(first)).length
    return [{ first, isRight: here === others.length, isWrong: here === 0 }]
  })
  return {
    gone: all.filter(
      (one) => !text.includes(one) && !lost.includes(one) && !struck.has(one) && !deleted.has(one),
    ),
    untold: [
      ...[...struck].filter((one) => text.includes(one) && !told.includes(one) && !isOfCopy(one)),
      ...places.filter(({ first, isWrong }) => isWrong && !stranded.includes(first)),
    ],
    inPlace: [
      ...told.filter((one) => !struck.has(one)),
      ...lost.filter((one) => struck.has(one)),
      ...places.filter(({ first, isRight }) => isRight && stranded.includes(first)),
    ],
  }
}

// In 3 000 texts of each kind no word was gone of which nobody had deleted each copy (DISPLACED_SEED tries others). In
// 10 000 something was untold in 6, 6, 3 and 2 of a hundred, and in 1, 1, 9 and 15 something was told that is in its
// place. 60 texts reach the bounds by chance in fewer than two runs of 10 000.
// Untold are words that somebody carried on who found them where they did not belong, and parts of so few letters
// that they are not known again. Where words stand twice since two joined or moved a line, what is deleted of the
// one copy is told of the other too.
it.each([
  [2, withSplits, 0.25, 0.15],
  [3, withSplits, 0.25, 0.15],
  [2, withMoves, 0.25, 0.25],
  [3, withMoves, 0.25, 0.4],
])(
  'whatever %i people do at once, by %j, a word stands or is told, and is told where it has to be',
  (count, kinds, mostUntold, mostInPlace) => {
    const seed = Number(process.env.DISPLACED_SEED ?? randomInt(2 ** 31))
    console.log(`displaced words seed ${seed}`)
    const random = seededRandom(seed)
    const tally = { runs: 60, untold: 0, inPlace: 0 }
    for (let run = 0; run < tally.runs; run++) {
      const { gone, untold, inPlace } = wronglyTold(writeAtRandom(count, random, kinds))
      expect({ seed, run, gone }).toEqual({ seed, run, gone: [] })
      if (untold.length > 0) tally.untold++
      if (inPlace.length > 0) tally.inPlace++
    }
    console.log('texts of which something is told wrongly', tally)
    expect(tally.untold / tally.runs).toBeLessThan(mostUntold)
    expect(tally.inPlace / tally.runs).toBeLessThan(mostInPlace)
  },
)
