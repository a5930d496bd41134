import { looksOf } from './pasted-sheet.ts'

/**
 * What a page says by looks alone, of which the schema sees nothing: words that are not to be seen or
 * were struck out, and signs that stand higher or lower. Word and the Official Journal give such looks
 * to classes, whose sheets of styles are not let in.
 */

/** What was left out of a paste, and how many of each. */
export interface LeftOut {
  readonly comments: number
  readonly footnotes: number
  readonly hidden: number
  readonly deleted: number
}

export const nothingLeftOut: LeftOut = { comments: 0, footnotes: 0, hidden: 0, deleted: 0 }

/**
 * Takes out of a body what its reader was not to see, or saw as no words of the text any more: comments
 * and footnotes, which Word sets below the text with marks in it, hidden words, and words that were
 * deleted with changes tracked or struck out.
 */
export function leaveOut(body: Element, sheets: readonly string[]): LeftOut {
  const looks = looksOf(sheets)
  const styled = (look: RegExp) =>
    [...body.querySelectorAll('[style], [class]')].filter((one) => look.test(lookOf(one, looks)))

  const comments = [
    takeOut([...styled(ofComment), ...body.querySelectorAll('.msocomtxt')]),
    takeOut(body.querySelectorAll('.MsoCommentReference, .msocomanchor')),
    takeOut(styled(commentList)),
  ]
  const footnotes = [
    takeOut([...styled(ofFootnote), ...body.querySelectorAll(footnoteLines)]),
    takeOut(body.querySelectorAll(footnoteMarks)),
    takeOut(styled(footnoteList)),
  ]
  return {
    comments: Math.max(...comments),
    footnotes: Math.max(...footnotes),
    hidden: takeOut([...styled(hidden), ...body.querySelectorAll('[hidden]')]),
    deleted: takeOut([...body.querySelectorAll('del, s, strike, .msoDel'), ...styled(struck)]),
  }
}

/** Gives signs that stand higher or lower by their class, or by so many points, the elements that say so. */
export function raiseByLook(body: Element, sheets: readonly string[]): void {
  const looks = looksOf(sheets)
  for (const span of body.querySelectorAll('span, font')) {
    const look = lookOf(span, looks)
    const isRaised = span.matches('.oj-super, .super') || raised.test(look)
    const isLowered = span.matches('.oj-sub, .sub') || lowered.test(look)
    if (isRaised === isLowered) continue
    const sign = body.ownerDocument.createElement(isRaised ? 'sup' : 'sub')
    sign.append(...span.childNodes)
    span.append(sign)
  }
}

const ofComment = /mso-element:\s*comment(?!-)/i
const commentList = /mso-element:\s*comment-list/i
const ofFootnote = /mso-element:\s*(?:foot|end)note(?!-)/i
const footnoteList = /mso-element:\s*(?:foot|end)note-list/i
const footnoteLines = '.MsoFootnoteText, .MsoEndnoteText, .sdfootnote, .sdendnote'
const footnoteMarks =
  'a[href^="#_ftn"], a[href^="#_edn"], .MsoFootnoteReference, .MsoEndnoteReference, .sdfootnoteanc, .sdendnoteanc'
const hidden = /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i
const struck = /text-decoration(?:-line)?:[^;]*line-through/i
const raised = /vertical-align:\s*super|mso-text-raise:\s*[\d.]*[1-9]/i
const lowered = /vertical-align:\s*sub(?!\w)|mso-text-raise:\s*-/i

export function lookOf(element: Element, looks: ReadonlyMap<string, string>): string {
  const own = element.getAttribute('style') ?? ''
  return [own, ...[...element.classList].map((name) => looks.get(name) ?? '')].join(';')
}

/** Removes elements, with the lines and items that are empty without them; how many had words. */
function takeOut(elements: Iterable<Element>): number {
  let count = 0
  for (const element of elements) {
    // One inside of another has gone with it.
    if (element.closest('body') === null) continue
    if (!isBlank(element)) count++
    let emptied: Element | null = element.parentElement
    element.remove()
    while (emptied?.matches('p, li, ul, ol, div') && isBlank(emptied)) {
      const around: Element | null = emptied.parentElement
      emptied.remove()
      emptied = around
    }
  }
  return count
}

function isBlank(element: Element): boolean {
  return (element.textContent ?? '').trim() === '' && element.querySelector('br') === null
}
