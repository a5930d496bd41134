import type { Placement } from '#app/text/anchor-placement.ts'
import { plainText, type Content } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

/**
 * A text that knows of every character where it went. Copies of a character share its key, as a
 * copied word is the same word in two places.
 */
interface Character {
  readonly sign: string
  readonly key: number
}

interface Block {
  readonly id: string
  readonly isPoint: boolean
  characters: Character[]
}

export type Random = () => number

const quantities = [
  'chuck overlay',
  'resolution',
  'source wavelength',
  'vessel temperature',
  'vacuum',
]
const relations = ['≤', '≥', 'better than', 'not exceeding', 'equal to or greater than']
const units = ['nm', '°C', 'Pa', 'Torr', 'K', '%']
const openings = [
  'Equipment designed for',
  'Software for',
  'Technology for the development of',
  'Components of',
]
const things = [
  'atomic layer deposition',
  'dry etching',
  'wafer inspection',
  'epitaxial growth',
  'lithography',
  'cryogenic cooling',
]
const tails = [
  'and having any of the following;',
  'as specified in 3B801.f',
  'except for medical use.',
  'or',
  'and',
]

export class ModelText {
  #blocks: Block[] = []
  #key = 0
  #block = 0

  constructor(readonly random: Random) {
    const count = 3 + this.#below(8)
    for (let n = 0; n < count; n++) this.#blocks.push(this.#newBlock(this.#sentence()))
  }

  get content(): Content {
    const blocks = this.#blocks.map(({ id, isPoint, characters }) => {
      const words = characters.map(({ sign }) => sign).join('')
      const line = paragraph(id, ...(words === '' ? [] : [words]))
      return isPoint ? point({ id: `${id}-point` }, line) : line
    })
    return doc(
      section(
        'items',
        entry({ id: 'entry', code: '3B801' }, heading('heading', 'Equipment'), ...blocks),
      ),
    )
  }

  /** The key of every character of the plain text; -1 between lines and in the heading. */
  keys(): number[] {
    const lines = [
      Array.from('Equipment', () => -1),
      ...this.#blocks.map(({ characters }) => characters.map(({ key }) => key)),
    ]
    return lines.flatMap((line, index) => (index === 0 ? line : [-1, ...line]))
  }

  edit() {
    const edits = [
      () => this.#insert(),
      () => this.#insert(),
      () => this.#delete(this.#below(12) + 1),
      () => this.#delete(this.#below(60) + 1),
      () => this.#changeNumber(),
      () => this.#changeNumber(),
      () => this.#split(),
      () => this.#join(),
      () => this.#moveBlock(),
      () => this.#removeBlock(),
      () => this.#addBlock(),
      () => this.#copyBlock(),
      () => this.#cutAndPaste(),
    ]
    this.#pick(edits)()
  }

  #below(limit: number) {
    return Math.floor(this.random() * limit)
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  #type(words: string): Character[] {
    return Array.from(words, (sign) => ({ sign, key: this.#key++ }))
  }

  #number() {
    return this.#pick(['1.50', '2.40', '45', '300', '0.01', '30', '21', '0.5'])
  }

  #phrase() {
    return `${this.#pick(quantities)} ${this.#pick(relations)} ${this.#number()} ${this.#pick(units)}`
  }

  #sentence() {
    const parts = [this.#pick(openings), this.#pick(things), 'with', this.#phrase()]
    if (this.random() < 0.6) parts.push('and', this.#phrase())
    if (this.random() < 0.5) parts.push(this.#pick(tails))
    return parts.join(' ')
  }

  #newBlock(words: string): Block {
    return { id: `b${this.#block++}`, isPoint: this.random() < 0.5, characters: this.#type(words) }
  }

  #anyBlock() {
    const full = this.#blocks.filter(({ characters }) => characters.length > 0)
    return full.length > 0 ? this.#pick(full) : null
  }

  #insert() {
    const block = this.#anyBlock()
    const words = this.#pick([
      this.#phrase(),
      this.#number(),
      this.#pick(things),
      'and',
      ' not',
      'x',
    ])
    block?.characters.splice(
      this.#below(block.characters.length + 1),
      0,
      ...this.#type(` ${words}`),
    )
  }

  #delete(length: number): Character[] {
    const block = this.#anyBlock()
    return block?.characters.splice(this.#below(block.characters.length), length) ?? []
  }

  #changeNumber() {
    const block = this.#anyBlock()
    if (!block) return
    const match = /\d+(\.\d+)?/.exec(block.characters.map(({ sign }) => sign).join(''))
    if (match) block.characters.splice(match.index, match[0].length, ...this.#type(this.#number()))
  }

  #split() {
    const block = this.#anyBlock()
    if (!block) return
    const rest = this.#newBlock('')
    rest.characters = block.characters.splice(this.#below(block.characters.length))
    this.#blocks.splice(this.#blocks.indexOf(block) + 1, 0, rest)
  }

  #join() {
    const at = this.#below(this.#blocks.length - 1)
    const [first, second] = [this.#blocks[at], this.#blocks[at + 1]]
    if (!first || !second) return
    first.characters.push(...second.characters)
    this.#blocks.splice(at + 1, 1)
  }

  #moveBlock() {
    const [block] = this.#blocks.splice(this.#below(this.#blocks.length), 1)
    if (block) this.#blocks.splice(this.#below(this.#blocks.length + 1), 0, block)
  }

  #removeBlock() {
    if (this.#blocks.length > 2) this.#blocks.splice(this.#below(this.#blocks.length), 1)
  }

  #addBlock() {
    this.#blocks.splice(this.#below(this.#blocks.length + 1), 0, this.#newBlock(this.#sentence()))
  }

  #copyBlock() {
    const block = this.#anyBlock()
    if (!block) return
    const copy = this.#newBlock('')
    copy.characters = [...block.characters]
    this.#blocks.splice(this.#below(this.#blocks.length + 1), 0, copy)
  }

  #cutAndPaste() {
    const cut = this.#delete(this.#below(60) + 4)
    const block = this.#anyBlock()
    block?.characters.splice(this.#below(block.characters.length + 1), 0, ...cut)
  }
}

export interface Span {
  readonly from: number
  readonly to: number
}

/** Words in a random paragraph, as plain text knows them, half of the time from word to word. */
export function anyWords(
  content: Content,
  random: Random,
): { elementId: string; from: number; to: number } | null {
  const lines = elementsOf(content).filter(({ kind, text }) => kind === 'paragraph' && text !== '')
  const line = lines[Math.floor(random() * lines.length)]
  if (!line) return null
  if (random() < 0.5) {
    const words = [...line.text.matchAll(/\S+/g)]
    const first = Math.floor(random() * words.length)
    const last = Math.min(words.length - 1, first + Math.floor(random() * 6))
    const [start, end] = [words[first], words[last]]
    if (!start || !end) return null
    return { elementId: line.id, from: start.index, to: end.index + end[0].length }
  }
  const from = Math.floor(random() * line.text.length)
  const to = Math.min(line.text.length, from + 1 + Math.floor(random() * 50))
  return { elementId: line.id, from, to }
}

/** Why a placement of words is wrong, given the keys of both texts; null if it is right. */
export function whatIsWrong(
  placement: Placement,
  quoted: Span,
  before: readonly number[],
  after: Content,
  keysAfter: readonly number[],
): string | null {
  const own = new Set(before.slice(quoted.from, quoted.to))
  const element = elementsOf(after).find(({ id }) => id === placement.elementId)
  if (placement.condition === 'unsure') return null
  if (placement.condition === 'text-removed') {
    const longest = longestRun(keysAfter, own)
    return longest >= 8 && longest >= 0.6 * own.size
      ? `removed, but ${longest} characters are there`
      : null
  }
  if (!element) return 'placed in no element'
  const from = element.from + (placement.from ?? 0)
  const to = element.from + (placement.to ?? element.text.length)
  if (plainText(after).slice(from, to) !== placement.quote)
    return 'the words are not those at the place'
  const kept = keysAfter.slice(from, to).filter((key) => own.has(key)).length
  if (placement.condition === 'text-changed' ? kept > 0 : 2 * kept >= to - from) return null
  return isWhereItWas(before, quoted, keysAfter, { from, to })
    ? null
    : `${placement.condition} elsewhere`
}

function longestRun(keys: readonly number[], own: ReadonlySet<number>) {
  let longest = 0
  let length = 0
  for (const key of keys) {
    length = own.has(key) ? length + 1 : 0
    longest = Math.max(longest, length)
  }
  return longest
}

/** Whether a span begins or ends where what stood nearest to the words still is. */
function isWhereItWas(
  before: readonly number[],
  quoted: Span,
  after: readonly number[],
  span: Span,
) {
  const there = new Set(after)
  const isLeft = (key: number) => key >= 0 && there.has(key)
  const left = before.slice(0, quoted.from).findLast(isLeft)
  const right = before.slice(quoted.to).find(isLeft)
  const keyBefore = after.slice(0, span.from).findLast((key) => key >= 0)
  const keyAfter = after.slice(span.to).find((key) => key >= 0)
  return (left !== undefined && keyBefore === left) || (right !== undefined && keyAfter === right)
}
