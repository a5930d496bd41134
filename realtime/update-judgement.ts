import * as Y from 'yjs'
import { obeys, type Attribute } from '#app/text/attributes.ts'
import { limits as textLimits, markDeclarations, nodeDeclarations } from '#app/text/grammar.ts'
import type { LiveText } from '#app/text/live-text.ts'
import { schema } from '#app/text/schema.ts'
import type { RefusalReason } from './protocol.ts'

/** What `Y.decodeUpdate` gives of an update that the scan has passed. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/** Who sends an update, and what others have put into the text since readers last heard of it. */
export interface Sender {
  clientId: number
  /** Whether the sender can know of this: everything committed, and their own. */
  canKnow(client: number, clock: number): boolean
}

/** Where a struct stands: among the children or attributes of an element, or in a run of words. */
interface Place {
  kind: 'root' | 'element' | 'text' | 'gone'
  /** The element's name, or that of the element around the words. */
  name: string
  depth: number
  /** The Yjs type itself, to tell two places of one kind apart. */
  type: unknown
}

/** Yjs keeps what is put into something deleted as a gap without content. */
const gone: Place = { kind: 'gone', name: '', depth: 0, type: null }

type Attributes = ReadonlyMap<string, Attribute>

const nodeAttributes = new Map<string, Attributes>(
  Object.entries(nodeDeclarations).map(([name, { attributes }]) => [name, asMap(attributes)]),
)
const markAttributes = new Map<string, Attributes>(
  Object.entries(markDeclarations).map(([name, attributes]) => [name, asMap(attributes)]),
)

function asMap(attributes: Readonly<Record<string, Attribute>>): Attributes {
  return new Map(Object.entries(attributes))
}

/** A struct of the update that the text does not have yet. */
interface Added {
  clock: number
  end: number
  parent: Place
  sub: string | null
  /** What can stand in it, if anything can. */
  inside: Place | null
}

/**
 * Judges a decoded update against the text that it is for, and changes nothing: whose it is, that
 * it follows without a gap on what is there, that all it refers to is there, and that each node,
 * mark, attribute and run of words stands where the schema has a place for it.
 */
export function judgeUpdate(
  { doc, text }: LiveText,
  { structs, ds }: DecodedUpdate,
  sender: Sender,
): RefusalReason | null {
  const judgement = new Judgement(doc, text, sender)
  for (const struct of structs) {
    const refusal = judgement.ofStruct(struct)
    if (refusal) return refusal
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (!judgement.knows(client, clock + len - 1)) return 'missing-dependency'
      if (partsCharacter(doc, client, clock) || partsCharacter(doc, client, clock + len)) {
        return 'misplaced-content'
      }
    }
  }
  return null
}

class Judgement {
  private readonly added: Added[] = []
  /** The sender's next clock, and what it was before this update. */
  private next: number
  private readonly first: number
  private readonly root: Place

  constructor(
    private readonly doc: Y.Doc,
    private readonly text: Y.XmlFragment,
    private readonly sender: Sender,
  ) {
    this.first = Y.getState(doc.store, sender.clientId)
    this.next = this.first
    this.root = { kind: 'root', name: 'doc', depth: 1, type: text }
  }

  ofStruct(struct: Y.Item | Y.GC | Y.Skip): RefusalReason | null {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (client !== this.sender.clientId) {
      return end <= Y.getState(this.doc.store, client) ? null : 'foreign-client-id'
    }
    if (end <= this.next) return null
    if (clock > this.next) return 'clock-gap'
    this.next = end
    if (!(struct instanceof Y.Item)) {
      this.added.push({ clock, end, parent: gone, sub: null, inside: null })
      return null
    }
    return this.ofItem(struct, end)
  }

  private ofItem(item: Y.Item, end: number): RefusalReason | null {
    const { origin, rightOrigin } = item
    const parentId = item.parent instanceof Y.ID ? item.parent : null
    for (const id of [origin, rightOrigin, parentId]) {
      if (id && !this.isBefore(id, item.id.clock)) return 'missing-dependency'
    }
    if (origin && partsCharacter(this.doc, origin.client, origin.clock + 1)) {
      return 'misplaced-content'
    }
    if (rightOrigin && partsCharacter(this.doc, rightOrigin.client, rightOrigin.clock)) {
      return 'misplaced-content'
    }
    const left = origin ? this.siblingAt(origin) : null
    const right = rightOrigin ? this.siblingAt(rightOrigin) : null
    if (left && right && !isSamePlace(left, right)) return 'misplaced-content'
    const place =
      left?.parent ?? right?.parent ?? (parentId ? this.insideOf(parentId) : this.root) ?? null
    if (!place) return 'misplaced-content'
    const sub = left?.sub ?? right?.sub ?? item.parentSub
    const { content } = item
    const refusal = place.kind === 'gone' ? null : contentRefusal(content, place, sub)
    if (refusal) return refusal
    const inside = content instanceof Y.ContentType ? placeInside(content.type, place) : null
    this.added.push({ clock: item.id.clock, end, parent: place, sub, inside })
    return null
  }

  /** Whether a struct at `clock` of the sender can refer to `id`. */
  private isBefore(id: Y.ID, clock: number): boolean {
    if (id.client === this.sender.clientId) return id.clock < clock
    return this.knows(id.client, id.clock)
  }

  knows(client: number, clock: number): boolean {
    if (client === this.sender.clientId) return clock < this.next
    return clock < Y.getState(this.doc.store, client) && this.sender.canKnow(client, clock)
  }

  /** The struct beside which something is put: its parent is the parent of both. */
  private siblingAt(id: Y.ID): { parent: Place; sub: string | null } {
    const added = this.addedAt(id)
    if (added) return added
    const struct = Y.getItem(this.doc.store, id)
    if (!(struct instanceof Y.Item)) return { parent: gone, sub: null }
    return { parent: this.placeOf(struct.parent), sub: struct.parentSub }
  }

  /** The type under which something is put; null where nothing can be. */
  private insideOf(id: Y.ID): Place | null {
    const added = this.addedAt(id)
    if (added) return added.parent.kind === 'gone' ? gone : added.inside
    const struct = Y.getItem(this.doc.store, id)
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return gone
    return struct.content instanceof Y.ContentType ? this.placeOf(struct.content.type) : null
  }

  private addedAt({ client, clock }: Y.ID): Added | undefined {
    if (client !== this.sender.clientId || clock < this.first) return undefined
    let low = 0
    let high = this.added.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const added = this.added[middle]
      if (!added || clock < added.clock) high = middle - 1
      else if (clock >= added.end) low = middle + 1
      else return added
    }
    return undefined
  }

  private placeOf(type: unknown): Place {
    if (type === this.text) return this.root
    if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return gone
    return placeInside(type, this.placeOf(type.parent))
  }
}

/**
 * Whether a cut before the unit at `clock` goes between the halves of a character (a surrogate pair):
 * Yjs would put U+FFFD in place of both, in nobody's name.
 */
function partsCharacter({ store }: Y.Doc, client: number, clock: number): boolean {
  if (clock >= Y.getState(store, client)) return false
  const struct = Y.getItem(store, Y.createID(client, clock))
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false
  const at = clock - struct.id.clock
  return at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(struct.content.str.slice(at - 1, at + 1))
}

function isSamePlace(
  left: { parent: Place; sub: string | null },
  right: { parent: Place; sub: string | null },
): boolean {
  if (left.parent.kind === 'gone' || right.parent.kind === 'gone') return true
  return left.parent.type === right.parent.type && left.sub === right.sub
}

function placeInside(type: unknown, parent: Place): Place {
  if (parent.kind === 'gone') return gone
  return type instanceof Y.XmlElement
    ? { kind: 'element', name: type.nodeName, depth: parent.depth + 1, type }
    : { kind: 'text', name: parent.name, depth: parent.depth + 1, type }
}

function contentRefusal(
  content: Y.Item['content'],
  place: Place,
  sub: string | null,
): RefusalReason | null {
  if (content instanceof Y.ContentDeleted) return null
  if (sub !== null) return attributeRefusal(content, place, sub)
  if (place.kind === 'text') {
    if (content instanceof Y.ContentString) return null
    return content instanceof Y.ContentFormat ? markRefusal(content) : 'misplaced-content'
  }
  if (!(content instanceof Y.ContentType)) return 'misplaced-content'
  const child = content.type instanceof Y.XmlElement ? content.type.nodeName : 'text'
  const type = schema.nodes[child]
  if (!type || place.depth >= textLimits.depth) return 'misplaced-content'
  return schema.nodes[place.name]?.contentMatch.matchType(type) ? null : 'misplaced-content'
}

function attributeRefusal(
  content: Y.Item['content'],
  place: Place,
  key: string,
): RefusalReason | null {
  if (place.kind !== 'element') return 'misplaced-content'
  const attribute = nodeAttributes.get(place.name)?.get(key)
  if (!attribute || !(content instanceof Y.ContentAny)) return 'unknown-content'
  return obeys(attribute, content.arr[0]) ? null : 'unknown-content'
}

function markRefusal({ key, value }: Y.ContentFormat): RefusalReason | null {
  const mark: unknown = value
  if (mark === null) return null
  const declared = markAttributes.get(key)
  if (!declared || typeof mark !== 'object' || Array.isArray(mark)) return 'unknown-content'
  for (const [name, held] of Object.entries(mark)) {
    const attribute = declared.get(name)
    if (!attribute || !obeys(attribute, held)) return 'unknown-content'
  }
  return null
}
