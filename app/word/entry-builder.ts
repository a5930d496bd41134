import { type ContentNode, plainText } from '#app/text/content.ts'
import { limits } from '#app/text/grammar.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, textOf } from './inline.ts'
import { beginsPoints, EntryOutline, type Labelled } from './entry-outline.ts'
import { bulletSign, typedLabel, typedNote, type TypedNote } from './labels.ts'
import { isOneName } from './named-points.ts'
import { isNotUsed, type LinePlace, type MadeNode, putLine, withMark } from './made-node.ts'
import type { NotTakenList } from './not-taken.ts'
import type { Numbered } from './numbering.ts'
import type { Holder, NotePlace } from './waiting-notes.ts'

/**
 * Makes one entry of the lines that follow its code: points by the lists of the document, or by the
 * letters and numbers that were typed, notes by the words that they begin with. In the form in which
 * a text is written: side by side, each with its level.
 */
export class EntryBuilder {
  readonly node: MadeNode
  readonly #newId: () => string
  readonly #notTaken: NotTakenList
  readonly #outline: EntryOutline
  readonly #points: MadeNode[] = []
  /** The last one, which points and paragraphs may go into. */
  #note: MadeNode | null = null
  /** Notes since the last point, each with the lines that follow it: the last of what the entry holds. */
  #waiting: ContentNode[][] = []
  readonly #moved: { nodes: ContentNode[]; within: Holder }[] = []
  #hasHeading = false
  /** What the last line went into, and the level at which more can stand there. */
  #last: { parent: MadeNode; level: number }
  /** The outermost of the lines with bullets right before, of its list. */
  #bulletLevel: number | null = null

  constructor(code: string, newId: () => string, notTaken: NotTakenList) {
    this.#newId = newId
    this.#notTaken = notTaken
    this.#outline = new EntryOutline(code)
    this.node = { type: 'entry', attrs: { id: newId(), code }, content: [] }
    this.#last = { parent: this.node, level: 0 }
  }

  get needsHeading(): boolean {
    return !this.#hasHeading && this.node.content.length === 0
  }

  heading(line: BeforeLine, cut: number): LinePlace {
    this.#hasHeading = true
    return this.#textblock(this.node, 'entryHeading', line, cut, 0)
  }

  /** Reads a line; `next` is the one after it. */
  add(line: BeforeLine, next: BeforeLine | undefined): LinePlace {
    const text = textOf(line)
    const note = titleOf(line) ?? typedNote(text)
    const marked = note === null && line.numbered?.label === '' ? line.numbered : null
    if (!marked) this.#bulletLevel = null
    if (note) return this.#addNote(line, note, next)
    if (marked) return this.#marked(line, marked)
    const label = labelOf(line)
    if (label) return this.#point(line, label, next)
    if (this.needsHeading) return this.heading(line, blanksAt(text))
    return this.#paragraph(line, blanksAt(text))
  }

  /**
   * Puts a list or table where the last line stands: in the entry, point or note. `words` are its last;
   * it is made for so many nodes `around` it inside each other. False where nothing could be made.
   */
  put(words: string, make: (around: number) => ContentNode | null): boolean {
    const { parent, level, around } = this.#roomBehind()
    const made = make(around)
    if (!made) return false
    this.#bulletLevel = null
    this.#outline.paragraph(words)
    const placed = level > 0 ? atLevel(made, level) : made
    parent.content.push(placed)
    if (parent === this.node) this.#waiting.at(-1)?.push(placed)
    return true
  }

  /** Where more can stand behind the last line: beside the note that it is in, if that is too deep. */
  #roomBehind() {
    const { parent, level } = this.#last
    if (parent === this.node) return { parent, level, around: aroundEntry + level }
    const around = aroundEntry + levelOf(parent) + 1 + level
    if (around + heightOfTable <= limits.depth) return { parent, level, around }
    const beside = levelOf(parent)
    return { parent: this.node, level: beside, around: aroundEntry + beside }
  }

  /** Nothing more follows: notes that are waiting get their places. */
  end() {
    this.#place(this.#outline.end())
    for (const { nodes, within } of this.#moved.splice(0)) this.#putAtEndOf(within, nodes)
  }

  #addNote(
    line: BeforeLine,
    { kind, isMany, names, length, lengthBeforeNames }: TypedNote,
    next: BeforeLine | undefined,
  ): LinePlace {
    const text = textOf(line)
    // A title that names one point is said by its place; any other names stay words.
    const isSaid = names === null || (isOneName(names) && this.#outline.holderNamed(names) !== null)
    const cut = isSaid ? length : lengthBeforeNames
    const rest = text.slice(length)
    const isPoint = isSaid && beginsPoints(rest)
    const words = isPoint ? '' : rest
    const level = this.#outline.note({ words, isMany, names, indent: line.indent })
    const note: MadeNode = { type: 'note', attrs: { id: this.#newId(), kind, level }, content: [] }
    this.node.content.push(note)
    this.#waiting.push([note])
    this.#note = note
    const typed = isPoint ? typedLabel(rest) : null
    this.#last = { parent: note, level: 0 }
    if (!typed) return this.#textblock(note, 'paragraph', line, cut, 0)
    const label = { label: typed.label, counted: null, indent: null, length: length + typed.length }
    return this.#point(line, label, next)
  }

  /** Puts the notes that were waiting where they stand. */
  #place(places: readonly NotePlace[]) {
    const waiting = this.#waiting.splice(0)
    const count = waiting.flat().length
    if (count > 0) this.node.content.length -= count
    const placed = places.map((place, at) => ({ ...place, nodes: waiting[at] ?? [] }))
    for (const { nodes, within, isUnsure, isMoved } of placed) {
      if (isUnsure) this.#notTaken.add('unsure-note', wordsOf(nodes[0]))
      if (!isMoved) continue
      this.#notTaken.add('moved-note', wordsOf(nodes[0]))
      this.#moved.push({ nodes, within })
    }
    // The innermost first: one further out ends the points in which they stand.
    const here = placed.filter(({ isMoved }) => !isMoved)
    for (const { nodes, level } of here.toSorted((one, other) => other.level - one.level))
      this.node.content.push(...nodes.map((node) => atLevel(node, level)))
  }

  #putAtEndOf({ point }: Holder, nodes: readonly ContentNode[]) {
    const { content } = this.node
    const holder = point === null ? undefined : this.#points[point]
    if (!holder) return void content.push(...nodes.map((node) => atLevel(node, 0)))
    const level = levelOf(holder)
    const from = content.indexOf(holder) + 1
    const after = content.findIndex((node, at) => at >= from && levelOf(node) <= level)
    const end = after === -1 ? content.length : after
    content.splice(end, 0, ...nodes.map((node) => atLevel(node, level + 1)))
  }

  /** A line with a bullet that can be in no list here keeps a sign, which says how deep it was too. */
  #marked(bare: BeforeLine, numbered: Numbered): LinePlace {
    const { isBullet, level, mark } = numbered
    this.#bulletLevel = isBullet ? Math.min(this.#bulletLevel ?? level, level) : null
    const sign = isBullet ? bulletSign(level - (this.#bulletLevel ?? level)) : mark
    const { line, cut } = withMark({ ...bare, numbered: { ...numbered, mark: sign } })
    if (isBullet) this.#notTaken.add('list-mark-as-words', textOf(line))
    return { ...this.#paragraph(line, 0), cut }
  }

  #paragraph(line: BeforeLine, cut: number): LinePlace {
    const { inNote, depth } = this.#outline.paragraph(textOf(line))
    const parent = inNote && this.#note ? this.#note : this.node
    const place = this.#textblock(parent, 'paragraph', line, cut, depth)
    this.#last = { parent, level: depth }
    // What follows a note in the entry goes where the note goes.
    const made = parent.content.at(-1)
    if (parent === this.node && made) this.#waiting.at(-1)?.push(made)
    return place
  }

  #point(line: BeforeLine, label: OwnLabel, next: BeforeLine | undefined): LinePlace {
    const cut = label.length
    const { inNote, depth, isUnsure, notes } = this.#outline.point(
      label,
      next && (labelOf(next)?.label ?? null),
    )
    if (!inNote) this.#place(notes)
    if (isUnsure) this.#notTaken.add('unsure-place', `${label.label}. ${textOf(line).slice(cut)}`)
    const holder = inNote && this.#note ? this.#note : this.node
    const id = this.#newId()
    const attrs = { id, level: depth, label: label.label.slice(0, 12) }
    const isUsed = !isNotUsed(textOf(line).slice(cut))
    const made: MadeNode = {
      type: 'point',
      attrs: isUsed ? attrs : { ...attrs, notUsed: true },
      content: [],
    }
    holder.content.push(made)
    this.#last = { parent: holder, level: Math.min(depth + 1, limits.level) }
    if (!inNote) this.#points.push(made)
    return isUsed ? this.#textblock(made, 'paragraph', line, cut, 0) : { elementId: id, cut }
  }

  #textblock(
    parent: { content: ContentNode[] },
    type: 'paragraph' | 'entryHeading',
    line: BeforeLine,
    cut: number,
    level: number,
  ): LinePlace {
    const id = this.#newId()
    const own = type === 'paragraph' && level > 0 ? { level } : null
    return putLine(parent, { type, attrs: { id, ...own } }, line, cut)
  }
}

/** Nodes inside each other around what stands in an entry. */
const aroundEntry = 3

/** A table, its row and cell, and a line with its words. */
const heightOfTable = 5

interface OwnLabel extends Labelled {
  /** How many characters it takes of its line. */
  readonly length: number
}

/** The letter or number of a line: that of the list that counts it, or the one that was typed. */
function labelOf(line: BeforeLine): OwnLabel | null {
  const { numbered, isRow } = line
  const text = textOf(line)
  const indent = line.indent === null ? null : line.indent + blanksAt(text) * blankWidth
  if (numbered) {
    const { label, list, level, kind } = numbered
    const counted = { list, level, kind }
    return label === '' ? null : { label, counted, indent: null, length: blanksAt(text) }
  }
  const typed = isRow ? null : typedLabel(text)
  return typed && { ...typed, counted: null, indent }
}

/** A blank or tab before a label sets it further inwards than the margin does, in twips. */
const blankWidth = 120

/** What kind of note begins with a line whose title Word puts there. */
function titleOf({ numbered }: BeforeLine): TypedNote | null {
  const title = numbered && typedNote(`${numbered.mark} `)
  return title && { ...title, length: 0 }
}

function levelOf({ attrs }: ContentNode): number {
  return typeof attrs?.level === 'number' ? attrs.level : 0
}

function atLevel(node: ContentNode, level: number): ContentNode {
  return { ...node, attrs: { ...node.attrs, level: Math.min(level, limits.level) } }
}

function wordsOf(node: ContentNode | undefined): string {
  return node ? plainText(node).replaceAll('\n', ' ') : ''
}
