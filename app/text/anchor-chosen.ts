import { type Anchor, quoteOf } from '#app/measures/anchor.ts'
import { atElement, atWords, type Placement } from './anchor-placement.ts'
import { AnchorText } from './anchor-text.ts'
import type { Content } from './content.ts'

/**
 * Where a comment belongs that people have put at an element, which has been `found` in a later text: at
 * the words that it is about if they stand in it, as they stood where it was written, and else at the
 * element. What people said holds as long as the element says the same as when they said it, so nothing
 * is said to have changed then.
 */
export function whereChosen(found: Placement, anchor: Anchor, content: Content): Placement {
  if (found.condition === 'unsure' || found.condition === 'text-removed') return found
  const text = new AnchorText(content)
  const element = text.element(found.elementId)
  if (!element || anchor.kind === 'whole') return found
  const quote = quoteOf(anchor)
  const isChanged = found.condition === 'text-changed'
  const condition =
    found.condition !== 'moved' && element.id === anchor.elementId ? 'exact' : 'moved'

  if (anchor.kind === 'element') {
    if (element.text !== quote) return isChanged ? found : asChosen(found, 'text-changed')
    const finding = { condition, method: 'element', score: 1 } as const
    return isChanged ? atElement(element, finding) : found
  }
  const [only, second] = text.placesOf(quote, element, 2)
  if (only && second) return asChosen(found, 'moved')
  if (!only) return isChanged ? found : asChosen(found, 'text-changed')
  return atWords(text, element, only, { condition, method: 'element-exact', score: 1 })
}

function asChosen(found: Placement, condition: 'moved' | 'text-changed'): Placement {
  return { ...found, condition, method: 'chosen' }
}
