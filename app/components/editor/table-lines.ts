import { Fragment, Slice, type Node, type ResolvedPos } from 'prosemirror-model'
import { schema } from '#app/text/schema.ts'
import { laidOut } from '#app/text/table-grid.ts'

/** Where tables go in whole, and their lines where none can stand: in a cell, and in the item of a list. */

/** Stands between the words of two cells, spaces aside: plain text that nobody takes for a word. */
const divider = '|'

const { bulletList, entry, entryHeading, orderedList, paragraph, table, tableCell } = schema.nodes

/**
 * A line for each row that has words, its cells divided so that none runs into the next. Empty cells keep
 * their place, and so do those that a cell beside or above them covers; the last ones are left off.
 */
export function linesOfTable({ children }: Node): Node[] {
  const rows = laidOut(
    children.map((row) => row.children),
    ({ attrs }) => ({ colspan: Number(attrs.colspan), rowspan: Number(attrs.rowspan) }),
  )
  return rows.flatMap((cells) => {
    let words = Fragment.empty
    let columns = 0
    for (const { cell, column } of cells) {
      const own = wordsOf(cell)
      if (own.size === 0) continue
      for (; columns < column; columns++)
        words = joined(words, `${words.size > 0 ? ' ' : ''}${divider}`)
      words = joined(words, columns > 0 ? ' ' : '').append(own)
    }
    return words.size === 0 ? [] : [paragraph.create(null, words)]
  })
}

/** What a cell holds in one line, with its marks: what stood on lines of its own gets a space. */
function wordsOf(cell: Node): Fragment {
  let words = Fragment.empty
  cell.descendants((node) => {
    if (node.isTextblock && node.textContent.trim() !== '')
      words = joined(words, words.size > 0 ? ' ' : '').append(node.content)
  })
  return words
}

function joined(words: Fragment, sign: string): Fragment {
  return sign === '' ? words : words.append(Fragment.from(schema.text(sign)))
}

/** Whether a place is in a cell of a table. */
export function isInCell($place: ResolvedPos): boolean {
  for (let depth = $place.depth; depth > 0; depth--)
    if ($place.node(depth).type === tableCell) return true
  return false
}

/** What of a slice can stand in a cell, and how many tables became lines for it. */
export function inCell({ content }: Slice): { readonly slice: Slice; readonly tables: number } {
  let tables = 0
  const blocksOf = (node: Node): Node[] => {
    if (node.isText || node.type === paragraph) return [node]
    if (node.type === bulletList || node.type === orderedList) return [node]
    if (node.type === table) {
      tables++
      return linesOfTable(node)
    }
    if (node.type === entryHeading) return [paragraph.create(null, node.content)]
    const code = String(node.type === entry ? node.attrs.code : '')
    const lines = node.children.flatMap(blocksOf)
    return code === '' ? lines : [paragraph.create(null, schema.text(code)), ...lines]
  }
  const blocks = Fragment.from(content.content.flatMap(blocksOf))
  return { slice: Slice.maxOpen(blocks), tables }
}

/** A slice with tables whole, unless it is of words in one cell alone. */
export function closedAtTables({ content, openStart, openEnd }: Slice): Slice {
  const isApart = (node: Node | null) => content.childCount > 1 || (node && hasMoreCells(node))
  const until = (open: number, inner: (node: Node) => Node | null, edge: Node | null) => {
    let node = edge
    for (let depth = 0; depth < open && node; depth++) {
      if (node.type === table && isApart(node)) return depth
      node = inner(node)
    }
    return open
  }
  return new Slice(
    content,
    until(openStart, (node) => node.firstChild, content.firstChild),
    until(openEnd, (node) => node.lastChild, content.lastChild),
  )
}

function hasMoreCells(node: Node): boolean {
  return node.childCount > 1 || (node.firstChild?.childCount ?? 0) > 1
}
