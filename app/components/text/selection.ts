import type { TextElement } from '#app/text/elements.ts'

/** Words that a reader has chosen in a frozen text. */
export interface Choice {
  readonly elementId: string
  /** Offsets in the element's own words. */
  readonly from: number
  readonly to: number
  readonly quote: string
  /** Up to `contextLength` characters before and after the words, to find them again by. */
  readonly prefix: string
  readonly suffix: string
}

export const contextLength = 32

/**
 * The smallest element that holds a stretch of the text, with the stretch trimmed of white space;
 * null where no words are left. `from` and `to` are offsets in `plain`, the text's plain text.
 */
export function choiceOf(
  elements: readonly TextElement[],
  plain: string,
  from: number,
  to: number,
): Choice | null {
  const chosen = plain.slice(from, to)
  const quote = chosen.trim()
  if (quote === '') return null
  const start = from + chosen.indexOf(quote)
  const end = start + quote.length
  const around = elements.filter((element) => element.from <= start && element.to >= end)
  const element = around.reduce<TextElement | null>(
    (best, next) => (best && best.to - best.from < next.to - next.from ? best : next),
    null,
  )
  if (!element) return null
  return {
    elementId: element.id,
    from: start - element.from,
    to: end - element.from,
    quote,
    prefix: plain.slice(Math.max(0, start - contextLength), start),
    suffix: plain.slice(end, end + contextLength),
  }
}

/** The frozen text that holds all of a range; null where none does. */
export function textAround({ commonAncestorContainer: node }: Range): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('[data-frozen-text]') ?? null
}

/**
 * Where a point of the page is in the plain text. Lines carry their offset as `data-from`; what the
 * page adds to the words (references to threads) stands in `data-added` and is not counted.
 */
export function offsetIn(root: Element, node: Node, offset: number): number | null {
  // A translation that stands beside parts of the text has lines of its own.
  const lines = [...root.querySelectorAll<HTMLElement>('[data-from]')].filter(
    (line) => line.closest('[data-frozen-text]') === root,
  )
  const range = document.createRange()
  range.setStart(node, offset)
  for (const line of lines) {
    const start = Number(line.dataset.from)
    if (line.contains(node)) return start + lengthBefore(line, node, offset)
    if (range.comparePoint(line, 0) > 0) return start
  }
  const last = lines.at(-1)
  return last ? Number(last.dataset.from) + lengthBefore(last, last, last.childNodes.length) : null
}

function lengthBefore(line: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  const part = before.cloneContents()
  for (const added of part.querySelectorAll('[data-added]')) added.remove()
  return part.textContent?.length ?? 0
}
