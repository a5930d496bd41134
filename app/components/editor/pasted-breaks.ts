/** What is broken in pasted HTML: it becomes lines, for a text has no breaks in one. */

/** Two lines for each break, outside of what is one line or is read otherwise. */
export function partLines(body: Element, whole: string): void {
  for (const br of body.querySelectorAll('br'))
    if (!br.closest(whole)) partAt(br, br.closest(lines) ?? wrapLine(br, body))
}

const lines = 'p, h1, h2, h3, h4, h5, h6'

const blocks =
  'address, article, aside, blockquote, dd, div, dl, dt, footer, header, hr, li, main, ol, pre, section, table, td, th, ul'

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

/** Takes out the blanks between two blocks, which are words where a page puts these into what is none. */
export function dropBlanks(body: Element): void {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const blanks: Node[] = []
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const beside = [text.previousSibling, text.nextSibling]
    const isBeside = beside.some((one) => one && isBlock(one))
    if (isBeside && /^[ \t\r\n]*$/.test(text.nodeValue ?? '')) blanks.push(text)
  }
  for (const blank of blanks) blank.parentNode?.removeChild(blank)
}
