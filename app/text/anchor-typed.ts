import type { Origins } from './anchor-resumed.ts'

/** Signs alone, and so few that they are written between any words: a space, a comma and a space. */
const mostSigns = 3
const isWordPart = /[\p{L}\p{N}]/u

/**
 * The origins with each run of typed words in one piece. Where the editor tells Yjs of a space that was
 * typed before a space, it is the first of the two that stays: of "runs", typed before an old space, and
 * " a plasma", typed on, the old space stands behind "runs", and a new one behind "plasma". Either way
 * the text is the same, and what is typed on end is read as such: the old space stands behind all of it.
 */
export function withTypedOnEnd(origins: Origins, plain: string): Origins {
  const typed = [...origins]
  const isTyped = (place: number) => typed[place] === null && plain[place] !== '\n'
  for (let start = 1; start < typed.length; start++) {
    // An old run behind a typed one: it begins at `start`.
    if (typed[start] === null || plain[start] === '\n' || !isTyped(start - 1)) continue
    const middle = endOf(start, (place) => place < typed.length && typeof typed[place] === 'number')
    const end = endOf(middle, (place) => place < typed.length && isTyped(place))
    const length = middle - start
    const signs = plain.slice(start, middle)
    const isMovable = end - middle >= length && length <= mostSigns && !isWordPart.test(signs)
    if (!isMovable || plain.slice(end - length, end) !== signs) continue
    const old = typed.slice(start, middle)
    typed.splice(start, end - start, ...Array.from({ length: end - middle }, () => null), ...old)
  }
  return typed
}

function endOf(start: number, holds: (place: number) => boolean): number {
  let end = start
  while (holds(end)) end++
  return end
}
