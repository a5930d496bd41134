import { z } from 'zod'
import type { TextElement } from '#app/text/elements.ts'
import { withoutHalves } from '#app/text/whole-characters.ts'

/** Where in a version somebody wants to say something, as a form names it. */
export type Place =
  | { kind: 'whole' }
  | { kind: 'element'; elementId: string }
  /** `from` and `to` are offsets in the element's own words. */
  | { kind: 'words'; elementId: string; from: number; to: number }

/**
 * Where something was said, with what is needed to find the place again in a later version. It is
 * made by the server from the frozen text: nobody can quote what does not stand there.
 */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('element'), elementId: z.string(), quote: z.string() }),
  z.object({
    kind: z.literal('words'),
    elementId: z.string(),
    from: z.int().nonnegative(),
    to: z.int().positive(),
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
])
export type Anchor = z.infer<typeof anchorSchema>

/** A place in an element; the whole of it where there are no offsets (UTF-16 units in its text). */
export interface ElementPlace {
  elementId: string
  from: number | null
  to: number | null
}

/** Null for a text as a whole. */
export function placeOfAnchor(anchor: Anchor): ElementPlace | null {
  if (anchor.kind === 'whole') return null
  const { elementId } = anchor
  return anchor.kind === 'words'
    ? { elementId, from: anchor.from, to: anchor.to }
    : { elementId, from: null, to: null }
}

/** An anchor, and how the compiled table names and orders it. */
export interface Anchored {
  anchor: Anchor
  /** `3B801.f.5`, the section outside of entries, empty for the whole. */
  provision: string
  /** The place in the version's plain text, from 0; the whole stands before everything. */
  provisionOrder: number
}

/** Characters kept before and after a quote, to find it again by. */
const contextLength = 32

export const theWhole: Anchored = { anchor: { kind: 'whole' }, provision: '', provisionOrder: -1 }

/** Null where the version has no such place. */
export function anchorAt(
  elements: readonly TextElement[],
  plain: string,
  place: Place,
): Anchored | null {
  if (place.kind === 'whole') return theWhole
  const { elementId } = place
  const element = elements.find(({ id }) => id === elementId)
  if (!element) return null
  const provision = element.provision ?? element.section
  if (place.kind === 'element') {
    const anchor = { kind: 'element' as const, elementId, quote: element.text }
    return { anchor, provision, provisionOrder: element.from }
  }
  const { from, to } = place
  const quote = element.text.slice(from, to)
  const isInside = from >= 0 && to <= element.text.length
  if (!isInside || quote.trim() === '' || quote !== withoutHalves(quote)) return null
  const start = element.from + from
  const end = element.from + to
  return {
    anchor: {
      kind: 'words',
      elementId,
      from,
      to,
      quote,
      prefix: withoutHalves(plain.slice(Math.max(0, start - contextLength), start)),
      suffix: withoutHalves(plain.slice(end, end + contextLength)),
    },
    provision,
    provisionOrder: start,
  }
}

export function quoteOf(anchor: Anchor): string {
  return anchor.kind === 'whole' ? '' : anchor.quote
}
