/** The last act on each file that is under way or waits. */
const last = new Map<string, Promise<unknown>>()

/**
 * Does one act on a file after the other, in the order in which they came. The database would have them wait
 * for each other too, at the lock of the file; but there each of them holds a connection, and with ten people
 * at one file nobody could look at another one. Whatever became of the act before, the next one begins.
 */
export function inTurn<Outcome>(reference: string, act: () => Promise<Outcome>): Promise<Outcome> {
  const before = last.get(reference) ?? Promise.resolve()
  const mine = before.then(act)
  const over = mine
    .catch(() => {})
    .finally(() => {
      if (last.get(reference) === over) last.delete(reference)
    })
  last.set(reference, over)
  return mine
}
