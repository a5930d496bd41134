import * as Y from 'yjs'
import { childrenOf, elementContent, type LiveText } from '#app/text/live-text.ts'

/**
 * What a transaction changed, as JSON of whole texts that hold nothing else: each changed element
 * in its place, with what was added in full and its other children empty. A check of these parts
 * finds whatever a check of the whole text would find, because the rest was checked before.
 */
export function changedContent({ text }: LiveText, transaction: Y.Transaction): unknown[] {
  const changed: ReadonlySet<unknown> = new Set(transaction.changed.keys())
  const inFull = (child: Y.XmlElement | Y.XmlText) =>
    isNew(child, transaction) || (child instanceof Y.XmlText && changed.has(child))
  const hosts = new Set<unknown>()
  for (const type of changed) hosts.add(type instanceof Y.XmlText ? type.parent : type)
  return [...hosts].map((host) => {
    if (host === text) return { type: 'doc', content: childrenOf(text, inFull) }
    return host instanceof Y.XmlElement ? inPlace(host, elementContent(host, inFull)) : null
  })
}

function isNew(type: Y.XmlElement | Y.XmlText, { beforeState }: Y.Transaction): boolean {
  const id = type._item?.id
  return id !== undefined && id.clock >= (beforeState.get(id.client) ?? 0)
}

/** The element's JSON inside empty ones of the names of those that it stands in. */
function inPlace(element: Y.XmlElement, content: unknown): unknown {
  let around = element.parent
  let inner = content
  while (around instanceof Y.XmlElement) {
    inner = { type: around.nodeName, content: [inner] }
    around = around.parent
  }
  return { type: 'doc', content: [inner] }
}
