import {
  childrenOf,
  countedNotes,
  idOf,
  letteredPoints,
  sectionOf,
  textAttribute,
  type ContentNode,
} from '#app/text/content.ts'

/**
 * Names elements by where they stand, as the naming convention of Akoma Ntoso does:
 * `hcontainer_items__hcontainer_3B801__point_a`. Two that would have one name are told apart by a number.
 */
export class Identifiers {
  /** By the id that the element has in the text, which it keeps when it is renumbered. */
  readonly byId = new Map<string, string>()
  readonly #taken = new Set<string>()

  section(section: ContentNode) {
    const own = this.#name(section, '', 'hcontainer', sectionOf(section))
    for (const entry of childrenOf(section, 'entry')) this.entry(entry, own)
    this.#inside(section, own, 0)
  }

  entry(entry: ContentNode, parent: string) {
    const code = textAttribute(entry, 'code')?.trim() || idOf(entry)
    this.#inside(entry, this.#name(entry, parent, 'hcontainer', code), 0)
  }

  of(node: ContentNode): string {
    return this.byId.get(idOf(node)) ?? ''
  }

  /** For an element that only the document has. */
  give(parent: string, kind: string, label: string): string {
    const own = `${kind}_${label.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}`
    const name = parent === '' ? own : `${parent}__${own}`
    let eId = name
    for (let twin = 2; this.#taken.has(eId); twin++) eId = `${name}-${twin}`
    this.#taken.add(eId)
    return eId
  }

  #name(node: ContentNode, parent: string, kind: string, label: string): string {
    const eId = this.give(parent, kind, label)
    this.byId.set(idOf(node), eId)
    return eId
  }

  #inside(parent: ContentNode, own: string, depth: number) {
    for (const { node, label } of letteredPoints(parent, depth))
      this.#inside(node, this.#name(node, own, 'point', label), depth + 1)
    for (const { node, kind, ordinal } of countedNotes(parent))
      this.#inside(node, this.#name(node, own, 'hcontainer', `${kind}-${ordinal}`), 0)
  }
}
