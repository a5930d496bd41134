import { unwrap } from './pasted-blocks.ts'
import { dropBlanks, partLines } from './pasted-breaks.ts'
import { layOutInTables } from './pasted-layout.ts'
import { leaveOut, nothingLeftOut, raiseByLook, type LeftOut } from './pasted-looks.ts'
import { gapsIn, type PastedGap } from './pasted-letters.ts'
import { unsureIn, type PastedPlace } from './pasted-outline.ts'
import { readPointTables, type PastePlace } from './pasted-points.ts'
import { readBulletLists, readNumberedLists } from './pasted-lists.ts'
import { countsOf, tellLevels } from './pasted-sheet.ts'
import { takeTables } from './pasted-tables.ts'
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
  /** How many tables came in as lines, for where they stood no table can. */
  readonly asLines: number
  /** Whether it was copied from a text, and is as the schema has it. */
  readonly isOwn: boolean
}

/** Nothing that would have to be told. */
export const nothingRead: Omit<ReadHtml, 'html'> = {
  hasPoints: false,
  leftOut: nothingLeftOut,
  unsure: [],
  gaps: [],
  asLines: 0,
  isOwn: false,
}

/**
 * Puts HTML from elsewhere into paragraphs, lists and points that the schema knows, before anything is
 * read: it has no line breaks and would join the words that one parts, and lists of Word are no lists.
 */
export function inLines(html: string, place: PastePlace): ReadHtml {
  // The content policy lets no sheet of styles in, and would complain of each.
  const sheets = [...html.matchAll(sheet)].map(([, rules = '']) => rules)
  const unstyled = html.replaceAll(sheet, '')
  const { head, body } = new DOMParser().parseFromString(unstyled, 'text/html')
  if (isOfSchema(body)) return { ...nothingRead, html, isOwn: true }
  const leftOut = leaveOut(body, sheets)
  raiseByLook(body, sheets)
  tellLevels(body, sheets)
  const tables = takeTables(body, sheets)
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
  partLines(body, 'td, th')
  const asLines = tables.putBack()
  dropBlanks(body)
  const hasPoints = body.querySelector(':is([data-node="entry"], [data-node="point"])') !== null
  const read = head.innerHTML + body.innerHTML
  return { html: read, hasPoints, leftOut, unsure, gaps, asLines, isOwn: false }
}

/** Whether it was copied here: other editors of this kind mark what is copied too, and have tables of their own. */
function isOfSchema(body: Element): boolean {
  const marked = body.querySelectorAll('[data-pm-slice]')
  if (marked.length > 0 && !body.querySelector('table:not([data-node])')) return true
  for (const element of marked) element.removeAttribute('data-pm-slice')
  return false
}

const sheet = /<style[\s>]([^]*?)<\/style>/gi
