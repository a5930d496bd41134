import * as Y from 'yjs'
import { identified } from './content.ts'
import type { LiveText } from './live-text.ts'
import { schema } from './schema.ts'

/**
 * Nodes of a living text that have the id of one that stands before them. Each of two edits can be
 * sound and their merge have such: two people move the same line, or paste the same one.
 */

/**
 * Gives each node whose id another has before it one of its own, and says whose it was: that one is
 * kept by the first, with what was said about it. The new id is made from the place of the node in
 * the log, so that everybody would give the same.
 */
export function giveOwnIds(text: Y.XmlFragment): void {
  const elements = elementsIn(text)
  const taken = new Set(elements.map(idOf))
  const seen = new Set<string>()
  for (const element of elements) {
    const id = idOf(element)
    if (id === null) continue
    if (seen.has(id)) {
      if (schema.nodes[element.nodeName]?.spec.attrs?.splitFrom) {
        element.setAttribute('splitFrom', id)
      }
      element.setAttribute('id', freshId(element, taken))
    }
    seen.add(idOf(element) ?? id)
  }
}

function freshId(element: Y.XmlElement, taken: Set<string | null>): string {
  const { client = 0, clock = 0 } = element._item?.id ?? {}
  const own = `r${client.toString(36)}-${clock.toString(36)}`
  let id = own
  for (let count = 2; taken.has(id); count++) id = `${own}-${count}`
  taken.add(id)
  return id
}

function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return [...(identified.has(child.nodeName) ? [child] : []), ...elementsIn(child)]
  })
}

function idOf(element: Y.XmlElement): string | null {
  const id: unknown = element.getAttribute('id')
  return typeof id === 'string' ? id : null
}

/** Knows of a text whether two of its nodes have one id, by looking at each node once and at what changes. */
export class IdWatch {
  /** The one element that has an id, or all that have it: a list for each would double what a text takes. */
  private readonly bearers = new Map<string, Y.XmlElement | Y.XmlElement[]>()
  private readonly suspects = new Set<string>()

  constructor({ doc, text }: LiveText) {
    for (const element of elementsIn(text)) this.note(element)
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!isOfStructure(transaction)) return
      for (const element of renamedIn(transaction)) this.note(element)
    })
  }

  get hasDoubled(): boolean {
    for (const id of this.suspects) if (!this.isDoubled(id)) this.suspects.delete(id)
    return this.suspects.size > 0
  }

  private note(element: Y.XmlElement) {
    const id = idOf(element)
    if (id === null || !identified.has(element.nodeName)) return
    const others = this.bearersOf(id).filter((bearer) => bearer !== element)
    this.bearers.set(id, others.length === 0 ? element : [...others, element])
    if (others.length > 0) this.suspects.add(id)
  }

  private isDoubled(id: string): boolean {
    const bearers = this.bearersOf(id).filter((one) => !isGone(one) && idOf(one) === id)
    const [only] = bearers
    if (only) this.bearers.set(id, bearers.length === 1 ? only : bearers)
    else this.bearers.delete(id)
    return bearers.length > 1
  }

  private bearersOf(id: string): readonly Y.XmlElement[] {
    const bearers = this.bearers.get(id) ?? []
    return Array.isArray(bearers) ? bearers : [bearers]
  }
}

/** Where words alone change, no element is in it. */
function isOfStructure({ changed }: Y.Transaction): boolean {
  for (const type of changed.keys()) if (type instanceof Y.XmlFragment) return true
  return false
}

/** Elements that were given an id: that of one that is new came with it. */
function* renamedIn({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.XmlElement> {
  for (const [client, end] of afterState) {
    const clock = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client)
    if (!structs || end <= clock) continue
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index]
      if (!(struct instanceof Y.Item) || struct.parentSub !== 'id') continue
      if (struct.parent instanceof Y.XmlElement && !isGone(struct.parent)) yield struct.parent
    }
  }
}

function isGone({ _item }: Y.XmlElement): boolean {
  return _item?.deleted === true
}
