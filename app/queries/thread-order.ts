import type { ThreadView } from './discussion.server.ts'

/**
 * Threads in the order of the text, numbered: first those on the whole, last those whose place is
 * gone; at one place by the first comment that the reader sees. Threads that keep their number stay
 * the same objects.
 */
export function inTextOrder(threads: readonly ThreadView[]): ThreadView[] {
  return threads
    .toSorted(
      (a, b) => orderOf(a) - orderOf(b) || compare(firstAt(a), firstAt(b)) || compare(a.id, b.id),
    )
    .map((thread, index) =>
      thread.number === index + 1 ? thread : { ...thread, number: index + 1 },
    )
}

/** Finite, so that two of them can be subtracted. */
function orderOf({ isWhole, offset }: ThreadView): number {
  return isWhole ? -1 : (offset ?? Number.MAX_SAFE_INTEGER)
}

function firstAt({ comments: [first] }: ThreadView): string {
  return first?.at ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
