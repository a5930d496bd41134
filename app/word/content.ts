import type { Content, ContentNode } from '#app/text/content.ts'
import { type Logic, sectionKeys, type SectionKey } from '#app/text/grammar.ts'
import { nested } from '#app/text/levels.ts'
import type { BeforeLine } from './before.ts'
import { codeOf, inPointsOf } from './codes-of-lines.ts'
import { EntryBuilder } from './entry-builder.ts'
import { textOf } from './inline.ts'
import { isOfEntries } from './labelled-rows.ts'
import { isTitle, typedLabel, typedNote } from './labels.ts'
import { type Cell, type OwnLine, wordsInTable, type WrittenTable } from './line.ts'
import type { LinePlace } from './made-node.ts'
import type { NotTakenList } from './not-taken.ts'
import { OwnEntry } from './own-entry.ts'
import { OwnLists } from './own-lists.ts'
import { PlainLines } from './plain-lines.ts'
import { tableOf } from './tables.ts'
import { withoutNeedlessLabels } from './without-needless-labels.ts'

export interface ContentOptions {
  /** The names of sections, in small letters, under which a heading begins one. */
  readonly sections: Readonly<Record<string, SectionKey>>
  /** Where what stands before any such heading goes. */
  readonly section: SectionKey
  /** Begins the ids of all elements, so that they are new in the text that they go into. */
  readonly idPrefix: string
  /** What Concert writes into its own documents in the place of what a text says without words. */
  readonly ownWords: OwnWords
}

export interface OwnWords {
  /** In the place of the code of an entry that has none. */
  readonly withoutCode: string
  /** In small letters, before points. */
  readonly logics: Readonly<Record<string, Logic>>
}

/** The text that the lines of a document make, and where the words of each line went in it. */
export function contentOf(
  lines: readonly BeforeLine[],
  options: ContentOptions,
  notTaken: NotTakenList,
): { content: Content; places: readonly (LinePlace | null)[] } {
  const builder = new ContentBuilder(lines, options, notTaken)
  return { content: builder.build(), places: builder.places }
}

/** As much as an entry has room for. */
const longestCode = 64

/** Nodes inside each other around what stands in a section. */
const aroundSection = 2

/** And those of a table around what stands in a cell. */
const aroundCell = 3

class ContentBuilder {
  readonly places: (LinePlace | null)[]
  readonly #lines: readonly BeforeLine[]
  readonly #options: ContentOptions
  readonly #notTaken: NotTakenList
  readonly #sections = new Map<SectionKey, ContentNode[]>(sectionKeys.map((key) => [key, []]))
  #section: SectionKey
  #entry: EntryBuilder | OwnEntry | null = null
  readonly #builders: EntryBuilder[] = []
  readonly #plain: PlainLines
  /** Outside of entries. */
  readonly #ownLists: OwnLists
  /** A table of entries, whose lines are read as if they stood in none. */
  #asLines: WrittenTable | null = null
  /** As far as no list could be made in an entry, with lines below bullets that are counted or without. */
  readonly #inVain = new Map<boolean, number>()
  readonly #inPoints: ReadonlySet<number>
  #count = 0

  constructor(lines: readonly BeforeLine[], options: ContentOptions, notTaken: NotTakenList) {
    this.#lines = lines
    this.#options = options
    this.#notTaken = notTaken
    this.#section = options.section
    this.places = lines.map(() => null)
    this.#plain = new PlainLines(lines, this.places, () => this.#newId(), notTaken)
    this.#inPoints = inPointsOf(lines)
    this.#ownLists = new OwnLists(() => this.#newId())
  }

  build(): Content {
    for (let at = 0; at < this.#lines.length;) at = this.#read(at)
    for (const builder of this.#builders) builder.end()
    const content = sectionKeys.map((key) => ({
      type: 'section',
      attrs: { id: key, key },
      content: this.#sections.get(key) ?? [],
    }))
    return withoutNeedlessLabels(nested({ type: 'doc', content }))
  }

  /** Reads the lines from one on that belong together; gives the next. */
  #read(at: number): number {
    const line = this.#lines[at]
    if (!line) return at + 1
    const text = textOf(line)
    const table = line.cell?.table
    if (table && table !== this.#asLines) {
      if (line.own || this.#section !== 'items' || !isOfEntries(table.rows))
        return this.#readTable(at, table)
      this.#entry = null
      this.#asLines = table
      this.#notTaken.add('table-as-rows', wordsInTable(table))
    }
    if (line.own) return this.#readOwn(at, { ...line, own: line.own })
    if (text.trim() === '') return at + 1
    if (this.#beginsSection(line)) return at + 1
    const code = this.#section === 'items' ? codeOf(line) : null
    if (code && this.#beginsEntry(at, text.slice(code.length))) {
      const entry = new EntryBuilder(code.code, () => this.#newId(), this.#notTaken)
      this.#begin(entry)
      this.#builders.push(entry)
      const isAlone = text.slice(code.length).trim() === ''
      this.places[at] = isAlone
        ? { elementId: String(entry.node.attrs.id), cut: code.length }
        : entry.heading(line, code.length)
      return at + 1
    }
    const entry = this.#entry instanceof EntryBuilder ? this.#entry : null
    // A heading that is not the entry's own ends it.
    if (line.heading !== null && !entry?.needsHeading) this.#entry = null
    else if (entry) return this.#readIn(entry, at, line)
    return this.#readWords(at)
  }

  #readIn(entry: EntryBuilder, at: number, line: BeforeLine): number {
    for (const hasCounted of [true, false]) {
      if (at < (this.#inVain.get(hasCounted) ?? 0)) continue
      const list = this.#plain.bullets(at, hasCounted)
      if (list && entry.put(list.words, list.make)) return list.next
      if (list) this.#inVain.set(hasCounted, list.next)
    }
    this.places[at] = entry.add(line, this.#written(at + 1))
    return at + 1
  }

  /** Reads a line that Concert wrote: its style says what it is, and no guess is needed. */
  #readOwn(at: number, line: BeforeLine & { own: OwnLine }): number {
    const text = textOf(line)
    const isBlank = text.trim() === ''
    if (line.own.role !== 'item') this.#ownLists.end()
    if (!isBlank && line.own.role !== 'added' && this.#beginsSection(line)) return at + 1
    if (!isBlank && line.heading === 2 && this.#section === 'items') {
      const { withoutCode, logics } = this.#options.ownWords
      const code = text.trim() === withoutCode ? '' : text.trim().slice(0, longestCode)
      const entry = new OwnEntry(code, () => this.#newId(), logics, this.#notTaken)
      this.#begin(entry)
      this.places[at] = { elementId: String(entry.node.attrs.id), cut: 0 }
      return at + 1
    }
    if (line.heading !== null) this.#entry = null
    const entry = this.#entry instanceof OwnEntry ? this.#entry : null
    // A number is seen, also where nothing stands behind it.
    if (isBlank && !line.numbered) return at + 1
    if (entry) this.places[at] = entry.add(line)
    if (entry || line.own.role === 'added') return at + 1
    const place = line.own.role === 'item' && this.#ownLists.add(line, (list) => this.#put(list))
    if (!place) return this.#readWords(at)
    this.places[at] = place
    return at + 1
  }

  #beginsSection(line: BeforeLine): boolean {
    const named = line.heading === null ? undefined : this.#sectionNamed(nameIn(textOf(line)))
    if (named === undefined) return false
    this.#entry = null
    this.#section = named
    return true
  }

  #begin(entry: EntryBuilder | OwnEntry) {
    this.#entry = entry
    this.#put(entry.node)
  }

  /** Reads lines outside of entries. */
  #readWords(at: number): number {
    const { nodes, next } = this.#plain.read(at, aroundSection)
    for (const node of nodes) this.#put(node)
    return next
  }

  /** Reads the lines of a table; it stands in the entry, point or note that it follows, or in the section. */
  #readTable(from: number, table: WrittenTable): number {
    const byCell = new Map<Cell, number[]>()
    let next = from
    for (let line = this.#lines[next]; line?.cell?.table === table; line = this.#lines[++next])
      listed(byCell, line.cell.cell).push(next)
    const isOwn = Boolean(this.#lines[from]?.own)
    this.#ownLists.end()
    const make = (around: number) =>
      tableOf(
        table,
        (cells) => {
          const lines = cells.flatMap((cell) => byCell.get(cell) ?? [])
          const own = isOwn ? this.#ownCell(lines, around + aroundCell) : []
          return own.length > 0 ? own : this.#plain.inCell(lines, around + aroundCell)
        },
        () => this.#newId(),
        this.#notTaken,
        isOwn,
      )
    if (this.#entry instanceof EntryBuilder) {
      this.#entry.put('', make)
      return next
    }
    const made = make(aroundSection)
    if (!made) return next
    if (this.#entry) this.#entry.table(made, this.#indentOf(from, next))
    else this.#put(made)
    return next
  }

  /** How far inwards a table stands: as what Concert wrote behind it, or as what stands before one of others. */
  #indentOf(from: number, next: number): number {
    const behind = this.#lines[next]?.own
    if (behind?.role === 'after-table') return behind.indent
    const before = this.#lines[from - 1]?.own
    return before ? before.indent - (before.role === 'item' ? 1 : 0) : 0
  }

  /** In a cell of Concert's there are no points: what stands further inwards is in a list. */
  #ownCell(lines: readonly number[], around: number): ContentNode[] {
    const nodes: ContentNode[] = []
    const lists = new OwnLists(() => this.#newId())
    let next = 0
    for (const at of lines) {
      const line = this.#lines[at]
      if (!line || at < next || (textOf(line).trim() === '' && !line.numbered)) continue
      this.places[at] = lists.add(line, (list) => nodes.push(list))
      if (this.places[at]) continue
      lists.end()
      const read = this.#plain.read(at, around)
      nodes.push(...read.nodes)
      next = read.next
    }
    return nodes
  }

  #sectionNamed(name: string): SectionKey | undefined {
    const { sections } = this.#options
    return Object.hasOwn(sections, name) ? sections[name] : undefined
  }

  /** A code at the beginning of a line may be a mere reference: an entry looks like one, or goes on like one. */
  #beginsEntry(at: number, rest: string): boolean {
    const line = this.#lines[at]
    if (!line || line.heading !== null || line.numbered || line.isRow || rest.trim() === '')
      return true
    if (this.#inPoints.has(at)) {
      this.#notTaken.add('code-as-words', textOf(line))
      return false
    }
    const [first] = line.runs.filter(({ text }) => text.trim() !== '')
    if (first?.marks.some(({ type }) => type === 'bold')) return true
    const next = this.#written(at + 1)
    const text = next ? textOf(next) : ''
    const isAbovePoints =
      next !== undefined &&
      (next.numbered !== null || typedLabel(text) !== null || typedNote(text) !== null)
    if (isAbovePoints || isTitle(rest)) return true
    this.#notTaken.add('code-as-words', textOf(line))
    return false
  }

  /** The first line with words from one on; none, where a table comes before it. */
  #written(from: number): BeforeLine | undefined {
    for (let at = from; at < this.#lines.length; at++) {
      const line = this.#lines[at]
      if (line?.cell && line.cell.table !== this.#asLines) return undefined
      if (line && textOf(line).trim() !== '') return line
    }
    return undefined
  }

  #put(node: ContentNode) {
    this.#sections.get(this.#section)?.push(node)
  }

  #newId(): string {
    return `${this.#options.idPrefix}-${++this.#count}`
  }
}

/** The lines of a cell; none yet, where there are none. */
function listed(byCell: Map<Cell, number[]>, cell: Cell): number[] {
  const lines = byCell.get(cell) ?? []
  byCell.set(cell, lines)
  return lines
}

/** As the names of sections are compared: small letters, without a number before and a colon behind. */
function nameIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s\d.)]+/, '')
    .replace(/[\s:.]+$/, '')
    .replaceAll(/\s+/g, ' ')
}
