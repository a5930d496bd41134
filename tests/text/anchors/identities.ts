import * as Y from 'yjs'

/** A character that somebody typed, wherever it is now. */
export type Character = number

/**
 * Which character each unit of text in Yjs is. Yjs writes a character anew when its line is split,
 * joined or moved, and so does an undo; it stays the same character. What is copied is another one
 * with the same origin. It is known here because the edits are made here: nothing is compared.
 */
export class Identities {
  readonly #clocks = new Map<number, Character[]>()
  readonly #origins: Character[] = []

  /** New characters, of an origin of their own or copied from others. */
  typed(length: number): Character[] {
    return Array.from({ length }, () => this.#origins.push(this.#origins.length) - 1)
  }

  copied(characters: readonly Character[]): Character[] {
    return characters.map((character) => this.#origins.push(this.originOf(character)) - 1)
  }

  originOf(character: Character): Character {
    return this.#origins[character] ?? character
  }

  of(text: Y.XmlText): Character[] {
    const characters: Character[] = []
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (let unit = 0; unit < item.length; unit++) {
        characters.push(this.#at(item.id.client, item.id.clock + unit))
      }
    }
    return characters
  }

  /** What a client has inserted from a clock on is these characters, in this order. */
  inserted({ store }: Y.Doc, client: number, from: number, characters: readonly Character[]) {
    let next = 0
    for (const item of store.clients.get(client) ?? []) {
      const { clock } = item.id
      if (clock + item.length <= from || !(item instanceof Y.Item)) continue
      if (!(item.content instanceof Y.ContentString)) continue
      // Yjs may have put what is new at the end of what was there.
      for (let unit = Math.max(0, from - clock); unit < item.length; unit++) {
        const character = characters[next++]
        if (character === undefined) throw new Error('more was inserted than was said')
        this.#set(client, clock + unit, character)
      }
    }
    if (next !== characters.length) throw new Error('less was inserted than was said')
  }

  /** What an undo has brought back is what it was. */
  restored({ store }: Y.Doc, client: number, from: number) {
    for (const [owner, structs] of store.clients) {
      for (const item of structs) {
        if (!(item instanceof Y.Item) || !item.redone) continue
        if (item.redone.client !== client || item.redone.clock < from) continue
        if (!(item.content instanceof Y.ContentString)) continue
        for (let unit = 0; unit < item.length; unit++) {
          this.#set(client, item.redone.clock + unit, this.#at(owner, item.id.clock + unit))
        }
      }
    }
  }

  #at(client: number, clock: number): Character {
    const character = this.#clocks.get(client)?.[clock]
    if (character === undefined) throw new Error(`nobody typed ${client}:${clock}`)
    return character
  }

  #set(client: number, clock: number, character: Character) {
    const characters = this.#clocks.get(client) ?? []
    characters[clock] = character
    this.#clocks.set(client, characters)
  }
}
