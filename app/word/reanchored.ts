import { carry } from '#app/text/anchor.ts'
import { type Placement, spanOf } from '#app/text/anchor-placement.ts'
import type { AnchorText, Span } from '#app/text/anchor-text.ts'
import type { Content } from '#app/text/content.ts'
import { type PlaceAt, placeAt } from './place-at.ts'
import type { ReturnedLine, ReturnedText } from './returned-text.ts'

/** Where in a version a place of a document is that was written from it, and how sure that is. */
export interface Reanchored {
  readonly condition: Placement['condition']
  /** The whole where it is not sure, or gone: nothing is put where it may not belong. */
  readonly place: PlaceAt
  /** The words that stand there. */
  readonly words: string
}

const theWhole: Reanchored = { condition: 'exact', place: { kind: 'whole' }, words: '' }

/** An end of a place: a line with what of its words is meant. */
interface End extends Span {
  readonly line: ReturnedLine
}

/**
 * So many places are looked for in lines that read otherwise, which takes some milliseconds each; any
 * more of one document are unsure. Nobody writes so many by hand.
 */
const mostLookedFor = 100

/**
 * Finds places of a returned document in its version: in the line of the bookmark, where that reads as
 * it did, else by the layers by which a place is carried from version to version. Null stands for no place.
 */
export function reanchored(
  returned: ReturnedText,
  version: AnchorText,
  content: Content,
  places: readonly (Span | null)[],
): Reanchored[] {
  const ends = places.map((place) => (place ? endsOf(returned, place) : []))
  const asked = ends
    .flat()
    .filter(({ line }) => !line.element && line.line?.text !== line.text)
    .slice(0, mostLookedFor)
  const found =
    asked.length === 0
      ? []
      : carry(
          asked.map(({ line, from, to }) => ({ kind: 'words', elementId: line.id, from, to })),
          returned.content,
          content,
          null,
          { tellsMoves: false },
        )
  const placements = new Map(asked.map((end, index) => [end, found[index]]))
  return ends.map((own) => joined(version, own, placements))
}

/** The first and the last line of a place, without those of the head that it begins with. */
function endsOf(returned: ReturnedText, place: Span): End[] {
  const parts = returned.text.lines.flatMap((line, index): End[] => {
    const span = { from: Math.max(place.from, line.from), to: Math.min(place.to, line.to) }
    const own = returned.lines[index]
    const isIn = span.from < span.to && returned.text.slice(span).trim() !== ''
    if (!own || !isIn || own.isHead) return []
    return [{ line: own, from: span.from - line.from, to: span.to - line.from }]
  })
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return []
  return first === last ? [first] : [first, last]
}

function joined(
  version: AnchorText,
  ends: readonly End[],
  placements: ReadonlyMap<End, Placement | undefined>,
): Reanchored {
  const [first] = ends
  // What has no place but in the head is about the version as a whole.
  if (!first) return theWhole
  const element = first.line.element
  if (ends.length === 1 && element) {
    return {
      condition: 'exact',
      place: { kind: 'element', elementId: element.id },
      words: element.text,
    }
  }
  const found = ends.map((end) => foundOf(version, end, placements.get(end)))
  const condition = worst(found.map((one) => one.condition))
  const [from, to] = [found[0]?.span?.from, found.at(-1)?.span?.to]
  if (from === undefined || to === undefined || from > to || isLost(condition))
    return { ...theWhole, condition: isLost(condition) ? condition : 'unsure' }
  const span = { from, to }
  if (version.slice(span).trim() !== '')
    return { condition, place: placeAt(version, span), words: version.slice(span) }
  // Nothing stands there any more that one could speak of, but the line does.
  const holder = version.holderOf(span)
  return holder && holder.text.trim() !== ''
    ? {
        condition: 'text-changed',
        place: { kind: 'element', elementId: holder.id },
        words: holder.text,
      }
    : { ...theWhole, condition: 'text-removed' }
}

function foundOf(version: AnchorText, end: End, placement: Placement | undefined) {
  const { line, element: begun, text } = end.line
  if (begun) return { condition: 'exact' as const, span: begun }
  if (line?.text === text) {
    const span = { from: line.from + end.from, to: line.from + end.to }
    return { condition: 'exact' as const, span }
  }
  if (!placement) return { condition: 'unsure' as const, span: null }
  const element = version.element(placement.elementId)
  return { condition: placement.condition, span: spanOf(placement, version) ?? element }
}

const fromBest = ['exact', 'moved', 'text-changed', 'unsure', 'text-removed'] as const

function worst(conditions: readonly Placement['condition'][]): Placement['condition'] {
  return fromBest.findLast((one) => conditions.includes(one)) ?? 'text-removed'
}

function isLost(condition: Placement['condition']): boolean {
  return condition === 'unsure' || condition === 'text-removed'
}
