/** A part of a text that is like a pattern. */
export interface FuzzyMatch {
  readonly from: number
  readonly to: number
  /** 1 for the same, 0 for nothing in common: one less the share of the pattern that was edited. */
  readonly score: number
}

/** Longer patterns would cost too much; their beginning and end are looked for instead. */
const longestPattern = 400

/**
 * The parts of a text that are most like a pattern, best first: at most two, which do not overlap,
 * so that one sees whether the first leads. By edit distance (Sellers), character by character.
 */
export function mostLike(pattern: string, text: string): FuzzyMatch[] {
  if (pattern === '' || text === '') return []
  if (pattern.length > longestPattern) return mostLikeByEnds(pattern, text)
  const ends = scoreEnds(pattern, text)
  const best = pick(ends, null)
  if (!best) return []
  const second = pick(ends, best)
  return second ? [best, second] : [best]
}

/** How alike two texts are as wholes, 0 to 1. */
export function alike(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  if (longest > 4 * longestPattern) return a === b ? 1 : shareOfEnds(a, b)
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        ),
      )
    }
    previous = current
  }
  return 1 - (previous.at(-1) ?? 0) / longest
}

/** How many characters two texts have in common at their ends. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

export function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (
    length < most &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  )
    length++
  return length
}

/** The parts of a text, of some length at least, that stand in a quote too. */
export function commonParts(quote: string, text: string, length: number) {
  // So long a part holds one whole block of the quote, wherever it begins.
  const block = Math.ceil(length / 2)
  const parts: { from: number; to: number }[] = []
  for (let start = 0; start + block <= quote.length; start += block) {
    const words = quote.slice(start, start + block)
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const from = at - commonEnd(quote.slice(0, start), text.slice(0, at))
      const to = at + commonStart(quote.slice(start), text.slice(at))
      if (to - from >= length) parts.push({ from, to })
    }
  }
  return parts
}

function shareOfEnds(a: string, b: string): number {
  const start = commonStart(a, b)
  const end = commonEnd(a.slice(start), b.slice(start))
  return (start + end) / Math.max(a.length, b.length)
}

/** For every end in the text, the edit distance of the best part that ends there, and its start. */
function scoreEnds(pattern: string, text: string): FuzzyMatch[] {
  const rows = pattern.length + 1
  let distances = new Int32Array(rows)
  let starts = new Int32Array(rows)
  for (let row = 0; row < rows; row++) distances[row] = row
  const ends: FuzzyMatch[] = []
  let nextDistances = new Int32Array(rows)
  let nextStarts = new Int32Array(rows)
  for (let column = 1; column <= text.length; column++) {
    nextDistances[0] = 0
    nextStarts[0] = column
    for (let row = 1; row < rows; row++) {
      const isSame = pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1)
      const replaced = (distances[row - 1] ?? 0) + (isSame ? 0 : 1)
      const left = (distances[row] ?? 0) + 1
      const up = (nextDistances[row - 1] ?? 0) + 1
      const least = Math.min(replaced, left, up)
      nextDistances[row] = least
      nextStarts[row] =
        (least === replaced
          ? starts[row - 1]
          : least === left
            ? starts[row]
            : nextStarts[row - 1]) ?? 0
    }
    ;[distances, nextDistances] = [nextDistances, distances]
    ;[starts, nextStarts] = [nextStarts, starts]
    const distance = distances[rows - 1] ?? rows
    ends.push({
      from: starts[rows - 1] ?? 0,
      to: column,
      score: Math.max(0, 1 - distance / pattern.length),
    })
  }
  return ends
}

function pick(ends: readonly FuzzyMatch[], apart: FuzzyMatch | null): FuzzyMatch | null {
  let best: FuzzyMatch | null = null
  for (const end of ends) {
    if (end.to <= end.from || (apart && end.from < apart.to && apart.from < end.to)) continue
    if (!best || end.score > best.score) best = end
  }
  return best
}

function mostLikeByEnds(pattern: string, text: string): FuzzyMatch[] {
  const half = longestPattern / 2
  const heads = mostLike(pattern.slice(0, half), text)
  const tails = mostLike(pattern.slice(-half), text)
  return heads.flatMap((head, rank) => {
    const tail = tails[rank]
    if (!tail || tail.to <= head.from || tail.to - head.from > 2 * pattern.length) return []
    return [{ from: head.from, to: tail.to, score: Math.min(head.score, tail.score) }]
  })
}
