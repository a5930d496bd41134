import { unwrap } from './pasted-blocks.ts'
import { layOutInTables } from './pasted-layout.ts'
import { leaveOut, nothingLeftOut, raiseByLook, type LeftOut } from './pasted-looks.ts'
import { gapsIn, type PastedGap } from './pasted-letters.ts'
import { unsureIn, type PastedPlace } from './pasted-outline.ts'
import { readPointTables, type PastePlace } from './pasted-points.ts'
import { readBulletLists, readNumberedLists } from './pasted-lists.ts'
import { countsOf, tellLevels } from './pasted-sheet.ts'
import { listWordLists } from './word-lists.ts'

export interface ReadHtml {
  readonly html: string
  /** Whether it has entries, points or notes that were none where they were copied. */
  readonly hasPoints: boolean
  readonly leftOut: LeftOut
  /** The points that could as well stand elsewhere. */
  readonly unsure: readonly PastedPlace[]
  /** Those before which a letter or number is missing. */
  readonly gaps: readonly PastedGap[]
}

/**
 * Puts HTML from elsewhere into paragraphs, lists and points that the schema knows, before anything is
 * read: it has no line breaks and would join the words that one parts, and lists of Word are no lists.
 */
export function inLines(html: string, place: PastePlace): ReadHtml {
  // What was copied here is as the schema has it.
  if (html.includes('data-pm-slice'))
    return { html, hasPoints: false, leftOut: nothingLeftOut, unsure: [], gaps: [] }
  // The content policy lets no sheet of styles in, and would complain of each.
  const sheets = [...html.matchAll(sheet)].map(([, rules = '']) => rules)
  const unstyled = html.replaceAll(sheet, '')
  const { head, body } = new DOMParser().parseFromString(unstyled, 'text/html')
  const leftOut = leaveOut(body, sheets)
  raiseByLook(body, sheets)
  tellLevels(body, sheets)
  if (place !== 'elsewhere') {
    unwrap(body)
    // A line of points that was broken, before each is looked at.
    partLines(body, 'td, th, li, [style*="mso-list"]')
  }
  layOutInTables(body, place)
  listWordLists(body, place, countsOf(sheets))
  readBulletLists(body, place)
  readNumberedLists(body, place)
  readPointTables(body, place)
  const [unsure, gaps] = [unsureIn(body), gapsIn(body)]
  // The cells of a table stay one line (`table-rows`).
  partLines(body, 'td, th')
  const hasPoints = body.querySelector(':is([data-node="entry"], [data-node="point"])') !== null
  return { html: head.innerHTML + body.innerHTML, hasPoints, leftOut, unsure, gaps }
}

/** Two lines for each break, outside of what is one line or is read otherwise. */
function partLines(body: Element, whole: string): void {
  for (const br of body.querySelectorAll('br'))
    if (!br.closest(whole)) partAt(br, br.closest(lines) ?? wrapLine(br, body))
}

const sheet = /<style[\s>]([^]*?)<\/style>/gi

const lines = 'p, h1, h2, h3, h4, h5, h6'

const blocks =
  'address, article, aside, blockquote, dd, div, dl, dt, footer, header, hr, li, main, ol, pre, section, table, ul'

/** A line of words that stands in no paragraph gets one. */
function wrapLine(br: Element, body: Element): Element {
  let inBlock = br
  while (inBlock.parentElement && inBlock.parentElement !== body && !isBlock(inBlock.parentElement))
    inBlock = inBlock.parentElement
  const [first, last] = [furthest(inBlock, 'previousSibling'), furthest(inBlock, 'nextSibling')]
  const range = br.ownerDocument.createRange()
  range.setStartBefore(first)
  range.setEndAfter(last)
  const line = br.ownerDocument.createElement('p')
  range.surroundContents(line)
  return line
}

/** The last node in this direction that still stands in the same line of words. */
function furthest(from: Node, side: 'previousSibling' | 'nextSibling'): Node {
  let found = from
  for (let next = from[side]; next && !isBlock(next); next = next[side]) found = next
  return found
}

function isBlock(node: Node): boolean {
  return node instanceof Element && node.matches(`${blocks}, ${lines}`)
}

/** Two paragraphs in place of one with a break; neither is kept where it would be empty. */
function partAt(br: Element, line: Element): void {
  const range = br.ownerDocument.createRange()
  range.setStartAfter(br)
  range.setEnd(line, line.childNodes.length)
  // A line of its own, that is: no item of the list that the first line may be one of.
  const rest = br.ownerDocument.createElement('p')
  const style = line.getAttribute('style')
  if (style !== null) rest.setAttribute('style', style)
  rest.appendChild(range.extractContents())
  br.remove()
  if (!isBlank(rest)) line.after(rest)
  if (isBlank(line)) line.remove()
}

/** Without words, and without a break at which words could be parted. */
function isBlank(line: Element): boolean {
  return line.querySelector('br') === null && (line.textContent ?? '').trim() === ''
}
