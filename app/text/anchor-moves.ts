import type { Placement } from './anchor-placement.ts'
import type { AnchorText } from './anchor-text.ts'
import { matchElements } from './redline-match.ts'
import { movedOf } from './redline-moved.ts'

/**
 * What moved between two texts, as their redline says it, so that a comment and the redline beside it
 * never tell two things. Found out when the first place needs it.
 */
export class Moves {
  #moved: ReadonlySet<string> | null = null

  constructor(
    readonly before: AnchorText,
    readonly after: AnchorText,
  ) {}

  /** What is as it was, but in an element that moved or in one that did, has moved with it. */
  withMove(placement: Placement): Placement {
    const isMoved = placement.condition === 'exact' && this.#isMoved(placement.elementId)
    return isMoved ? { ...placement, condition: 'moved' } : placement
  }

  #isMoved(elementId: string | null): boolean {
    const moved = (this.#moved ??= movedBetween(this.before, this.after))
    for (let id = elementId; id !== null; id = this.after.element(id)?.parentId ?? null) {
      if (moved.has(id)) return true
    }
    return false
  }
}

function movedBetween({ elements: before }: AnchorText, { elements: after }: AnchorText) {
  if (before.length === 0 || after.length === 0) return new Set<string>()
  const matches = matchElements(before, after)
  return movedOf(before, after, new Map(matches.map((match) => [match.after.id, match])))
}
