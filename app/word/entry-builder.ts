import type { ContentNode } from '#app/text/content.ts'
import { limits } from '#app/text/grammar.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, textOf } from './inline.ts'
import { fitsDepth, follows, isFirst, typedLabel, typedNote, type TypedNote } from './labels.ts'
import { isNotUsed, type LinePlace, type MadeNode, putLine, withMark } from './made-node.ts'

interface OpenPoint {
  readonly label: string
  /** The list that it was counted in; null for a label that was typed. */
  readonly list: string | null
  readonly listLevel: number
}

/**
 * Makes one entry of the lines that follow its code: points by the lists of the document, or by the
 * letters and numbers that were typed, notes by the words that they begin with. In the form in which
 * a text is written: side by side, each with its level.
 */
export class EntryBuilder {
  readonly node: MadeNode
  readonly #newId: () => string
  #open: OpenPoint[] = []
  /** The note that points go into now. */
  #note: { node: MadeNode; open: OpenPoint[] } | null = null
  #hasHeading = false

  constructor(code: string, newId: () => string) {
    this.#newId = newId
    this.node = { type: 'entry', attrs: { id: newId(), code }, content: [] }
  }

  get needsHeading(): boolean {
    return !this.#hasHeading && this.node.content.length === 0
  }

  heading(line: BeforeLine, cut: number): LinePlace {
    this.#hasHeading = true
    return this.#textblock(this.node, 'entryHeading', line, cut, 0)
  }

  add(line: BeforeLine): LinePlace {
    const text = textOf(line)
    const { numbered } = line
    const note = titleOf(line) ?? typedNote(text)
    if (note) return this.#addNote(line, note)
    if (numbered?.label === '') return this.#marked(line)
    if (numbered) {
      const { label, list, level } = numbered
      return this.#point(line, { label, list, listLevel: level }, blanksAt(text))
    }
    const typed = line.isRow ? null : typedLabel(text)
    const at = typed && this.#depthOfTyped(typed.label)
    if (typed && at !== null)
      return this.#point(line, { label: typed.label, list: null, listLevel: -1 }, typed.length)
    if (this.needsHeading) return this.heading(line, blanksAt(text))
    return this.#paragraph(line, blanksAt(text))
  }

  #addNote(line: BeforeLine, { kind, length }: TypedNote): LinePlace {
    const level = this.#open.length
    const note: MadeNode = { type: 'note', attrs: { id: this.#newId(), kind, level }, content: [] }
    this.node.content.push(note)
    const rest = textOf(line).slice(length).trim()
    // Only what leads in to points takes those that follow; else they are those of the entry.
    this.#note = rest === '' || rest.endsWith(':') ? { node: note, open: [] } : null
    return this.#textblock(note, 'paragraph', line, length, 0)
  }

  /** An entry holds no bullets: the line keeps its sign. */
  #marked(bare: BeforeLine): LinePlace {
    const { line, cut } = withMark(bare)
    return { ...this.#paragraph(line, 0), cut }
  }

  #paragraph(line: BeforeLine, cut: number): LinePlace {
    if (this.#note) {
      const { node, open } = this.#note
      return this.#textblock(node, 'paragraph', line, cut, open.length)
    }
    return this.#textblock(this.node, 'paragraph', line, cut, this.#open.length)
  }

  #point(line: BeforeLine, point: OpenPoint, cut: number): LinePlace {
    const holder = this.#noteFor(point) ?? { node: this.node, open: this.#open }
    const depth = Math.min(depthOf(point, holder.open), limits.level)
    holder.open.length = Math.min(holder.open.length, depth)
    holder.open.push(point)
    const id = this.#newId()
    const attrs = { id, level: depth, label: point.label.slice(0, 12) }
    if (isNotUsed(textOf(line).slice(cut))) {
      holder.node.content.push({ type: 'point', attrs: { ...attrs, notUsed: true }, content: [] })
      return { elementId: id, cut }
    }
    const made: MadeNode = { type: 'point', attrs, content: [] }
    holder.node.content.push(made)
    return this.#textblock(made, 'paragraph', line, cut, 0)
  }

  /** The open note, as long as its own points go on; what begins or goes on elsewhere ends it. */
  #noteFor(point: OpenPoint) {
    const note = this.#note
    if (!note) return null
    const isBegun = note.open.length > 0
    const goesOn = isBegun
      ? isFirst(point.label) || isIn(note.open, point)
      : isFirst(point.label) && !isIn(this.#open, point)
    if (goesOn) return note
    this.#note = null
    return null
  }

  #depthOfTyped(label: string): number | null {
    const open = this.#note && this.#note.open.length > 0 ? this.#note.open : this.#open
    if (this.#note && isFirst(label)) return 0
    const point = { label, list: null, listLevel: -1 }
    if (isIn(open, point) || isIn(this.#open, point)) return 0
    return isFirst(label) || open.length > 0 ? 0 : null
  }

  #textblock(
    parent: { content: ContentNode[] },
    type: 'paragraph' | 'entryHeading',
    line: BeforeLine,
    cut: number,
    level: number,
  ): LinePlace {
    const id = this.#newId()
    const own = type === 'paragraph' && level > 0 ? { level: Math.min(level, limits.level) } : null
    return putLine(parent, { type, attrs: { id, ...own } }, line, cut)
  }
}

/** At which depth a point stands among those that are open. */
function depthOf({ label, list, listLevel }: OpenPoint, open: readonly OpenPoint[]): number {
  if (list !== null) {
    const sameList = open.findIndex((one) => one.list === list && one.listLevel >= listLevel)
    if (sameList >= 0) return sameList
    if (open.some((one) => one.list === list)) return open.length
  }
  for (let depth = open.length - 1; depth >= 0; depth--) {
    if (fitsDepth(label, depth) && follows(label, open[depth]?.label ?? '', depth)) return depth
  }
  if (isFirst(label) || fitsDepth(label, open.length)) return open.length
  for (let depth = open.length; depth >= 0; depth--) if (fitsDepth(label, depth)) return depth
  return open.length
}

/** Whether a point goes on where points are open. */
function isIn(open: readonly OpenPoint[], { label, list }: OpenPoint): boolean {
  return list === null
    ? open.some((one, depth) => follows(label, one.label, depth))
    : open.some((one) => one.list === list)
}

/** What kind of note begins with a line whose title Word puts there. */
function titleOf({ numbered }: BeforeLine): TypedNote | null {
  const title = numbered && typedNote(`${numbered.mark} `)
  return title && { ...title, length: 0 }
}
