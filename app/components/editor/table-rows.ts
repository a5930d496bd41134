import { DOMParser, Fragment, type Node } from 'prosemirror-model'
import { schema } from '#app/text/schema.ts'

/** Stands between the words of two cells, spaces aside: plain text that nobody takes for a word. */
const divider = '|'

/**
 * Reads what is pasted as HTML. A text has no tables: each row of one, as word processors,
 * spreadsheets and web pages write them, becomes a paragraph of its own with its cells divided, so
 * that no cell runs into the next. Empty cells keep their place, and so do those that a cell beside or above
 * them covers; a row of nothing else goes.
 */
export const pasteParser = new DOMParser(schema, [
  {
    tag: 'tr',
    node: 'paragraph',
    getAttrs: (row) => cellsOf(row).some(({ size }) => size > 0) && null,
    getContent: (row) => divided(row instanceof Element ? cellsOf(row) : []),
  },
  // A row that was not read above has no words.
  { tag: 'tr', ignore: true },
  ...DOMParser.fromSchema(schema).rules,
])

/** The words of each column; a cell that covers several says its own in the first, the last are left off. */
function cellsOf(row: Element): Fragment[] {
  const covered = coveredAbove(row)
  const columns: Fragment[] = []
  const skip = () => {
    while (covered.has(columns.length)) columns.push(Fragment.empty)
  }
  let end = 0
  for (const cell of cellsIn(row)) {
    skip()
    columns.push(wordsOf(cell))
    end = columns.length
    for (let more = span(cell, 'colspan'); more > 1; more--) columns.push(Fragment.empty)
  }
  columns.length = end
  skip()
  return columns
}

/** The columns of each row that was looked at which cells that begin above it take. */
const coveredIn = new WeakMap<Element, ReadonlySet<number>>()

function coveredAbove(row: Element): ReadonlySet<number> {
  // Those of all rows at once, or each would go through all above it.
  if (!coveredIn.has(row)) coverBelow([...(row.parentElement?.children ?? [])])
  return coveredIn.get(row) ?? new Set()
}

function coverBelow(rows: readonly Element[]): void {
  /** For how many rows from this one on each column is taken. */
  let taken = new Map<number, number>()
  for (const row of rows) {
    coveredIn.set(row, new Set(taken.keys()))
    const next = new Map<number, number>()
    for (const [column, left] of taken) if (left > 1) next.set(column, left - 1)
    let column = 0
    for (const cell of cellsIn(row)) {
      while (taken.has(column)) column++
      const below = span(cell, 'rowspan') - 1
      const end = column + span(cell, 'colspan')
      for (; column < end; column++) if (below > 0) next.set(column, below)
    }
    taken = next
  }
}

function cellsIn(row: Element): Element[] {
  return [...row.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName))
}

/** A page may claim any number; no sheet that we know of joins so many cells. */
const most = { colspan: 30, rowspan: 1000 } as const

function span(cell: Element, side: keyof typeof most): number {
  const number = Number(cell.getAttribute(side) ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, most[side]) : 1
}

/** The words of one cell in one line, with their marks: what stood on lines of its own gets a space. */
function wordsOf(cell: Element): Fragment {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof Element)) return Fragment.empty
  // The schema has no line breaks and would join what they divide.
  for (const br of copy.querySelectorAll('br')) br.replaceWith(' ')
  const words: Node[] = []
  pasteParser.parseSlice(copy).content.descendants((node) => {
    if (node.isText) words.push(node)
    else if (node.isTextblock && node.content.size > 0 && words.length > 0)
      words.push(schema.text(' '))
  })
  const isBlank = words.every((node) => (node.text ?? '').trim() === '')
  return isBlank ? Fragment.empty : Fragment.from(words)
}

function divided(cells: readonly Fragment[]): Fragment {
  return cells.reduce((row, cell, place) => {
    if (place === 0) return cell
    const before = row.size === 0 ? '' : ' '
    const after = cell.size === 0 ? '' : ' '
    return row.append(Fragment.from(schema.text(`${before}${divider}${after}`))).append(cell)
  }, Fragment.empty)
}
