/**
 * Does one thing after the other, of which at most so many wait; null for what is one too many. What
 * one of them fails with is its own: the next begins all the same.
 */
export function oneByOne(most: number) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return <Made>(work: () => Promise<Made>): Promise<Made> | null => {
    if (waiting >= most) return null
    waiting += 1
    const made = last.then(work).finally(() => (waiting -= 1))
    last = made.catch(() => {})
    return made
  }
}
