import { missingBetween, ownLabels } from '#app/text/lettering.ts'
import { placeOf, type PastedPlace } from './pasted-outline.ts'

/** A point of a paste before which a letter or number is missing. */
export interface PastedGap extends PastedPlace {
  /** The label of the point before it. */
  readonly before: string
}

const gaps = new WeakMap<Element, PastedGap>()

/**
 * Points that are lettered as they would be by their place have no label of their own. Where there is a
 * gap, all beside it keep theirs as they were pasted: if only those behind it did, a point that is put
 * in later would give new letters to those before the gap alone.
 */
export function letterPasted(parent: Element, depth = 0): void {
  const points: HTMLElement[] = []
  for (const child of parent.children) {
    const isPoint = child instanceof HTMLElement && child.dataset.node === 'point'
    if (isPoint) points.push(child)
    letterPasted(child, isPoint ? depth + 1 : 0)
  }
  const labels = points.map(({ dataset }) => dataset.label ?? '')
  for (const [place, point] of points.entries()) {
    const [before, label = ''] = [labels[place - 1], labels[place]]
    if (before !== undefined && missingBetween(before, label, depth) > 0)
      gaps.set(point, { ...placeOf(point, label), before })
  }
  if (points.some((point) => gaps.has(point))) return
  const own = ownLabels(labels, depth)
  for (const [place, point] of points.entries()) {
    if (own[place] === null) delete point.dataset.label
  }
}

/** The points of a body before which a letter or number is missing, in order. */
export function gapsIn(body: Element): PastedGap[] {
  return [...body.querySelectorAll('[data-node="point"]')].flatMap((one) => gaps.get(one) ?? [])
}
