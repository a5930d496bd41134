import type { LocaleFormat } from '#app/messages/format.ts'
import {
  childrenOf,
  countedNotes,
  idOf,
  letteredPoints,
  linesOf,
  sectionOf,
  textAttribute,
  type ContentNode,
} from '#app/text/content.ts'
import { activities, type NoteKind } from '#app/text/grammar.ts'
import { logicWords } from '#app/text/logic-words.ts'
import { gridOf } from '#app/text/table-grid.ts'
import type { XmlElement } from '#app/xml/element.ts'
import { element } from '#app/xml/write-xml.ts'
import type { Identifiers } from './identifiers.ts'
import { inline, type Places } from './inline.ts'

interface Writing extends Pick<Places, 'origin'> {
  readonly words: LocaleFormat
  /** The language of the text (ISO 639-1). */
  readonly language: string
  readonly identifiers: Identifiers
}

type Part = { readonly block: XmlElement } | { readonly inner: XmlElement }
const block = (written: XmlElement): Part => ({ block: written })
const inner = (written: XmlElement): Part => ({ inner: written })

/**
 * Writes a text in the hierarchy of Akoma Ntoso. Sections, entries and notes have no element of their own
 * there and are generic ones with a name; points are points. What the portal adds to the text, such as
 * "any of the following:", says so (`status="editorial"`).
 */
export class TextWriter {
  readonly #writing: Writing
  readonly #places: Places
  /** Words of ours are in the language of the portal, whatever that of the text. */
  readonly #ours: Readonly<Record<string, string>>

  constructor(writing: Writing) {
    this.#writing = writing
    this.#places = { origin: writing.origin, eIds: writing.identifiers.byId }
    this.#ours = { status: 'editorial', 'xml:lang': writing.words.locale }
  }

  section(section: ContentNode): XmlElement {
    const key = sectionOf(section)
    return element(
      'hcontainer',
      { ...this.#named(section), name: key },
      element('heading', this.#ours, this.#writing.words.t(`text.section.${key}`)),
      this.#hierarchy(section, this.#partsOf(section, 0)),
    )
  }

  entry(entry: ContentNode): XmlElement {
    const code = textAttribute(entry, 'code')?.trim() ?? ''
    const content = (entry.content ?? []).filter(({ type }) => type !== 'entryHeading')
    return element(
      'hcontainer',
      { ...this.#named(entry), name: 'entry' },
      code !== '' && element('num', {}, code),
      childrenOf(entry, 'entryHeading').map((line) => this.#line('heading', line)),
      this.#hierarchy(entry, [
        ...this.#particulars(entry),
        ...this.#partsOf({ ...entry, content }, 0, linesOf(entry, 'entryHeading')),
      ]),
    )
  }

  #point(node: ContentNode, label: string, depth: number): XmlElement {
    const { t } = this.#writing.words
    const notUsed = node.attrs?.notUsed === true
    return element(
      'point',
      this.#named(node),
      element('num', {}, `${label}.`),
      this.#hierarchy(node, [
        ...(notUsed ? [block(element('p', this.#ours, t('text.not-used')))] : []),
        ...this.#partsOf(node, depth + 1),
      ]),
    )
  }

  #note(node: ContentNode, kind: NoteKind, ordinal: number, of: number): XmlElement {
    const { t } = this.#writing.words
    const name = t(`text.note.${kind}`)
    const title = of < 2 ? name : t('text.note-numbered', { kind: name, ordinal })
    return element(
      'hcontainer',
      { ...this.#named(node), name: kind },
      element('num', this.#ours, title),
      this.#hierarchy(node, this.#partsOf(node, 0)),
    )
  }

  /** What stands in a section, entry, point or note, in its order. */
  #partsOf(parent: ContentNode, depth: number, above = ''): Part[] {
    const points = new Map(letteredPoints(parent, depth).map(({ node, label }) => [node, label]))
    const notes = countedNotes(parent)
    const { words, language } = this.#writing
    const logic = parent.type === 'section' ? null : logicWords(parent, language, above)
    return (parent.content ?? []).flatMap((node, place): Part[] => {
      const added =
        logic?.before === place
          ? [block(element('p', this.#ours, words.t(`text.logic.${logic.logic}`)))]
          : []
      const label = points.get(node)
      const note = notes.find((one) => one.node === node)
      if (label !== undefined) return [...added, inner(this.#point(node, label, depth))]
      if (note) {
        const of = notes.filter(({ kind }) => kind === note.kind).length
        return [...added, inner(this.#note(node, note.kind, note.ordinal, of))]
      }
      if (node.type === 'entry') return [...added, inner(this.entry(node))]
      if (node.type === 'paragraph') return [...added, block(this.#line('p', node))]
      return [...added, ...this.#listOrTable(node, this.#writing.identifiers.of(parent)).map(block)]
    })
  }

  #listOrTable(node: ContentNode, parent: string): XmlElement[] {
    return node.type === 'table' ? this.#table(node, parent) : this.#list(node, parent)
  }

  /** A table needs a row, a row a cell, and a cell a block; one without any of them holds no words. */
  #table(table: ContentNode, parent: string): XmlElement[] {
    const { identifiers } = this.#writing
    const eId = identifiers.give(parent, 'table', '1')
    const rows = gridOf(table).filter(({ cells }) => cells.length > 0)
    if (rows.length === 0) return []
    const written = rows.map(({ row, isHeader, cells }) =>
      element(
        'tr',
        { wId: idOf(row) || null },
        cells.map(({ cell, colspan, rowspan }) => {
          const blocks = (cell.content ?? []).flatMap((node) =>
            node.type === 'paragraph' ? [this.#line('p', node)] : this.#list(node, eId),
          )
          return element(
            isHeader ? 'th' : 'td',
            {
              wId: idOf(cell) || null,
              colspan: colspan > 1 ? `${colspan}` : null,
              rowspan: rowspan > 1 ? `${rowspan}` : null,
            },
            blocks.length > 0 ? blocks : element('p'),
          )
        }),
      ),
    )
    return [element('table', { eId, wId: idOf(table) || null }, written)]
  }

  /**
   * Where paragraphs and points are mixed, what stands before the first one introduces, what stands
   * behind the last one wraps up, and what stands between is a container of its own: nothing changes
   * its place.
   */
  #hierarchy(parent: ContentNode, parts: readonly Part[]): XmlElement[] {
    const first = parts.findIndex((part) => 'inner' in part)
    const last = parts.findLastIndex((part) => 'inner' in part)
    if (first === -1) return [element('content', {}, blocksIn(parts))]
    const before = blocksIn(parts.slice(0, first))
    const after = blocksIn(parts.slice(last + 1))
    return [
      ...(before.length > 0 ? [element('intro', {}, before)] : []),
      ...this.#contained(parent, parts.slice(first, last + 1)),
      ...(after.length > 0 ? [element('wrapUp', {}, after)] : []),
    ]
  }

  #contained(parent: ContentNode, parts: readonly Part[]): XmlElement[] {
    const written: XmlElement[] = []
    let between: XmlElement[] = []
    for (const part of parts) {
      if ('block' in part) {
        between.push(part.block)
        continue
      }
      if (between.length > 0) written.push(this.#container(parent, between))
      between = []
      written.push(part.inner)
    }
    return written
  }

  #container(parent: ContentNode, blocks: readonly XmlElement[]): XmlElement {
    const { identifiers } = this.#writing
    const eId = identifiers.give(identifiers.of(parent), 'hcontainer', 'text')
    return element('hcontainer', { eId, name: 'text' }, element('content', {}, blocks))
  }

  /** Only what differs from the rule: export to every destination outside the Union, without end. */
  #particulars(entry: ContentNode): Part[] {
    const { t, date, list } = this.#writing.words
    const destinations = textAttribute(entry, 'destinations')
    const expiry = textAttribute(entry, 'expiry')
    const chosen = textAttribute(entry, 'activities')?.split(' ') ?? []
    const named = activities.filter((activity) => chosen.includes(activity))
    return [
      ...(destinations ? [element('block', { name: 'destinations' }, destinations)] : []),
      ...(named.length > 0
        ? [
            element(
              'block',
              { ...this.#ours, name: 'activities' },
              list(named.map((one) => t(`text.activity.${one}`))),
            ),
          ]
        : []),
      ...(expiry
        ? [
            element(
              'block',
              { ...this.#ours, name: 'expiry' },
              element('date', { date: expiry }, date(expiry)),
            ),
          ]
        : []),
    ].map(block)
  }

  /** An item needs a block, and a list an item. */
  #list(list: ContentNode, parent: string): XmlElement[] {
    const items = list.content ?? []
    if (items.length === 0) return []
    const eId = this.#writing.identifiers.give(parent, 'list', '1')
    const written = items.map((item, index) => {
      const itemId = this.#writing.identifiers.give(eId, 'item', String(index + 1))
      const blocks = (item.content ?? []).flatMap((node) =>
        node.type === 'paragraph' ? [this.#line('p', node)] : this.#list(node, itemId),
      )
      return element(
        'item',
        { eId: itemId },
        element('num', {}, list.type === 'bulletList' ? '•' : `${index + 1}.`),
        blocks.length > 0 ? blocks : element('p'),
      )
    })
    return [element('blockList', { eId }, written)]
  }

  #line(name: 'p' | 'heading', node: ContentNode): XmlElement {
    return element(name, { wId: idOf(node) || null }, inline(node, this.#places))
  }

  #named(node: ContentNode) {
    return { eId: this.#writing.identifiers.of(node), wId: idOf(node) || null }
  }
}

function blocksIn(parts: readonly Part[]): XmlElement[] {
  return parts.flatMap((part) => ('block' in part ? [part.block] : []))
}
