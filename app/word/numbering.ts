import type { LabelKind } from './labels.ts'
import { plainWords } from './words.ts'
import { elementsIn, find, valueOf, type XmlElement } from './xml.ts'

interface Level {
  readonly format: string
  /** `%1.%2)`: numbers of the levels, and what stands around them. */
  readonly text: string
  readonly start: number
  /** The style that counts at this level without saying so itself. */
  readonly style: string | null
}

interface List {
  /** Lists made from one definition count on together. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew here. */
  readonly restarts: ReadonlyMap<number, number>
}

/** How a paragraph of a list is counted. */
export interface Numbered {
  readonly list: string
  readonly level: number
  readonly isBullet: boolean
  /** As printed, with what stands around it: `a)`, `2.1.`, `•`. */
  readonly mark: string
  /** The letter or number of its own level: `a`; empty where it is not counted. */
  readonly label: string
  readonly isDecimal: boolean
  /** What its level counts in; null for what points do not. */
  readonly kind: LabelKind | null
}

const kinds: Readonly<Record<string, LabelKind>> = {
  lowerLetter: 'letter',
  lowerRoman: 'roman',
  decimal: 'number',
}

const deepest = 8

/** Counts the paragraphs of lists as Word prints them, in the order in which they are read. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #byStyle: ReadonlyMap<string, { numId: string; level: number }>
  /** The last number of each level, by what counts together. */
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()

  constructor(root: XmlElement | null) {
    this.#lists = readLists(root)
    const byStyle = new Map<string, { numId: string; level: number }>()
    for (const [numId, { levels }] of this.#lists) {
      for (const [level, { style }] of levels) if (style) byStyle.set(style, { numId, level })
    }
    this.#byStyle = byStyle
  }

  levelOfStyle(style: string): number | null {
    return this.#byStyle.get(style)?.level ?? null
  }

  /** Null where the paragraph is in no list, or in one that prints nothing. */
  count(numId: string, written: number): Numbered | null {
    const list = this.#lists.get(numId)
    const level = Math.min(Math.max(written, 0), deepest)
    const own = list?.levels.get(level)
    if (!list || !own) return null
    const counters = this.#countersOf(numId, list)
    const number = (counters[level] ?? own.start - 1) + 1
    counters[level] = number
    counters.length = level + 1
    const isBullet = own.format === 'bullet'
    const mark = isBullet ? '•' : printed(own.text, list, counters)
    // Words that stand before the paragraph uncounted, such as the title of a note; or nothing.
    const isUncounted = own.format === 'none'
    if (isUncounted && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(mark)) return null
    const label = isBullet || isUncounted ? '' : inFormat(number, own.format)
    const isDecimal = own.format === 'decimal'
    const kind = kinds[own.format] ?? null
    return { list: list.counts, level, isBullet, mark, label, isDecimal, kind }
  }

  #countersOf(numId: string, { counts, restarts }: List): (number | undefined)[] {
    const counters = this.#counters.get(counts) ?? []
    this.#counters.set(counts, counters)
    if (!this.#started.has(numId)) {
      this.#started.add(numId)
      for (const [level, start] of restarts) counters[level] = start - 1
    }
    return counters
  }
}

function printed(text: string, { levels }: List, counters: readonly (number | undefined)[]) {
  const mark = text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const { format = 'decimal', start = 1 } = levels.get(level) ?? {}
    return inFormat(counters[level] ?? start, format)
  })
  return plainWords(mark).trim()
}

function readLists(root: XmlElement | null): Map<string, List> {
  const definitions = new Map<string, Map<number, Level>>()
  for (const each of root ? elementsIn(root, 'w:abstractNum') : []) {
    definitions.set(each.attributes['w:abstractNumId'] ?? '', readLevels(each))
  }
  const lists = new Map<string, List>()
  for (const num of root ? elementsIn(root, 'w:num') : []) {
    const counts = valueOf(num, 'w:abstractNumId') ?? ''
    const levels = new Map(definitions.get(counts))
    const restarts = new Map<number, number>()
    for (const override of elementsIn(num, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? 0)
      const start = valueOf(override, 'w:startOverride')
      if (start !== null) restarts.set(level, Number(start))
      const changed = find(override, 'w:lvl')
      if (changed) levels.set(level, readLevel(changed))
    }
    lists.set(num.attributes['w:numId'] ?? '', { counts, levels, restarts })
  }
  return lists
}

function readLevels(definition: XmlElement): Map<number, Level> {
  return new Map(
    elementsIn(definition, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      readLevel(level),
    ]),
  )
}

function readLevel(level: XmlElement): Level {
  const start = Number(valueOf(level, 'w:start') ?? 1)
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    start: Number.isInteger(start) ? start : 1,
    style: valueOf(level, 'w:pStyle'),
  }
}

/** A number as Word prints it; formats of other scripts come as digits. */
function inFormat(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'none':
      return ''
    case 'decimalZero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}

/** Word doubles letters after z (aa, bb), where Annex I counts on (aa, ab). */
function letters(number: number): string {
  if (number < 1) return String(number)
  const letter = String.fromCodePoint(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(number / 26), 10))
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  if (number < 1 || number > 5_000) return String(number)
  let rest = number
  let written = ''
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) written += sign
  }
  return written
}
