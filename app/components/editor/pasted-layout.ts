import { codedInPoints } from '#app/word/coded-lines.ts'
import { isTitle, typedCode, typedNote } from '#app/word/labels.ts'
import { cut, wordsOf } from './pasted-blocks.ts'
import { indentOf } from './pasted-indent.ts'
import { typedIn } from './pasted-outline.ts'
import { isRowLabel, pointLabel, type PastePlace } from './pasted-points.ts'
import { markIn } from './word-lists.ts'

/**
 * Brings what lays out entries and points otherwise into the tables of two cells that are read as such:
 * the columns and lines of pages of the Union's law, and in the controlled items the paragraphs of a
 * Word document, a code and its heading.
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
  if (place !== 'elsewhere') layOutEntries(body, place)
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

/**
 * Lines that begin with a code are headings of entries where points begin below them. Where one is, or
 * there are several among the items, so are those without points that are written as headings.
 */
function layOutEntries(body: Element, place: PastePlace): void {
  const own = [...body.querySelectorAll(headingLines)].filter((line) => !line.closest('td, th, li'))
  const inPoints = inPointsOf(own, place)
  const lines = own.filter((line) => codeOf(line) !== null && !inPoints.has(line))
  const abovePoints = lines.filter(isAbovePoints)
  const written = lines.filter((line) => isTitle(wordsBehindCode(line)))
  const isOfEntries = abovePoints.length > 0 || (place === 'items' && written.length > 1)
  const headings = new Set(isOfEntries ? [...abovePoints, ...written] : [])
  for (const line of lines) if (headings.has(line)) layOutEntry(line, headings)
}

/** The lines with a code that go on in the point before them. */
function inPointsOf(lines: readonly Element[], place: PastePlace): ReadonlySet<Element> {
  const coded = codedInPoints(
    lines.map((line) => ({
      line,
      hasCode: codeOf(line) !== null,
      isPoint: typedIn(line) !== null,
      indent: indentOf(line),
    })),
    place === 'entry' ? 0 : null,
  )
  return new Set([...coded].map(({ line }) => line))
}

function wordsBehindCode(line: Element): string {
  return (line.textContent ?? '').slice(codeOf(line)?.length)
}

const headingLines = 'p, h1, h2, h3, h4, h5, h6'

function isAbovePoints(line: Element): boolean {
  const next = line.nextElementSibling
  const isAlone = wordsOf(line).length <= (codeOf(line)?.code.length ?? 0)
  return isBelowHeading(next) || (isAlone && isBelowHeading(next?.nextElementSibling ?? null))
}

/** The line of a heading has all lines up to the next such one. */
function layOutEntry(line: Element, headings: ReadonlySet<Element>): void {
  const code = codeOf(line)
  if (!code) return
  const inside: Element[] = []
  for (
    let following = line.nextElementSibling;
    following?.matches('p, ol, ul, table[data-node]') && !headings.has(following);
    following = following.nextElementSibling
  )
    inside.push(following)
  const heading = line.ownerDocument.createElement('p')
  heading.append(...line.cloneNode(true).childNodes)
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
  return line.matches(headingLines) ? typedCode(line.textContent ?? '') : null
}
