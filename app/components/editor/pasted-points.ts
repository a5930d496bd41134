import { typedCode, typedNote } from '#app/word/labels.ts'
import { inBlocks, wordsOf } from './pasted-blocks.ts'
import { letterPasted } from './pasted-letters.ts'
import { makeNote, makePoint, putInPlace, typedIn } from './pasted-outline.ts'

/** Where something is pasted: only in the controlled items are there entries, and points only in these. */
export type PastePlace = 'entry' | 'items' | 'elsewhere'

/**
 * The page of the Official Journal writes each entry, point and note as a table of two cells, its code,
 * letter or title and its words, with the tables of what stands inside in the second; Word documents
 * are laid out so too. In the controlled items they become entries, points and notes again; elsewhere
 * letters stay words before their paragraph. Dashes make a list everywhere.
 */
export function readPointTables(body: Element, place: PastePlace): void {
  replaceTables(body, place)
  if (place === 'entry' && hasStructure(body)) {
    body.replaceChildren(...inBlocks(body))
    putInPlace(body)
  }
  for (const entry of body.querySelectorAll('article')) takeInNotes(entry)
  joinDashes(body)
  letterPasted(body)
}

/** Each line with a dash is a table of its own there, and all of them one list. */
function joinDashes(body: Element): void {
  for (const list of body.querySelectorAll('ul[data-dash]')) {
    const before = list.previousElementSibling
    if (!before?.matches('ul[data-dash]')) continue
    before.append(...list.childNodes)
    list.remove()
  }
}

/**
 * Notes that stand behind the table of an entry are of this entry: from the title of the first up to
 * another entry, a heading, or anything that is no line.
 */
function takeInNotes(entry: Element): void {
  const lines: Element[] = []
  for (let next = entry.nextElementSibling; next; next = next.nextElementSibling) {
    const text = next.textContent ?? ''
    if (!next.matches('p:not([data-node])') || typedCode(text)) break
    if (lines.length === 0 && text.trim() !== '' && !typedNote(text)) break
    if (lines.length > 0 || text.trim() !== '') lines.push(next)
  }
  const from = entry.children.length
  entry.append(...lines)
  if (lines.length > 0) putInPlace(entry, from)
}

/** Whether there is more than one line to be put in its place: one alone may be any words. */
function hasStructure(body: Element): boolean {
  if (body.querySelector(pointOrNote)) return true
  const lines = [...body.querySelectorAll('p')].filter((line) => !line.closest('table, li'))
  const labelled = lines.filter((line) => typedIn(line) !== null)
  const isTitled = lines.some((line) => typedNote(line.textContent ?? '') !== null)
  return labelled.length > 1 || (labelled.length === 1 && isTitled)
}

/** Whether a line is of an entry: in one already, or in a cell beside the code of one. */
export function isOfEntry(line: Element, place: PastePlace): boolean {
  if (place !== 'items') return place === 'entry'
  for (let row = line.closest('tr'); row; row = row.parentElement?.closest('tr') ?? null) {
    if (row.children.length === 2 && kindOf(wordsOf(row.children[0]))?.kind === 'entry') return true
  }
  return false
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
  if (note && note.names === null && label.length < longestTitle)
    return { kind: 'note', note: note.kind }
  return pointLabel.test(label) || dash.test(label) ? { kind: 'point' } : null
}

/** Whether words are what a row of points begins with: a code, a letter, a dash, a title. */
export function isLabel(words: string): boolean {
  return kindOf(words) !== null
}

/** Whether an element holds what a row of points begins with: a code, a letter, a dash, a title. */
export function isRowLabel(cell: Element): boolean {
  return isLabel(wordsOf(cell))
}

/** "Technical Notes 12:", with blanks. */
const longestTitle = 24

const dash = /^[—–•-]$/

/** Whether a table is one of points, notes or entries by what each of its rows begins with. */
export function isOfPoints(table: Element): boolean {
  return labelledRows(table) !== null
}

/** Null where it is a table of something else. */
function labelledRows(table: Element): LabelledRow[] | null {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const read = rows.flatMap((row): LabelledRow[] => {
    const [first, words, ...more] = labelAndWords(row)
    const label = wordsOf(first)
    const is = kindOf(label)
    return words && more.length === 0 && is ? [{ label, is, words }] : []
  })
  return rows.length > 0 && read.length === rows.length ? read : null
}

/** Sheets have a column for each level: of more cells than two those count in which something stands. */
function labelAndWords({ children }: Element): Element[] {
  const cells = [...children]
  return cells.length <= 2
    ? cells
    : cells.filter((cell) => wordsOf(cell) !== '' || cell.querySelector('table'))
}

/** What stands in rows below that of an entry is of this entry. */
function blocksOfRows(rows: readonly LabelledRow[], place: PastePlace): Element[] {
  const blocks: Element[] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    const entry = last?.matches('article') && row.is.kind !== 'entry' ? last : undefined
    const made = blocksOf(row, entry ? 'entry' : place)
    if (entry) entry.append(...made)
    else blocks.push(...made)
  }
  for (const block of blocks) if (block.matches('article')) putInPlace(block)
  return blocks
}

function blocksOf({ label, is, words }: LabelledRow, place: PastePlace): Element[] {
  const make = (tag: string) => words.ownerDocument.createElement(tag)
  const isEntry = is.kind === 'entry' && place !== 'elsewhere'
  replaceTables(words, isEntry ? 'entry' : place)
  const inner = inBlocks(words)
  if (isEntry) return [entryOf(is.code, inner, make)]
  if (dash.test(label)) {
    const list = make('ul')
    list.dataset.dash = ''
    list.appendChild(make('li')).append(...inner)
    return [list]
  }
  if (place === 'entry' && is.kind === 'note') {
    const note = makeNote(is.note, inner, words.ownerDocument)
    putInPlace(note)
    return [note]
  }
  if (place === 'entry') {
    const point = makePoint(label, inner, words.ownerDocument)
    // Its own words have its label, whatever they begin with.
    putInPlace(point, 1)
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
  return entry
}
