/** By place now: where the character stood before; null for what was written since, or a line end. */
export type Origins = readonly (number | null)[]

/** How much must go on as it did before to be what went on there before. */
export const leastContinuation = 4

interface Texts {
  readonly before: string
  readonly after: string
  /** Where lines begin now that are known by their ids, and where the same lines began before. */
  readonly lineStarts: ReadonlyMap<number, number>
}

/**
 * The origins with those of what was written since and goes on as the text before did: in a line with
 * the same id, or after a character that is still there. So goes on what was split off, joined, moved
 * with its line, or brought back by an undo. Only characters that are gone can have been written anew.
 */
export function withResumed(origins: Origins, texts: Texts): Origins {
  const resumed = [...origins]
  const taken = new Set(origins.filter((origin) => origin !== null))
  for (let place = 0; place < resumed.length; place++) {
    const end = endOfWritten(resumed, texts.after, place)
    const start = end > place ? startOf(resumed, texts, place) : null
    if (start !== null) {
      const length = continuation(texts, place, end, start, taken)
      for (let index = 0; index < length; index++) {
        resumed[place + index] = start + index
        taken.add(start + index)
      }
    }
    if (end > place) place = end - 1
  }
  return resumed
}

/** Where what was written since ends that begins at a place. */
function endOfWritten(resumed: Origins, after: string, place: number): number {
  let end = place
  while (end < resumed.length && resumed[end] === null && after[end] !== '\n') end++
  return end
}

/** Where in the text before one would be at a place if it went on there as before; null if nothing says. */
function startOf(resumed: Origins, { before, after, lineStarts }: Texts, place: number) {
  const known = lineStarts.get(place)
  if (known !== undefined) return known
  // After a line end it goes on with the line before, if that was split.
  const origin = resumed[place - (after[place - 1] === '\n' ? 2 : 1)] ?? null
  if (origin === null) return null
  // Where a line ended, the next one was joined to it or stands after it as it did.
  return before[origin + 1] === '\n' ? origin + 2 : origin + 1
}

/** How much of what was written from a place to an end goes on as the text before did from a start. */
function continuation(
  { before, after, lineStarts }: Texts,
  place: number,
  end: number,
  start: number,
  taken: ReadonlySet<number>,
): number {
  let length = 0
  const isSame = () => after[place + length] === before[start + length]
  while (place + length < end && isSame() && !taken.has(start + length)) length++
  // Lines of a list begin alike: where no id says that it is that line, all of it must be.
  const isGuess = !lineStarts.has(place) && before[start - 1] === '\n'
  return length >= leastContinuation && (!isGuess || length === end - place) ? length : 0
}
