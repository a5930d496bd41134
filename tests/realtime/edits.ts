import * as encoding from 'lib0/encoding'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { newLiveText, type LiveText } from '#app/text/live-text.ts'
import { schema } from '#app/text/schema.ts'
import { edited } from '#tests/text/random-edits.ts'

/** Ways to write into a live text as the editor, or an enemy, would. */

export function copyOf({ doc }: LiveText, clientId: number): LiveText {
  const copy = newLiveText()
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(doc))
  copy.doc.clientID = clientId
  return copy
}

/** What a copy says of an edit. */
export function updateOf({ doc }: { doc: Y.Doc }, edit: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => void updates.push(update)
  doc.on('update', collect)
  edit()
  doc.off('update', collect)
  return Y.mergeUpdates(updates)
}

/** A random edit through the editor's own binding. */
export function editAtRandom({ text }: { text: Y.XmlFragment }, random: (below: number) => number) {
  const { doc, meta } = initProseMirrorDoc(text, schema)
  const after = edited(doc, [random(50), random(5000), random(5000), random(99)])
  if (after !== doc && text.doc) updateYFragment(text.doc, text, after, meta)
}

export function firstWords({ text }: { text: Y.XmlFragment }): Y.XmlText {
  for (const node of text.createTreeWalker(() => true)) if (node instanceof Y.XmlText) return node
  throw new Error('no words')
}

export function firstElement({ text }: { text: Y.XmlFragment }, name: string): Y.XmlElement {
  for (const node of text.createTreeWalker(() => true))
    if (node instanceof Y.XmlElement && node.nodeName === name) return node
  throw new Error(`no ${name}`)
}

/** An update written by hand: structs of one client, and no deletion. */
export function structs(
  client: number,
  clock: number,
  count: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [1, count, client, clock]) encoding.writeVarUint(encoder, value)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
  })
}

export function gap(length: number) {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }
}

export function numbers(...values: number[]): Uint8Array {
  return encoding.encode((encoder) =>
    values.forEach((value) => encoding.writeVarUint(encoder, value)),
  )
}
