import type { ContentNode } from '#app/text/content.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, inBold, inlineOf, textOf } from './inline.ts'
import { typedNote } from './labels.ts'
import { listOf, type ListLine } from './lists.ts'
import { type LinePlace, withMark } from './made-node.ts'
import type { NotTakenList } from './not-taken.ts'

interface Item extends ListLine {
  /** Its index among all lines. */
  readonly at: number
}

/** Makes paragraphs and lists of lines that stand in no entry, or in a cell, and lists with bullets. */
export class PlainLines {
  readonly #lines: readonly BeforeLine[]
  readonly #places: (LinePlace | null)[]
  readonly #newId: () => string
  readonly #notTaken: NotTakenList

  /** Writes into `places` where the words of each line went. */
  constructor(
    lines: readonly BeforeLine[],
    places: (LinePlace | null)[],
    newId: () => string,
    notTaken: NotTakenList,
  ) {
    this.#lines = lines
    this.#places = places
    this.#newId = newId
    this.#notTaken = notTaken
  }

  /** The paragraph of a line, or the list that begins with it, `around` nodes inside each other; and the line after it. */
  read(at: number, around: number): { nodes: ContentNode[]; next: number } {
    const line = this.#lines[at]
    if (!line) return { nodes: [], next: at + 1 }
    if (line.numbered) return this.#list(at, around)
    const runs = line.heading === null ? line.runs : this.#bold(line)
    return { nodes: [this.#paragraph(at, runs, blanksAt(textOf(line)))], next: at + 1 }
  }

  /** What a cell holds that has these lines: a paragraph at least, to write in. */
  inCell(lines: readonly number[], around: number): ContentNode[] {
    const isWritten = (at: number) => {
      const line = this.#lines[at]
      return line !== undefined && (line.numbered !== null || textOf(line).trim() !== '')
    }
    const nodes: ContentNode[] = []
    let next = 0
    for (const at of lines) {
      if (at < next || !isWritten(at)) continue
      const read = this.#isOnlyMark(at) ? this.#marked(at) : this.read(at, around)
      nodes.push(...read.nodes)
      next = read.next
    }
    if (nodes.length > 0) return nodes
    const [blank] = lines
    if (blank !== undefined) return [this.#paragraph(blank, [], 0)]
    return [{ type: 'paragraph', attrs: { id: this.#newId() } }]
  }

  #paragraph(at: number, runs: BeforeLine['runs'], cut: number): ContentNode {
    const id = this.#newId()
    this.#places[at] = { elementId: id, cut }
    return { type: 'paragraph', attrs: { id }, content: inlineOf(runs, cut) }
  }

  /** Lines of lists as lists where these say the same; else with their marks as words. */
  #list(from: number, around: number) {
    const cell = this.#lines[from]?.cell?.cell
    const items: Item[] = []
    let next = from
    for (
      let line = this.#lines[next];
      line?.numbered && line.heading === null && line.cell?.cell === cell;
      line = this.#lines[++next]
    )
      items.push({ at: next, line, numbered: line.numbered, id: this.#newId() })
    if (items.length === 0) return this.#marked(from)
    const made = this.#made(items, around)
    if (made) return { nodes: [made], next }
    const nodes = byList(items).flatMap((some) => {
      const list = this.#made(some, around)
      return list ? [list] : some.flatMap(({ at }) => this.#marked(at).nodes)
    })
    return { nodes, next }
  }

  /**
   * The list with bullets that begins with a line of an entry, where lines that are counted are points;
   * those below a bullet may be of its list. Its last words, and what makes it, with the line after it;
   * null for a line that begins none.
   */
  bullets(from: number, hasCounted: boolean) {
    const items: Item[] = []
    let next = from
    for (
      let line = this.#lines[next];
      line?.numbered && isOfBullets(line, items, hasCounted);
      line = this.#lines[++next]
    )
      if (textOf(line).trim() !== '')
        items.push({ at: next, line, numbered: line.numbered, id: this.#newId() })
    const last = items.at(-1)
    if (!last) return null
    const make = (around: number) => this.#made(items, around)
    return { words: textOf(last.line), make, next }
  }

  #made(items: readonly Item[], around: number): ContentNode | null {
    const made = listOf(items, this.#newId, around)
    if (!made) return null
    for (const { at, line, id } of items)
      this.#places[at] = { elementId: id, cut: blanksAt(textOf(line)) }
    return made
  }

  #marked(at: number) {
    const line = this.#lines[at]
    if (!line) return { nodes: [], next: at + 1 }
    const runs = line.heading === null ? line.runs : this.#bold(line)
    const marked = withMark({ ...line, runs })
    this.#notTaken.add('list-mark-as-words', textOf(marked.line))
    const paragraph = this.#paragraph(at, marked.line.runs, 0)
    this.#places[at] = { elementId: String(paragraph.attrs?.id), cut: marked.cut }
    return { nodes: [paragraph], next: at + 1 }
  }

  /** A column of mere numbers counts the rows of its table. */
  #isOnlyMark(at: number): boolean {
    const line = this.#lines[at]
    return line !== undefined && textOf(line).trim() === ''
  }

  #bold(line: BeforeLine) {
    this.#notTaken.add('heading-as-bold', textOf(line))
    return inBold(line)
  }
}

/** Whether a line goes on with a list with bullets, or begins one. */
function isOfBullets(line: BeforeLine, items: readonly ListLine[], hasCounted: boolean): boolean {
  const { heading, numbered, cell } = line
  if (!numbered || heading !== null || typedNote(textOf(line)) !== null) return false
  const [top] = items
  if (top && cell?.cell !== top.line.cell?.cell) return false
  if (numbered.isBullet) return true
  const begun = items.find((item) => item.numbered.list === numbered.list)
  return hasCounted && begun !== undefined && numbered.level > begun.numbered.level
}

/** Lists that follow each other may be one inside the other, and where they are not, each is one. */
function byList(items: readonly Item[]): Item[][] {
  const lists: Item[][] = []
  for (const item of items) {
    const last = lists.at(-1)
    if (last?.[0]?.numbered.list === item.numbered.list) last.push(item)
    else lists.push([item])
  }
  return lists
}
