import * as Y from 'yjs'

/**
 * A split deletes the tail of a line and writes it anew in the next one. What is typed at the end of the
 * first then stands behind the deleted tail, whether who typed it knew of the split or not: Yjs passes over
 * what is deleted. So a character is put behind the tail and taken away again at once, as a sign. Who knows
 * of the split writes behind the sign, and who reads the log can tell the two apart.
 */

/** Puts the sign behind each tail that a transaction of this copy deleted while it wrote something. */
export function endGoneTails(transaction: Y.Transaction): void {
  const { doc } = transaction
  const texts = hasWritten(transaction) ? textsWithoutTail(transaction) : []
  if (texts.length === 0) return
  doc.transact(() => {
    for (const text of texts) {
      const end = text.length
      text.insert(end, ' ')
      text.delete(end, 1)
    }
  })
}

function hasWritten({ doc: { clientID }, beforeState, afterState }: Y.Transaction): boolean {
  return (afterState.get(clientID) ?? 0) > (beforeState.get(clientID) ?? 0)
}

function textsWithoutTail(transaction: Y.Transaction): Y.XmlText[] {
  return [...transaction.changed.keys()].flatMap((type) =>
    type instanceof Y.XmlText && !type._item?.deleted && hasLostTail(type, transaction)
      ? [type]
      : [],
  )
}

/** Whether it deleted the last of what stood there before it, and put nothing in its place. */
function hasLostTail(text: Y.XmlText, { deleteSet, beforeState }: Y.Transaction): boolean {
  let last = lastOf(text)
  const isPassedOver = ({ countable, deleted, id }: Y.Item) =>
    !countable || (deleted && !Y.isDeleted(deleteSet, id))
  while (last && isPassedOver(last)) last = last.left
  return !!last?.deleted && last.id.clock < (beforeState.get(last.id.client) ?? 0)
}

function lastOf({ _start }: Y.XmlText): Y.Item | null {
  let last = _start
  while (last?.right) last = last.right
  return last
}
