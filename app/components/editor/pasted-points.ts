import { letterPoints } from '#app/text/lettering.ts'

/**
 * The page of the Official Journal writes each point as a table of two cells, its letter and its words,
 * with the tables of the points inside in the second. In an entry they become points again; elsewhere
 * letters stay words before their paragraph, and dashes make a list.
 */
export function readPointTables(body: Element, isInEntry: boolean): void {
  replaceTables(body, isInEntry)
  if (isInEntry) letter(body, 0)
}

function replaceTables(body: Element, isInEntry: boolean): void {
  for (const table of body.querySelectorAll('table')) {
    // Tables inside of one that was read have been read with it.
    if (!body.contains(table)) continue
    const rows = pointRows(table)
    if (rows) table.replaceWith(...rows.flatMap((row) => blocksOf(row, isInEntry)))
  }
}

interface PointRow {
  readonly label: string
  readonly words: Element
}

const label = /^(?:\(?(?:[a-z]{1,3}|\d{1,3})[.)]{1,2}|[—–•-])$/i

/** Null where it is a table of something else. */
function pointRows(table: Element): PointRow[] | null {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const read = rows.flatMap((row): PointRow[] => {
    const [first, words, ...more] = row.children
    const written = first?.textContent?.trim() ?? ''
    return words && more.length === 0 && label.test(written) ? [{ label: written, words }] : []
  })
  return rows.length > 0 && read.length === rows.length ? read : null
}

function blocksOf({ label, words }: PointRow, isInEntry: boolean): Element[] {
  const make = (tag: string) => words.ownerDocument.createElement(tag)
  replaceTables(words, isInEntry)
  const inner = inBlocks(words)
  const isDash = !/[a-z\d]/i.test(label)
  if (isDash && !isInEntry) {
    const list = make('ul')
    list.appendChild(make('li')).append(...inner)
    return [list]
  }
  if (isInEntry && !isDash) {
    const point = make('div')
    point.dataset.node = 'point'
    point.dataset.label = label.replaceAll(/[().]/g, '')
    point.append(...inner)
    return [point]
  }
  const first = inner[0]?.matches('p') ? inner[0] : make('p')
  first.prepend(`${label} `)
  return inner[0] === first ? inner : [first, ...inner]
}

/** What a cell holds, words without a paragraph in one of their own. */
function inBlocks(cell: Element): Element[] {
  const blocks: Element[] = []
  let line: Element | null = null
  // The list of nodes changes while they are put into lines.
  const nodes = [...cell.childNodes]
  for (const node of nodes) {
    if (node instanceof Element && node.matches('p, ul, ol, table, div')) {
      blocks.push(node)
      line = null
    } else if (line !== null || (node.textContent ?? '').trim() !== '') {
      line ??= blocks[blocks.push(cell.ownerDocument.createElement('p')) - 1] ?? null
      line?.append(node)
    }
  }
  return blocks
}

/** Points that are lettered as they would be by their place have no label of their own. */
function letter(parent: Element, depth: number): void {
  const points = [...parent.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.node === 'point',
  )
  const own: { label: string | null }[] = []
  for (const point of points) {
    const written = point.dataset.label ?? ''
    const counted = letterPoints([...own, { label: null }], depth).at(-1)
    own.push({ label: counted === written ? null : written })
    if (counted === written) delete point.dataset.label
    letter(point, depth + 1)
  }
}
