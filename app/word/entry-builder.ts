import type { ContentNode } from '#app/text/content.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, textOf } from './inline.ts'
import { beginsPoints, EntryOutline, type Labelled } from './entry-outline.ts'
import { typedLabel, typedNote, type TypedNote } from './labels.ts'
import { isNotUsed, type LinePlace, type MadeNode, putLine, withMark } from './made-node.ts'
import type { NotTakenList } from './not-taken.ts'

/**
 * Makes one entry of the lines that follow its code: points by the lists of the document, or by the
 * letters and numbers that were typed, notes by the words that they begin with. In the form in which
 * a text is written: side by side, each with its level.
 */
export class EntryBuilder {
  readonly node: MadeNode
  readonly #newId: () => string
  readonly #notTaken: NotTakenList
  readonly #outline = new EntryOutline()
  /** The last one, which points and paragraphs may go into. */
  #note: MadeNode | null = null
  #hasHeading = false

  constructor(code: string, newId: () => string, notTaken: NotTakenList) {
    this.#newId = newId
    this.#notTaken = notTaken
    this.node = { type: 'entry', attrs: { id: newId(), code }, content: [] }
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
    if (note) return this.#addNote(line, note, next)
    if (line.numbered?.label === '') return this.#marked(line)
    const label = labelOf(line)
    if (label) return this.#point(line, label, next)
    if (this.needsHeading) return this.heading(line, blanksAt(text))
    return this.#paragraph(line, blanksAt(text))
  }

  #addNote(
    line: BeforeLine,
    { kind, isMany, length }: TypedNote,
    next: BeforeLine | undefined,
  ): LinePlace {
    const rest = textOf(line).slice(length)
    const isPoint = beginsPoints(rest)
    const level = this.#outline.note(isPoint ? '' : rest, isMany)
    const note: MadeNode = { type: 'note', attrs: { id: this.#newId(), kind, level }, content: [] }
    this.node.content.push(note)
    this.#note = note
    const typed = isPoint ? typedLabel(rest) : null
    if (!typed) return this.#textblock(note, 'paragraph', line, length, 0)
    const label = { label: typed.label, counted: null, indent: null, length: length + typed.length }
    return this.#point(line, label, next)
  }

  /** An entry holds no bullets: the line keeps its sign. */
  #marked(bare: BeforeLine): LinePlace {
    const { line, cut } = withMark(bare)
    return { ...this.#paragraph(line, 0), cut }
  }

  #paragraph(line: BeforeLine, cut: number): LinePlace {
    const { inNote, depth } = this.#outline.paragraph(textOf(line))
    return this.#textblock(this.#holder(inNote), 'paragraph', line, cut, depth)
  }

  #point(line: BeforeLine, label: OwnLabel, next: BeforeLine | undefined): LinePlace {
    const cut = label.length
    const { inNote, depth, isUnsure } = this.#outline.point(
      label,
      next && (labelOf(next)?.label ?? null),
    )
    if (isUnsure) this.#notTaken.add('unsure-place', `${label.label}. ${textOf(line).slice(cut)}`)
    const holder = this.#holder(inNote)
    const id = this.#newId()
    const attrs = { id, level: depth, label: label.label.slice(0, 12) }
    if (isNotUsed(textOf(line).slice(cut))) {
      holder.content.push({ type: 'point', attrs: { ...attrs, notUsed: true }, content: [] })
      return { elementId: id, cut }
    }
    const made: MadeNode = { type: 'point', attrs, content: [] }
    holder.content.push(made)
    return this.#textblock(made, 'paragraph', line, cut, 0)
  }

  #holder(inNote: boolean): MadeNode {
    return inNote && this.#note ? this.#note : this.node
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
    const { label, list, level } = numbered
    const counted = { list, level }
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
