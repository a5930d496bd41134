import * as Y from 'yjs'

/** The words that updates would have added, for copying: runs in the order in which they were written. */
export function wordsOf(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return ''
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  let words = ''
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentType && words !== '' && !words.endsWith('\n')) {
      words += '\n'
    }
    if (!(struct.content instanceof Y.ContentString)) continue
    const { client, clock } = struct.id
    const gone = ds.clients.get(client) ?? []
    words += [...struct.content.str.split('').entries()]
      .filter(([at]) => !gone.some((range) => isIn(range, clock + at)))
      .map(([, unit]) => unit)
      .join('')
  }
  return words.trim()
}

function isIn({ clock, len }: { clock: number; len: number }, at: number): boolean {
  return clock <= at && at < clock + len
}
