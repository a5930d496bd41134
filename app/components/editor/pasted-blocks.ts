/** Small steps with what a paste holds, while it is put into lines. */

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

/** What an element holds, one after the other, words without a paragraph in one of their own. */
export function inBlocks(holder: Element): Element[] {
  const found: Element[] = []
  let line: Element | null = null
  // The list of nodes changes while they are put into lines.
  const nodes = [...holder.childNodes]
  for (const node of nodes) {
    if (node instanceof Element && node.matches(blocks)) {
      found.push(node)
      line = null
    } else if (node instanceof Element && (node.matches(wrappers) || node.querySelector(blocks))) {
      found.push(...inBlocks(node))
      line = null
    } else if (line !== null || (isWords(node) && (node.textContent ?? '').trim() !== '')) {
      line ??= found[found.push(holder.ownerDocument.createElement('p')) - 1] ?? null
      line?.append(node)
    }
  }
  return found
}

/**
 * Takes away what programs put around each line or list, so that they stand side by side; a wrapper
 * with nothing but words becomes a line. What pages lay out in columns stays.
 */
export function unwrap(body: Element): void {
  for (const wrapper of body.querySelectorAll('div:not([data-node])')) {
    if (wrapper.closest('[class*="grid"], [class*="enumeration"], table, li')) continue
    if (wrapper.querySelector(`${blocks}, ${wrappers}`)) {
      // Words beside them would run into those of the neighbours.
      if (holdsBlocksOnly(wrapper)) wrapper.replaceWith(...wrapper.childNodes)
      continue
    }
    const line = wrapper.ownerDocument.createElement('p')
    const style = wrapper.getAttribute('style')
    if (style !== null) line.setAttribute('style', style)
    line.append(...wrapper.childNodes)
    wrapper.replaceWith(line)
  }
}

function holdsBlocksOnly({ childNodes }: Element): boolean {
  return [...childNodes].every((node) =>
    node instanceof Element
      ? node.matches(`${blocks}, ${wrappers}`)
      : !isWords(node) || (node.textContent ?? '').trim() === '',
  )
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, pre, table, article, aside, div[data-node]'
const wrappers = 'div, section, main, center, blockquote'

/** Comments have text that is no words. */
function isWords(node: Node): boolean {
  return node.nodeType !== Node.COMMENT_NODE
}
