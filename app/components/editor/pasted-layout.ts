import { typedCode, typedNote } from '#app/word/labels.ts'
import { cut, wordsOf } from './pasted-blocks.ts'
import { typedIn } from './pasted-outline.ts'
import { isRowLabel, pointLabel, type PastePlace } from './pasted-points.ts'
import { markIn } from './word-lists.ts'

/**
 * Brings what lays out entries and points otherwise into the tables of two cells that are read as such:
 * the columns and lines of pages of the Union's law, and in the controlled items the paragraphs of a
 * Word document, a code and its heading before points.
 */
export function layOutInTables(body: Element, place: PastePlace): void {
  for (const block of body.querySelectorAll(columns)) {
    const [label, words, ...more] = block.children
    if (label && words && more.length === 0 && isRowLabel(label))
      tableOf(block, label.childNodes, words.childNodes)
  }
  for (const block of body.querySelectorAll('.oj-enumeration-spacing, .enumeration-spacing')) {
    const [label, ...words] = block.children
    if (label && words.length > 0 && isRowLabel(label)) tableOf(block, label.childNodes, words)
  }
  if (place !== 'elsewhere') for (const line of body.querySelectorAll('p')) layOutEntry(line)
}

const columns = '.grid-container.grid-list'

function tableOf(block: Element, label: Iterable<Node>, words: Iterable<Node>): void {
  const make = (tag: string) => block.ownerDocument.createElement(tag)
  const cells = [make('td'), make('td')]
  cells[0]?.append(...label)
  cells[1]?.append(...words)
  const row = make('tr')
  row.append(...cells)
  const table = make('table')
  table.append(row)
  block.replaceWith(table)
}

/** A line that begins with a code has all lines up to the next such one, if points begin below it. */
function layOutEntry(line: Element): void {
  const next = line.nextElementSibling
  const code = codeOf(line)
  if (!code || !next || line.closest('td, th')) return
  const isAlone = wordsOf(line).length <= code.code.length
  if (!isBelowHeading(next) && !(isAlone && isBelowHeading(next.nextElementSibling))) return
  const inside: Element[] = []
  for (
    let following: Element | null = next;
    following?.matches('p, ol, ul') && !codeOf(following);
    following = following.nextElementSibling
  )
    inside.push(following)
  const heading = line.cloneNode(true)
  if (!(heading instanceof Element)) return
  cut(heading, code.length)
  const words = wordsOf(heading) === '' ? inside : [heading, ...inside]
  tableOf(line, [line.ownerDocument.createTextNode(code.code)], words)
}

/** What stands below the heading of an entry: a point, counted or typed, or a note. */
function isBelowHeading(line: Element | null): boolean {
  if (!line) return false
  const isCounted = line.matches('ol') || pointLabel.test(wordsOf(markIn(line)))
  return isCounted || typedIn(line) !== null || isNote(line)
}

function isNote(line: Element): boolean {
  return line.matches('p') && typedNote(line.textContent ?? '') !== null
}

function codeOf(line: Element) {
  return line.matches('p') ? typedCode(line.textContent ?? '') : null
}
