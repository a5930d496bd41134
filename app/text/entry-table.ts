import { type ContentNode, idOf, isTextblock, lineOf, textAttribute } from './content.ts'
import { elementsOf } from './elements.ts'
import { entryDocument } from './entry-document.ts'
import type { PlaceName } from './place-name.ts'
import type { OriginalEntry } from './entry-translation.ts'
import { withRaisedFigures } from './raised.ts'

/** An entry as the rows of a table, one for each line, so that it can be translated in a spreadsheet. */

export interface EntryRow {
  /** The id of the entry, and of the line in it. */
  readonly entry: string
  readonly element: string
  /** The entry, heading, point or note that the line is of. */
  readonly part: string
  readonly place: PlaceName
  readonly original: string
  /** Empty where there is none yet. */
  readonly translation: string
}

/** What stands for the destinations of an entry, which are no line of it. */
export const destinationsRow = '@destinations'

export function rowsOf(
  { id, content }: OriginalEntry,
  translation: ContentNode | null,
): EntryRow[] {
  const original = withRaisedFigures(content)
  const others = translation && linesById(withRaisedFigures(translation))
  const elements = elementsOf(entryDocument(original))
  const destinations = textAttribute(content, 'destinations')?.trim()
  return elements.flatMap((element): EntryRow[] => {
    const { kind, parentId } = element
    const part = kind === 'paragraph' ? (parentId ?? element.id) : element.id
    const own = { entry: id, element: element.id, part, place: element, original: element.text }
    if (kind === 'entry' && destinations) {
      const other = translation ? textAttribute(translation, 'destinations') : null
      const row = { element: destinationsRow, original: destinations, translation: other ?? '' }
      return [{ ...own, ...row }]
    }
    if (kind !== 'paragraph' && kind !== 'heading') return []
    return element.text.trim() === ''
      ? []
      : [{ ...own, translation: others?.get(element.id) ?? '' }]
  })
}

function linesById(node: ContentNode): Map<string, string> {
  const lines = new Map<string, string>()
  const visit = (one: ContentNode) => {
    if (isTextblock(one)) lines.set(idOf(one), lineOf(one))
    else for (const child of one.content ?? []) visit(child)
  }
  visit(node)
  return lines
}

/** What stands above the rows of the table; those who read it back know the columns by these. */
export const tableColumns = ['entry', 'element', 'place', 'original', 'translation'] as const

/** The rows of a table under their columns, in whatever order these are; null where one is not there. */
export function returnedRows([heading = [], ...rows]: readonly (readonly string[])[]):
  | ReturnedRow[]
  | null {
  const names = heading.map((cell) => cell.trim().toLowerCase())
  const [entry = -1, element = -1, , original = -1, translation = -1] = tableColumns.map((name) =>
    names.indexOf(name),
  )
  if ([entry, element, original, translation].includes(-1)) return null
  return rows.map((row) => ({
    entry: row[entry]?.trim() ?? '',
    element: row[element]?.trim() ?? '',
    original: row[original] ?? '',
    translation: row[translation] ?? '',
  }))
}

/** A row as it came back. */
export type ReturnedRow = Pick<EntryRow, 'entry' | 'element' | 'original' | 'translation'>

export interface RowFault {
  /** From 1, the heading not counted. */
  readonly row: number
  /**
   * unknown: no line of the list has these ids. other-original: its line says something else, so that
   * rows may have slipped. twice: the line came before.
   */
  readonly fault: 'unknown' | 'other-original' | 'twice'
}

export type ReadTable =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, ContentNode> }
  | { readonly ok: false; readonly faults: readonly RowFault[] }

/**
 * The translations that a table holds, by the ids of the entries: with the structure of the originals, and
 * empty lines where it has no words. A table with a row that does not belong is not read at all.
 */
export function readTable(
  originals: readonly OriginalEntry[],
  rows: readonly ReturnedRow[],
): ReadTable {
  const known = new Map<string, string>()
  for (const original of originals)
    for (const { entry, element, original: words } of rowsOf(original, null))
      known.set(keyOf(entry, element), asCell(words))
  const words = new Map<string, string>()
  const faults = rows.flatMap((row, index): RowFault[] => {
    const key = keyOf(row.entry, row.element)
    const original = known.get(key)
    const told = (fault: RowFault['fault']) => [{ row: index + 1, fault }]
    if (original === undefined) return told('unknown')
    if (words.has(key)) return told('twice')
    words.set(key, row.translation.trim())
    return asCell(row.original) === original ? [] : told('other-original')
  })
  if (faults.length > 0) return { ok: false, faults }
  const entries = originals.flatMap(({ id, content }) => {
    const has = rows.some(({ entry, translation }) => entry === id && translation.trim() !== '')
    return has ? [[id, translated(id, content, words)] as const] : []
  })
  return { ok: true, entries: new Map(entries) }
}

function keyOf(entry: string, element: string): string {
  return `${entry} ${element}`
}

/** As a spreadsheet gives it back. */
function asCell(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}

function translated(
  entryId: string,
  node: ContentNode,
  words: ReadonlyMap<string, string>,
): ContentNode {
  if (isTextblock(node)) {
    const text = words.get(keyOf(entryId, idOf(node))) ?? ''
    return { ...node, content: text === '' ? [] : [{ type: 'text', text }] }
  }
  const destinations = words.get(keyOf(entryId, destinationsRow)) || null
  return {
    ...node,
    ...(node.type === 'entry' && { attrs: { ...node.attrs, destinations } }),
    ...(node.content && {
      content: node.content.map((child) => translated(entryId, child, words)),
    }),
  }
}
