import type { LocaleFormat } from '#app/messages/format.ts'
import {
  childrenOf,
  countedNotes,
  idOf,
  letteredPoints,
  linesOf,
  plainText,
  sectionOf,
  textAttribute,
  withIds,
  type Content,
  type ContentNode,
} from '#app/text/content.ts'
import { activities, type NoteKind, type SectionKey } from '#app/text/grammar.ts'
import { logicWords } from '#app/text/logic-words.ts'
import { columnsOf, gridOf } from '#app/text/table-grid.ts'
import { numberPoints, type Numbering } from './numbering.ts'

/** A paragraph on paper. */
export interface Block {
  /** Names it in its text, so that it can be found in another version. */
  readonly key: string
  /** `added`: words of the portal. A section's heading and an entry's code stand for themselves. */
  readonly kind: 'section' | 'entry' | 'heading' | 'line' | 'added'
  /** The elements that begin with it, from the outside in. */
  readonly elements: readonly string[]
  /** The paragraph or heading whose words these are, if they are words of the text. */
  readonly lineId: string | null
  /** How many points, notes and items are around its words, in a cell those in the cell. */
  readonly indent: number
  /** It stands in an item of a list. */
  readonly isItem: boolean
  /** The cell of a table that it stands in. */
  readonly cell: PaperCell | null
  readonly numbering: Numbering | null
  /** The kind of note that it stands in. */
  readonly note: NoteKind | null
  readonly runs: readonly ContentNode[]
}

/** A cell of a table. The paragraphs of a table follow each other, row by row, and so do those of a cell. */
export interface PaperCell {
  /** Names its table in the text. */
  readonly table: string
  /** How many points, notes and items are around the table. */
  readonly indent: number
  /** How many columns the table has. */
  readonly columns: number
  /** Rows and columns count from 0. */
  readonly row: number
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
  readonly isHeader: boolean
}

/** Word refuses tables with more columns: their cells are printed one under the other. */
const mostColumns = 63

interface Reading {
  readonly words: LocaleFormat
  /** The language of the text (ISO 639-1). */
  readonly language: string
  readonly sectionName: (section: SectionKey) => string
}

/** A text as it is printed, paragraph by paragraph. */
export function blocksOf(content: Content, reading: Reading): Block[] {
  const writer = new BlockWriter(reading)
  for (const section of withIds(content).content ?? []) writer.section(section)
  return writer.blocks
}

interface Where {
  /** How many points are around, for the lettering: none in an entry and in a note. */
  readonly depth: number
  readonly indent: number
  readonly note: NoteKind | null
  readonly isItem: boolean
  readonly cell: PaperCell | null
}

const outside: Where = { depth: 0, indent: 0, note: null, isItem: false, cell: null }

class BlockWriter {
  readonly blocks: Block[] = []
  /** A point, note or item that has begun and has no paragraph yet: the next one is its first. */
  #begun: { id: string; elements: string[]; numbering: Numbering; where: Where } | null = null

  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  get #words(): LocaleFormat {
    return this.#reading.words
  }

  section(node: ContentNode) {
    const id = idOf(node)
    const name = this.#reading.sectionName(sectionOf(node))
    this.#putWords('section', `${id} name`, name, outside, id)
    if (plainText(node).trim() === '')
      this.#add(`${id} empty`, this.#words.t('text.empty-section'), outside)
    this.#inside(node, outside)
  }

  #entry(node: ContentNode) {
    const id = idOf(node)
    const code = textAttribute(node, 'code')?.trim() || this.#words.t('text.entry-without-code')
    this.#putWords('entry', `${id} code`, code, outside, id)
    for (const [name, value] of this.#particulars(node))
      this.#add(`${id} ${name}`, `${this.#words.t(name)}: ${value}`, outside)
    for (const heading of childrenOf(node, 'entryHeading')) this.#line(heading, outside, 'heading')
    const rest = (node.content ?? []).filter(({ type }) => type !== 'entryHeading')
    this.#inside({ ...node, content: rest }, outside, linesOf(node, 'entryHeading'))
  }

  /** Only what differs from the rule: export to every destination outside the Union, without end. */
  #particulars(node: ContentNode) {
    const { t, date, list } = this.#words
    const destinations = textAttribute(node, 'destinations')
    const expiry = textAttribute(node, 'expiry')
    const chosen = textAttribute(node, 'activities')?.split(' ') ?? []
    const named = activities.filter((activity) => chosen.includes(activity))
    return [
      ...(destinations ? [['text.destinations', destinations] as const] : []),
      ...(named.length > 0
        ? [['text.activities', list(named.map((one) => t(`text.activity.${one}`)))] as const]
        : []),
      ...(expiry ? [['text.expiry', date(expiry)] as const] : []),
    ]
  }

  #inside(parent: ContentNode, where: Where, above = '') {
    const points = numberPoints(letteredPoints(parent, where.depth), where.depth, idOf(parent))
    const notes = countedNotes(parent)
    const logic =
      parent.type === 'section' ? null : logicWords(parent, this.#reading.language, above)
    for (const [index, node] of (parent.content ?? []).entries()) {
      if (logic?.before === index)
        this.#add(`${idOf(parent)} logic`, this.#words.t(`text.logic.${logic.logic}`), where)
      const numbering = points.get(node)
      const note = notes.find((one) => one.node === node)
      if (numbering) this.#point(node, numbering, where)
      else if (note) this.#note(note, notes.filter(({ kind }) => kind === note.kind).length, where)
      else if (node.type === 'entry') this.#entry(node)
      else if (node.type === 'paragraph') this.#line(node, where)
      else this.#list(node, where)
    }
  }

  #point(node: ContentNode, numbering: Numbering, where: Where) {
    const inside = { ...where, depth: where.depth + 1, indent: where.indent + 1 }
    this.#begin(idOf(node), numbering, inside)
    if (node.attrs?.notUsed === true)
      this.#add(`${idOf(node)} not used`, this.#words.t('text.not-used'), inside)
    this.#inside(node, inside)
    this.#complete()
  }

  #note({ node, kind, ordinal }: ReturnType<typeof countedNotes>[number], of: number, on: Where) {
    const { t } = this.#words
    const name = t(`text.note.${kind}`)
    const title = of < 2 ? name : t('text.note-numbered', { kind: name, ordinal })
    const inside = { ...on, depth: 0, indent: on.indent + 1, note: kind }
    this.#begin(
      idOf(node),
      { kind: 'title', label: title.endsWith('.') ? title : `${title}:` },
      inside,
    )
    this.#inside(node, inside)
    this.#complete()
  }

  #list(list: ContentNode, where: Where) {
    if (list.type === 'table') return this.#table(list, where)
    const name = `list ${this.blocks.length}`
    const inside = { ...where, indent: where.indent + 1, isItem: true }
    for (const [index, item] of (list.content ?? []).entries()) {
      const place = { level: where.indent, label: `${index + 1}.` }
      this.#begin(
        idOf(item),
        list.type === 'bulletList'
          ? { ...place, kind: 'bullet', label: '•' }
          : { ...place, kind: 'numbers', list: name, start: 1 },
        inside,
        [],
      )
      this.#inside(item, inside)
      this.#complete()
    }
  }

  #table(table: ContentNode, where: Where) {
    // A label stands before the table, and not in its first cell.
    this.#complete()
    const grid = gridOf(table)
    const columns = columnsOf(grid)
    for (const [row, { isHeader, cells }] of grid.entries())
      for (const { cell, ...place } of cells) {
        const around = { table: idOf(table), indent: where.indent, columns, row, isHeader }
        if (columns > mostColumns) this.#inside(cell, { ...where, indent: where.indent + 1 })
        else this.#cell(cell, { ...where, indent: 0, cell: { ...around, ...place } })
      }
  }

  #cell(node: ContentNode, where: Where) {
    const { length } = this.blocks
    this.#inside(node, where)
    if (this.blocks.length > length) return
    this.#put({ kind: 'line', key: `${idOf(node)} cell`, lineId: null, runs: [] }, where, null)
  }

  #line(node: ContentNode, where: Where, kind: 'line' | 'heading' = 'line') {
    const id = idOf(node)
    this.#put({ kind, key: id, lineId: id, runs: node.content ?? [] }, where, id)
  }

  #add(key: string, text: string, where: Where) {
    this.#putWords('added', key, text, where, null)
  }

  #putWords(kind: Block['kind'], key: string, text: string, where: Where, element: string | null) {
    this.#put({ kind, key, lineId: null, runs: [{ type: 'text', text }] }, where, element)
  }

  #begin(id: string, numbering: Numbering, where: Where, elements = [id]) {
    this.#complete()
    this.#begun = { id, elements, numbering, where }
  }

  /** What has begun and holds no paragraph of its own is an empty one: its label is to be seen. */
  #complete() {
    if (!this.#begun) return
    const { id, elements, where } = this.#begun
    const key = `${id} ${elements.length > 0 ? 'label' : 'item'}`
    this.#put({ kind: 'line', key, lineId: null, runs: [] }, where, null)
  }

  #put(
    block: Pick<Block, 'kind' | 'key' | 'lineId' | 'runs'>,
    { indent, note, isItem, cell }: Where,
    element: string | null,
  ) {
    const { elements = [], numbering = null } = this.#begun ?? {}
    this.#begun = null
    const own = element === null ? elements : [...elements, element]
    this.blocks.push({ ...block, elements: own, indent, isItem, cell, note, numbering })
  }
}
