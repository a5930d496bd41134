import { letterPoints } from '#app/text/lettering.ts'
import { EntryOutline } from '#app/word/entry-outline.ts'
import { typedCode, typedNote } from '#app/word/labels.ts'

/** Where something is pasted: only in the controlled items are there entries, and points only in these. */
export type PastePlace = 'entry' | 'items' | 'elsewhere'

/**
 * The page of the Official Journal writes each entry, point and note as a table of two cells, its code,
 * letter or title and its words, with the tables of what stands inside in the second; Word documents
 * are laid out so too. In the controlled items they become entries, points and notes again; elsewhere
 * letters stay words before their paragraph, and dashes make a list.
 */
export function readPointTables(body: Element, place: PastePlace): void {
  replaceTables(body, place)
  if (place === 'entry' && body.querySelector(pointOrNote)) foldNotes(body)
  letter(body, 0)
}

/** Whether a line is of an entry: in one already, or in a cell beside the code of one. */
export function isOfEntry(line: Element, place: PastePlace): boolean {
  if (place !== 'items') return place === 'entry'
  for (let row = line.closest('tr'); row; row = row.parentElement?.closest('tr') ?? null) {
    if (row.children.length === 2 && kindOf(wordsOf(row.children[0]))?.kind === 'entry') return true
  }
  return false
}

/** A point as the schema reads it. */
export function makePoint(label: string, inside: readonly Node[], from: Document): HTMLElement {
  const point = from.createElement('div')
  point.dataset.node = 'point'
  point.dataset.label = label.replaceAll(/[().]/g, '')
  point.append(...inside)
  return point
}

/** A letter or number as points have them, with what stands around it. */
export const pointLabel = /^\(?(?:[a-z]{1,3}|\d{1,3})[.)]{1,2}$/i

const pointOrNote = '[data-node="point"], [data-node="note"]'

function replaceTables(body: Element, place: PastePlace): void {
  for (const table of body.querySelectorAll('table')) {
    // Tables inside of one that was read have been read with it.
    if (!body.contains(table)) continue
    const rows = labelledRows(table)
    if (rows) table.replaceWith(...blocksOfRows(rows, place))
  }
}

type RowKind = { kind: 'entry'; code: string } | { kind: 'note'; note: string } | { kind: 'point' }

interface LabelledRow {
  readonly label: string
  readonly is: RowKind
  readonly words: Element
}

function kindOf(label: string): RowKind | null {
  const code = typedCode(label)
  if (code?.length === label.length) return { kind: 'entry', code: code.code }
  // A title without its colon, which it has where words follow it.
  const note = typedNote(`${label}: `)
  if (note && label.length < longestTitle) return { kind: 'note', note: note.kind }
  return pointLabel.test(label) || dash.test(label) ? { kind: 'point' } : null
}

/** Whether an element holds what a row of points begins with: a code, a letter, a dash, a title. */
export function isRowLabel(cell: Element): boolean {
  return kindOf(wordsOf(cell)) !== null
}

/** "Technical Notes 12:", with blanks. */
const longestTitle = 24

const dash = /^[—–•-]$/

/** Null where it is a table of something else. */
function labelledRows(table: Element): LabelledRow[] | null {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const read = rows.flatMap((row): LabelledRow[] => {
    const [first, words, ...more] = row.children
    const label = wordsOf(first)
    const is = kindOf(label)
    return words && more.length === 0 && is ? [{ label, is, words }] : []
  })
  return rows.length > 0 && read.length === rows.length ? read : null
}

/**
 * What stands in rows below that of an entry is of this entry, and the points of rows that begin the
 * lettering of a level below stand in the one above: "a.", "1.", "2.", "b.".
 */
function blocksOfRows(rows: readonly LabelledRow[], place: PastePlace): Element[] {
  const blocks: Element[] = []
  let outline = new EntryOutline()
  let open: Element[] = []
  for (const row of rows) {
    const entry = blocks.at(-1)?.matches('article') ? blocks.at(-1) : undefined
    if (row.is.kind === 'entry') {
      outline = new EntryOutline()
      open = []
    }
    const made = blocksOf(row, entry ? 'entry' : place)
    const [point] = made
    const label = point instanceof HTMLElement ? point.dataset.label : undefined
    if (point && label !== undefined) {
      open = open.slice(0, outline.point({ label, counted: null, indent: null }).depth)
      const around = open.at(-1)
      open.push(point)
      if (around) {
        around.append(point)
        continue
      }
    }
    if (entry && row.is.kind !== 'entry') entry.append(...made)
    else blocks.push(...made)
  }
  return blocks
}

function blocksOf({ label, is, words }: LabelledRow, place: PastePlace): Element[] {
  const make = (tag: string) => words.ownerDocument.createElement(tag)
  const isEntry = is.kind === 'entry' && place !== 'elsewhere'
  replaceTables(words, isEntry ? 'entry' : place)
  const inner = inBlocks(words)
  if (isEntry) return [entryOf(is.code, inner, make)]
  const isDash = dash.test(label)
  if (isDash && place !== 'entry') {
    const list = make('ul')
    list.appendChild(make('li')).append(...inner)
    return [list]
  }
  if (place === 'entry' && is.kind === 'note') return [noteOf(is.note, inner, make)]
  if (place === 'entry' && !isDash) {
    const point = makePoint(label, inner, words.ownerDocument)
    foldNotes(point)
    return [point]
  }
  const first = inner[0]?.matches('p') ? inner[0] : make('p')
  first.prepend(`${label} `)
  return inner[0] === first ? inner : [first, ...inner]
}

function entryOf(code: string, inner: readonly Element[], make: (tag: string) => HTMLElement) {
  const entry = make('article')
  entry.dataset.node = 'entry'
  entry.dataset.code = code
  const heading = make('p')
  heading.dataset.node = 'entryHeading'
  const [first] = inner
  const hasHeading = first?.matches('p') === true
  if (hasHeading) heading.append(...first.childNodes)
  entry.append(heading, ...inner.slice(hasHeading ? 1 : 0))
  foldNotes(entry)
  return entry
}

function noteOf(kind: string, inner: readonly Element[], make: (tag: string) => HTMLElement) {
  const note = make('aside')
  note.dataset.node = 'note'
  note.dataset.kind = kind
  note.append(...inner)
  return note
}

/** Paragraphs that begin with the title of a note become notes; a title alone has those that follow. */
function foldNotes(parent: Element): void {
  let open: Element | null = null
  // The list of children changes while they are put into notes.
  const children = [...parent.children]
  for (const child of children) {
    const isLine = child.matches('p:not([data-node])')
    const title = isLine ? typedNote(child.textContent ?? '') : null
    if (title) {
      const note = noteOf(title.kind, [], (tag) => parent.ownerDocument.createElement(tag))
      child.before(note)
      cut(child, title.length)
      const isAlone = wordsOf(child) === ''
      if (isAlone) child.remove()
      else note.append(child)
      open = isAlone ? note : null
    } else if (open && isLine) open.append(child)
    else open = null
  }
}

/** Takes the first characters out of a line, whatever marks stand around them. */
export function cut(line: Element, length: number): void {
  const texts = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let left = length
  for (let text = texts.nextNode(); text && left > 0; text = texts.nextNode()) {
    const whole = text.nodeValue ?? ''
    text.nodeValue = whole.slice(left)
    left -= Math.min(left, whole.length)
  }
}

export function wordsOf(cell: Element | undefined): string {
  return (cell?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** What a cell holds, words without a paragraph in one of their own. */
function inBlocks(cell: Element): Element[] {
  const blocks: Element[] = []
  let line: Element | null = null
  // The list of nodes changes while they are put into lines.
  const nodes = [...cell.childNodes]
  for (const node of nodes) {
    if (node instanceof HTMLElement && node.matches('div') && node.dataset.node === undefined) {
      blocks.push(...inBlocks(node))
      line = null
    } else if (node instanceof Element && node.matches('p, ul, ol, table, div, article, aside')) {
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
export function letter(parent: Element, depth: number): void {
  const own: { label: string | null }[] = []
  for (const child of parent.children) {
    if (!(child instanceof HTMLElement)) continue
    if (child.dataset.node !== 'point') {
      letter(child, 0)
      continue
    }
    const written = child.dataset.label ?? ''
    const counted = letterPoints([...own, { label: null }], depth).at(-1)
    own.push({ label: counted === written ? null : written })
    if (counted === written) delete child.dataset.label
    letter(child, depth + 1)
  }
}
