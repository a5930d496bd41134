import * as Y from 'yjs'

/** Several updates as one; null for none. */
export function merged(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first] = updates
  if (!first) return null
  return updates.length === 1 ? first : Y.mergeUpdates([...updates])
}
