import * as Y from 'yjs'
import { newLiveText } from '#app/text/live-text.ts'
import type { Character, Identities } from './identities.ts'
import type { Random } from './random.ts'
import { cellWords, insertion, number, phrase, rewording, sentence } from './wording.ts'

/** A line of the entry or of a cell: a paragraph, or the point that a paragraph stands in. */
interface Line {
  readonly parent: Y.XmlElement
  readonly block: Y.XmlElement
  readonly index: number
  readonly text: Y.XmlText
}

type Delta = readonly { insert?: unknown; attributes?: Record<string, unknown> }[]

/**
 * One person's copy of a text, in which they edit as the editor would have Yjs do it: what is behind
 * a split is deleted and written anew in the next line, a line that is moved is deleted here and made
 * anew there with its id, a line that is joined is written to the end of the other.
 */
export class Copy {
  readonly doc: Y.Doc
  readonly text: Y.XmlFragment
  readonly #undo: Y.UndoManager

  constructor(
    client: number,
    readonly identities: Identities,
    readonly random: Random,
    /** Whether the text has tables too. */
    readonly hasTables = false,
  ) {
    const { doc, text } = newLiveText({ keepsDeleted: true })
    doc.clientID = client
    this.doc = doc
    this.text = text
    this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]), captureTimeout: 0 })
  }

  receive(other: Copy) {
    const known = Y.encodeStateVector(this.doc)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, known))
  }

  /** One edit at random, and its name. */
  edit(): string {
    const edits: [string, () => void][] = [
      ['insert', () => this.#insert()],
      ['insert', () => this.#insert()],
      ['delete', () => this.#deleteSome(12)],
      ['delete', () => this.#deleteSome(60)],
      ['delete', () => this.#removeLine()],
      ['accept', () => this.#acceptNumber()],
      ['accept', () => this.#acceptWording()],
      ['split', () => this.#split()],
      ['join', () => this.#join()],
      ['move', () => this.#moveLine()],
      ['move', () => this.#moveWords()],
      ['paste', () => this.#pasteLine()],
      ['paste', () => this.#pasteWords()],
      ['paste', () => this.#newLine()],
      ['renumber', () => this.#renumber()],
      ['undo', () => this.#restore(() => this.#undo.undo())],
      ['redo', () => this.#restore(() => this.#undo.redo())],
    ]
    // Without tables a seed tells the same script as before there were any.
    if (this.hasTables) {
      edits.push(
        ['paste', () => this.#newTable()],
        ['insert', () => this.#newRow()],
        ['delete', () => this.#removeRow()],
        ['move', () => this.#moveRow()],
        ['move', () => this.#moveRow()],
      )
    }
    const [name, make] = this.random.pick(edits)
    make()
    return name
  }

  /** The text as it begins: an entry with some lines. */
  begin(lines: number) {
    const [section, heading] = [new Y.XmlElement('section'), new Y.XmlElement('entryHeading')]
    const entry = new Y.XmlElement('entry')
    this.#act(this.identities.typed('Equipment'.length), () => {
      this.text.insert(0, [section])
      section.setAttribute('id', 'items')
      section.setAttribute('key', 'items')
      section.insert(0, [entry])
      entry.setAttribute('id', 'entry')
      entry.setAttribute('code', '3B801')
      entry.insert(0, [heading])
      heading.setAttribute('id', 'heading')
      heading.insert(0, [new Y.XmlText('Equipment')])
    })
    for (let line = 0; line < lines; line++) this.#typeLine(line + 1, sentence(this.random))
    if (this.hasTables) this.#newTable()
    this.#undo.clear()
  }

  #act(characters: readonly Character[], make: () => void) {
    const from = this.#clock()
    this.doc.transact(make, this)
    this.identities.inserted(this.doc, this.doc.clientID, from, characters)
  }

  #restore(make: () => void) {
    const from = this.#clock()
    make()
    this.identities.restored(this.doc, this.doc.clientID, from)
  }

  #clock(): number {
    return Y.getState(this.doc.store, this.doc.clientID)
  }

  get #entry(): Y.XmlElement {
    const section = this.text.get(0)
    const entry = section instanceof Y.XmlElement ? section.get(0) : null
    if (!(entry instanceof Y.XmlElement)) throw new Error('the text has lost its entry')
    return entry
  }

  #lines(): Line[] {
    const inCells = this.#rows().flatMap(({ row }) => elementsIn(row).flatMap((c) => linesIn(c)))
    return [...linesIn(this.#entry), ...inCells]
  }

  #rows() {
    const tables = elementsIn(this.#entry).filter(({ nodeName }) => nodeName === 'table')
    return tables.flatMap((table) => elementsIn(table).map((row, index) => ({ table, row, index })))
  }

  /** A table behind any line, with a heading and two rows. */
  #newTable() {
    const words = [
      [1, 2],
      [1, 2],
      [1, 2],
    ].map((row) => row.map(() => cellWords(this.random)))
    this.#act(this.identities.typed(words.flat().join('').length), () => {
      const table = new Y.XmlElement('table')
      this.#entry.insert(Math.min(this.#anyIndex(), this.#entry.length), [table])
      table.setAttribute('id', this.#id())
      for (const [index, cells] of words.entries()) {
        this.#insertRow(
          table,
          index,
          cells.map((words, column) => this.#newCell(words, column)),
        )
      }
    })
  }

  #newCell(insert: string, column: number): NewCell {
    return { line: `${this.#id()}-${column}`, delta: [{ insert }] }
  }

  #insertRow(table: Y.XmlElement, index: number, cells: readonly NewCell[], id = this.#id()) {
    const row = new Y.XmlElement('tableRow')
    table.insert(index, [row])
    row.setAttribute('id', id)
    for (const { line, delta } of cells) {
      const cell = new Y.XmlElement('tableCell')
      row.push([cell])
      cell.setAttribute('id', `${line}-cell`)
      this.#insertLine(cell, 0, delta, { name: 'paragraph', attributes: {}, line })
    }
  }

  #newRow() {
    const rows = this.#rows()
    if (rows.length === 0) return
    const { table, index } = this.random.pick(rows)
    const words = [cellWords(this.random), cellWords(this.random)]
    this.#act(this.identities.typed(words.join('').length), () =>
      this.#insertRow(
        table,
        index + 1,
        words.map((words, column) => this.#newCell(words, column)),
      ),
    )
  }

  #removeRow() {
    const rows = this.#rows()
    if (rows.length < 3) return
    const { table, index } = this.random.pick(rows)
    this.#act([], () => table.delete(index, 1))
  }

  /** The row is deleted here and made anew there with all its ids, as a line is. */
  #moveRow() {
    const rows = this.#rows()
    if (rows.length < 2) return
    const { table, row, index } = this.random.pick(rows)
    const lines = elementsIn(row).flatMap((cell) => linesIn(cell))
    const cells = lines.map((line) => ({
      line: blockOf(line).line,
      delta: slice(line.text, 0, line.text.length),
    }))
    const id = row.getAttribute('id')
    this.#act(
      lines.flatMap(({ text }) => this.identities.of(text)),
      () => {
        table.delete(index, 1)
        this.#insertRow(table, this.random.below(table.length + 1), cells, id)
      },
    )
  }

  #anyLine(): Line | null {
    const full = this.#lines().filter(({ text }) => text.length > 0)
    return full.length > 0 ? this.random.pick(full) : null
  }

  #anyIndex(): number {
    return 1 + this.random.below(Math.max(1, this.#entry.length))
  }

  /** A part of a line, as its place, its delta and its characters. */
  #anyPart(most: number) {
    const line = this.#anyLine()
    if (!line) return null
    const from = this.random.below(line.text.length)
    const to = Math.min(line.text.length, from + 1 + this.random.below(most))
    const characters = this.identities.of(line.text).slice(from, to)
    return { ...line, from, to, delta: slice(line.text, from, to), characters }
  }

  #id(): string {
    return `n${this.doc.clientID}-${this.#clock()}`
  }

  #typeLine(index: number, words: string) {
    const characters = this.identities.typed(words.length)
    this.#act(characters, () =>
      this.#insertLine(this.#entry, index, [{ insert: words }], this.#newBlock()),
    )
  }

  /** A block without its words: a paragraph, or a point with one. */
  #newBlock(): Block {
    const line = this.#id()
    return this.random.isLikely(0.5)
      ? { name: 'point', attributes: { id: `${line}-point` }, line }
      : { name: 'paragraph', attributes: {}, line }
  }

  #insertLine(
    parent: Y.XmlElement,
    index: number,
    delta: Delta,
    { name, attributes, line }: Block,
  ) {
    const paragraph = new Y.XmlElement('paragraph')
    const block = name === 'point' ? new Y.XmlElement('point') : paragraph
    parent.insert(Math.min(index, parent.length), [block])
    if (block !== paragraph) block.insert(0, [paragraph])
    for (const [key, value] of Object.entries(attributes)) block.setAttribute(key, value)
    paragraph.setAttribute('id', line)
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    text.applyDelta([...delta])
  }

  #insert() {
    const line = this.#anyLine()
    if (line) this.#type(line.text, this.random.below(line.text.length + 1), insertion(this.random))
  }

  #type(text: Y.XmlText, at: number, words: string) {
    this.#act(this.identities.typed(words.length), () => text.insert(at, words))
  }

  #deleteSome(most: number) {
    const part = this.#anyPart(most)
    if (part) this.#act([], () => part.text.delete(part.from, part.to - part.from))
  }

  #removeLine() {
    const lines = this.#lines()
    if (lines.length <= 2) return
    this.#act([], () => {
      const { parent, index } = this.random.pick(lines)
      parent.delete(index, 1)
    })
  }

  /** A proposal that puts another number in the place of one. */
  #acceptNumber() {
    const line = this.#anyLine()
    if (!line) return
    const words = wordsOf(line.text)
    const numbers = [...words.matchAll(/\d+(\.\d+)?/g)]
    if (numbers.length === 0) return
    const { index, 0: old } = this.random.pick(numbers)
    this.#replace(line.text, index, old.length, number(this.random))
  }

  /** A proposal for several words, most of which it keeps; what it writes is new all the same. */
  #acceptWording() {
    const line = this.#anyLine()
    if (!line) return
    const words = [...wordsOf(line.text).matchAll(/\S+/g)]
    const first = this.random.below(words.length)
    const last = Math.min(words.length - 1, first + this.random.below(8))
    const [start, end] = [words[first], words[last]]
    if (!start || !end) return
    const to = end.index + end[0].length
    const old = wordsOf(line.text).slice(start.index, to)
    const wording = this.random.isLikely(0.7) ? rewording(this.random, old) : phrase(this.random)
    this.#replace(line.text, start.index, old.length, wording)
  }

  #replace(text: Y.XmlText, at: number, length: number, words: string) {
    this.#act(this.identities.typed(words.length), () => {
      text.delete(at, length)
      text.insert(at, words)
    })
  }

  #split() {
    const line = this.#anyLine()
    if (!line) return
    const at = this.random.below(line.text.length)
    const characters = this.identities.of(line.text).slice(at)
    const tail = slice(line.text, at, line.text.length)
    const id = this.#id()
    const { name } = blockOf(line)
    const attributes: Record<string, string> = name === 'point' ? { id: `${id}-point` } : {}
    this.#act(characters, () => {
      line.text.delete(at, line.text.length - at)
      this.#insertLine(line.parent, line.index + 1, tail, { name, attributes, line: id })
    })
  }

  #join() {
    const lines = this.#lines()
    const at = this.random.below(lines.length - 1)
    const [first, second] = [lines[at], lines[at + 1]]
    if (!first || !second) return
    this.#act(this.identities.of(second.text), () => {
      const tail = slice(second.text, 0, second.text.length)
      first.text.applyDelta([{ retain: first.text.length }, ...tail])
      second.parent.delete(second.index, 1)
    })
  }

  #moveLine() {
    const lines = this.#lines()
    if (lines.length < 2) return
    const line = this.random.pick(lines)
    const block = blockOf(line)
    const delta = slice(line.text, 0, line.text.length)
    this.#act(this.identities.of(line.text), () => {
      line.parent.delete(line.index, 1)
      this.#insertLine(this.#entry, this.#anyIndex(), delta, block)
    })
  }

  #moveWords() {
    const part = this.#anyPart(60)
    if (!part) return
    this.#act([], () => part.text.delete(part.from, part.to - part.from))
    const target = this.#anyLine()
    if (target) this.#put(target.text, part.delta, part.characters)
  }

  #put(text: Y.XmlText, delta: Delta, characters: readonly Character[]) {
    const at = this.random.below(text.length + 1)
    this.#act(characters, () => text.applyDelta([{ retain: at }, ...delta]))
  }

  #pasteLine() {
    const line = this.#anyLine()
    if (!line) return
    const delta = slice(line.text, 0, line.text.length)
    const characters = this.identities.copied(this.identities.of(line.text))
    this.#act(characters, () =>
      this.#insertLine(this.#entry, this.#anyIndex(), delta, this.#newBlock()),
    )
  }

  #pasteWords() {
    const part = this.#anyPart(60)
    const target = this.#anyLine()
    if (part && target) {
      this.#put(target.text, part.delta, this.identities.copied(part.characters))
    }
  }

  #newLine() {
    this.#typeLine(this.#anyIndex(), sentence(this.random))
  }

  /** Letters, levels and codes change; the words stay. */
  #renumber() {
    const points = this.#lines().filter(({ block }) => block.nodeName === 'point')
    if (points.length === 0) return
    const { block } = this.random.pick(points)
    const changes = [
      () => block.setAttribute('label', this.random.pick(['a', 'f', '9'])),
      () => setLevel(block, this.random.below(3)),
      () => this.#entry.setAttribute('code', '3B901'),
    ]
    this.#act([], this.random.pick(changes))
  }
}

interface NewCell {
  /** The id of its line. */
  readonly line: string
  readonly delta: Delta
}

function elementsIn(parent: Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement)
}

/** The lines that stand in an entry or cell itself. */
function linesIn(parent: Y.XmlElement): Line[] {
  return parent.toArray().flatMap((block, index) => {
    if (!(block instanceof Y.XmlElement)) return []
    if (block.nodeName === 'entryHeading' || block.nodeName === 'table') return []
    const paragraph = block.nodeName === 'point' ? block.get(0) : block
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    return text instanceof Y.XmlText ? [{ parent, block, index, text }] : []
  })
}

interface Block {
  readonly name: 'point' | 'paragraph'
  /** Of a point. */
  readonly attributes: Readonly<Record<string, string>>
  /** The id of the line. */
  readonly line: string
}

function blockOf({ block, text }: Line): Block {
  const paragraph = text.parent
  const line = paragraph instanceof Y.XmlElement ? (paragraph.getAttribute('id') ?? '') : ''
  const attributes: Record<string, string> = {}
  if (block.nodeName !== 'point') return { name: 'paragraph', attributes, line }
  for (const key of ['id', 'label']) {
    const value = block.getAttribute(key)
    if (value !== undefined) attributes[key] = value
  }
  return { name: 'point', attributes, line }
}

function setLevel(point: Y.XmlElement<Record<string, string | number>>, level: number) {
  point.setAttribute('level', level)
}

function wordsOf(text: Y.XmlText): string {
  return slice(text, 0, text.length)
    .map(({ insert }) => insert)
    .join('')
}

/** A part of a line with its marks, as the editor cuts and copies it. */
function slice(text: Y.XmlText, from: number, to: number): Delta {
  let at = 0
  const runs: { insert: string; attributes?: Record<string, unknown> }[] = text.toDelta()
  return runs.flatMap(({ insert, attributes }) => {
    const start = at
    at += insert.length
    const part = insert.slice(Math.max(0, from - start), Math.max(0, to - start))
    return part === '' ? [] : [{ insert: part, ...(attributes && { attributes }) }]
  })
}
