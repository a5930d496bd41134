import type { BeforeLine } from './before.ts'
import { blanksAt, textOf } from './inline.ts'
import { type LinePlace, type MadeNode, putLine } from './made-node.ts'

interface Open {
  readonly list: MadeNode
  /** How far inwards the words of its items stand. */
  readonly indent: number
  item: MadeNode
}

/** Makes lists of the lines in which Concert wrote them, item by item, by how far inwards they stand. */
export class OwnLists {
  readonly #newId: () => string
  /** Lists that may go on, each in the last item of the one before it. */
  #open: Open[] = []

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** Something else follows: what comes then is another list. */
  end() {
    this.#open = []
  }

  /** Null for a line of no list; `put` takes a list that stands in no other, and how far inwards. */
  add(line: BeforeLine, put: (list: MadeNode, indent: number) => void): LinePlace | null {
    const { numbered, own } = line
    if (numbered && !numbered.isBullet && !numbered.isDecimal) return null
    const indent = Math.max(own?.indent ?? 0, numbered ? 1 : 0)
    while ((this.#open.at(-1)?.indent ?? 0) > indent) this.#open.pop()
    if (numbered) this.#begin(numbered, indent, put)
    const last = this.#open.at(-1)
    if (last?.indent !== indent) return null
    const paragraph = { type: 'paragraph', attrs: { id: this.#newId() } } as const
    return putLine(last.item, paragraph, line, blanksAt(textOf(line)))
  }

  #begin(
    { isBullet, label }: NonNullable<BeforeLine['numbered']>,
    indent: number,
    put: (list: MadeNode, indent: number) => void,
  ) {
    const type = isBullet ? 'bulletList' : 'orderedList'
    const item: MadeNode = { type: 'listItem', attrs: { id: this.#newId() }, content: [] }
    const last = this.#open.at(-1)
    if (last?.indent === indent) {
      if (last.list.type === type && (isBullet || label !== '1')) {
        last.list.content.push(item)
        last.item = item
        return
      }
      this.#open.pop()
    }
    const list: MadeNode = { type, attrs: { id: this.#newId() }, content: [item] }
    const outer = this.#open.at(-1)
    if (outer) outer.item.content.push(list)
    else put(list, indent - 1)
    this.#open.push({ list, indent, item })
  }
}
