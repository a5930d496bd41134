import type { ProposedChange } from './proposal-now.ts'
import type { TextElement } from './elements.ts'

/** What a proposal touches in a text: a stretch of its plain text, and the element that it is or is in. */
export interface Touched {
  readonly kind: ProposedChange['kind']
  readonly elementId: string
  readonly from: number
  readonly to: number
  /** The element with all that is around it. */
  readonly path: readonly string[]
}

/** Null where the text has no such place. */
export function touchedBy(
  { kind, elementId, from, to }: Pick<ProposedChange, 'kind' | 'elementId' | 'from' | 'to'>,
  elements: ReadonlyMap<string, TextElement>,
): Touched | null {
  const element = elements.get(elementId)
  if (!element) return null
  const path: string[] = []
  for (let at: TextElement | undefined = element; at; at = parentOf(at, elements)) path.push(at.id)
  const range =
    kind === 'words'
      ? { from: element.from + from, to: element.from + to }
      : kind === 'insert-after'
        ? { from: element.to, to: element.to }
        : { from: element.from, to: element.to }
  if (range.to > element.to) return null
  return { kind, elementId, path, ...range }
}

function parentOf(
  { parentId }: TextElement,
  elements: ReadonlyMap<string, TextElement>,
): TextElement | undefined {
  return parentId === null ? undefined : elements.get(parentId)
}

/**
 * Whether two proposals on one text cannot both be taken up as they are: they change the same words,
 * one changes or takes out what the other is in, or one goes behind what the other takes out. Two that
 * go behind the same element do not: both can stand there.
 */
export function collide(a: Touched, b: Touched): boolean {
  if (a.kind === 'words' && b.kind === 'words') {
    return a.from < b.to && b.from < a.to
  }
  return takesIn(a, b) || takesIn(b, a)
}

/** Whether one changes a whole element that the other is, is in, or stands behind. */
function takesIn(whole: Touched, other: Touched): boolean {
  if (whole.kind !== 'replace' && whole.kind !== 'delete') return false
  if (!other.path.includes(whole.elementId)) return false
  const isBehind = other.kind === 'insert-after' && other.elementId === whole.elementId
  return !isBehind || whole.kind === 'delete'
}

/** Those that collide with each other, directly or by a third, in groups of two and more. */
export function collisionGroups<Item>(
  items: readonly Item[],
  touchedOf: (item: Item) => Touched | null,
): Item[][] {
  const groups: Item[][] = []
  for (const item of items) {
    const touched = touchedOf(item)
    const isHit = (other: Item) => {
      const theirs = touchedOf(other)
      return touched !== null && theirs !== null && collide(touched, theirs)
    }
    const hit = groups.filter((group) => group.some(isHit))
    for (const group of hit) groups.splice(groups.indexOf(group), 1)
    groups.push([...hit.flat(), item])
  }
  return groups.filter(({ length }) => length > 1)
}
