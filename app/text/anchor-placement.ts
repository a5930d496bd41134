import type { Condition } from '#app/measures/placement.ts'
import { holds, type AnchorText, type Span } from './anchor-text.ts'
import type { TextElement } from './elements.ts'

/** Where a place of one frozen text is in a later one. */
export interface Placement {
  readonly condition: Condition
  /** Where it is now, was, or perhaps is; null for the whole, or if nothing is left of it. */
  readonly elementId: string | null
  /** In the words of that element; null for the whole element. */
  readonly from: number | null
  readonly to: number | null
  /** The words that stand there now. */
  readonly quote: string
  readonly method: PlacementMethod
  /** How like the words of old these are, 0 to 1. */
  readonly score: number
}

export type PlacementMethod =
  | 'whole'
  | 'taken-up'
  /** By a person, in this version or an earlier one. */
  | 'chosen'
  | 'live-exact'
  | 'live-between'
  | 'element'
  | 'element-exact'
  | 'element-between'
  | 'element-fuzzy'
  | 'text-exact'
  | 'text-between'
  | 'text-fuzzy'
  | 'none'

export const nowhere: Placement = {
  condition: 'text-removed',
  elementId: null,
  from: null,
  to: null,
  quote: '',
  method: 'none',
  score: 0,
}

/** An id that was made from the position (`withIds`) names the same element only with the same words. */
export function sameElement(element: TextElement, text: AnchorText): TextElement | null {
  const now = text.element(element.id)
  if (!now || now.kind !== element.kind) return null
  return /^at-\d+$/.test(now.id) && now.text !== element.text ? null : now
}

export type Finding = Pick<Placement, 'condition' | 'method' | 'score'>

/** A span as a place in the same element if that holds it, else in the innermost one that does. */
export function atWords(
  text: AnchorText,
  element: TextElement | null,
  span: Span,
  finding: Finding,
): Placement {
  const holder = element && holds(element, span) ? element : text.holderOf(span)
  const start = holder?.from ?? 0
  return {
    ...finding,
    elementId: holder?.id ?? null,
    from: span.from - start,
    to: span.to - start,
    quote: text.slice(span),
  }
}

export function atElement({ id, text }: TextElement, finding: Finding): Placement {
  return { ...finding, elementId: id, from: null, to: null, quote: text }
}

/** The place of words in the plain text; null for an element, or where nothing is left. */
export function spanOf({ elementId, from, to }: Placement, text: AnchorText): Span | null {
  const element = text.element(elementId)
  if (!element || from === null || to === null) return null
  return { from: element.from + from, to: element.from + to }
}
