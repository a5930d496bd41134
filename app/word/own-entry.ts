import type { ContentNode } from '#app/text/content.ts'
import { limits, type Logic, type NoteKind } from '#app/text/grammar.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, textOf } from './inline.ts'
import { typedNote } from './labels.ts'
import type { OwnLine } from './line.ts'
import { isNotUsed, type LinePlace, type MadeNode, putLine, withMark } from './made-node.ts'
import type { NotTakenList } from './not-taken.ts'
import { OwnLists } from './own-lists.ts'

/** The entry, or a note in it. */
interface Holder {
  readonly node: MadeNode
  /** How many points and notes are around what it holds at its first level. */
  readonly indent: number
  /** The last point of each level. */
  readonly points: MadeNode[]
}

type Line = BeforeLine & { readonly own: OwnLine }

/**
 * Makes an entry of the lines in which Concert wrote it: how far inwards they stand and how they are
 * counted says where each belongs, and their style whose words they are. In the form in which a text is
 * written: side by side, each with its level.
 */
export class OwnEntry {
  readonly node: MadeNode
  readonly #newId: () => string
  readonly #logics: Readonly<Record<string, Logic>>
  readonly #notTaken: NotTakenList
  #holders: Holder[]
  readonly #lists: OwnLists

  constructor(
    code: string,
    newId: () => string,
    logics: Readonly<Record<string, Logic>>,
    notTaken: NotTakenList,
  ) {
    this.#newId = newId
    this.#logics = logics
    this.#notTaken = notTaken
    this.#lists = new OwnLists(newId)
    this.node = { type: 'entry', attrs: { id: newId(), code }, content: [] }
    this.#holders = [{ node: this.node, indent: 0, points: [] }]
  }

  /** Null for words that are not of the text. */
  add(line: Line): LinePlace | null {
    const { numbered, own, isNamed } = line
    const text = textOf(line)
    if (own.role === 'item') {
      const place = this.#lists.add(line, (list, indent) => this.#put(list, indent))
      if (place) return place
    }
    this.#lists.end()
    const title = numbered && typedNote(`${numbered.mark} `)
    if (title) return this.#note(line, title.kind)
    if (numbered && !numbered.isBullet) return this.#point(line, numbered)
    if (own.role === 'added') return this.#added(text, own.indent)
    if (own.role === 'entry-heading')
      return putLine(this.node, this.#line('entryHeading', 0), line, blanksAt(text))
    // Whoever wrote on in Word may have typed a note there.
    const typed = isNamed ? null : typedNote(text)
    if (typed) return this.#note({ ...line, own: { ...own, indent: 1 } }, typed.kind, typed.length)
    const holder = this.#holderAt(own.indent)
    const paragraph = this.#line('paragraph', own.indent - holder.indent)
    if (!numbered) return putLine(holder.node, paragraph, line, blanksAt(text))
    const marked = withMark(line)
    return { ...putLine(holder.node, paragraph, marked.line, 0), cut: marked.cut }
  }

  /** A table, and how many points and notes are around it. */
  table(node: ContentNode, indent: number) {
    this.#lists.end()
    this.#put(node, indent)
  }

  #put(node: Pick<ContentNode, 'type' | 'attrs' | 'content'>, indent: number) {
    const holder = this.#holderAt(indent)
    const level = levelOf(indent - holder.indent)
    holder.node.content.push({ ...node, attrs: { ...node.attrs, ...(level > 0 && { level }) } })
  }

  #note(line: Line, kind: NoteKind, cut = blanksAt(textOf(line))): LinePlace | null {
    const { indent } = line.own
    const holder = this.#holderAt(indent - 1)
    const attrs = { id: this.#newId(), kind, level: levelOf(indent - 1 - holder.indent) }
    const node: MadeNode = { type: 'note', attrs, content: [] }
    holder.node.content.push(node)
    this.#holders.push({ node, indent, points: [] })
    return this.#first(line, node, cut)
  }

  #point(line: Line, { mark, level: counted }: NonNullable<Line['numbered']>): LinePlace | null {
    const { role, indent } = line.own
    const holder = this.#holderAt(indent - 1 - counted)
    const level = levelOf(indent - 1 - holder.indent)
    const label = mark.replace(/\.$/, '').slice(0, 12)
    const notUsed = role === 'added' && isNotUsed(textOf(line))
    const attrs = { id: this.#newId(), level, label }
    const node: MadeNode = {
      type: 'point',
      attrs: notUsed ? { ...attrs, notUsed } : attrs,
      content: [],
    }
    holder.node.content.push(node)
    holder.points.splice(level, Infinity, node)
    if (notUsed) return { elementId: attrs.id, cut: 0 }
    return this.#first(line, node, blanksAt(textOf(line)))
  }

  /** The line with which a point or note begins. */
  #first(line: Line, node: MadeNode, cut: number): LinePlace | null {
    return line.own.role === 'added'
      ? this.#added(textOf(line), line.own.indent)
      : putLine(node, this.#line('paragraph', 0), line, cut)
  }

  /** The words before points say how these hang together. Others stand for what is set in a form. */
  #added(text: string, indent: number): null {
    const words = text.trim().toLowerCase()
    const logic = Object.hasOwn(this.#logics, words) ? this.#logics[words] : undefined
    const holder = this.#holderAt(indent)
    const level = indent - holder.indent
    const node = level > 0 ? holder.points[level - 1] : holder.node
    if (logic && node && node.type !== 'note') node.attrs.logic = logic
    else if (this.node.content.length === 0) this.#notTaken.add('particular', text)
    return null
  }

  /** The innermost that can hold something so far inwards; those further in have ended. */
  #holderAt(indent: number): Holder {
    while (this.#holders.length > 1 && (this.#holders.at(-1)?.indent ?? 0) > indent)
      this.#holders.pop()
    return this.#holders.at(-1) ?? { node: this.node, indent: 0, points: [] }
  }

  #line(type: 'paragraph' | 'entryHeading', level: number) {
    const id = this.#newId()
    return { type, attrs: level > 0 ? { id, level: levelOf(level) } : { id } }
  }
}

function levelOf(level: number): number {
  return Math.min(Math.max(level, 0), limits.level)
}
