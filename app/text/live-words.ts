import * as Y from 'yjs'
import { isTextblock } from './content.ts'

/** Words of a live text that Yjs inserted as one, and where they stand in its plain text. */
interface Run {
  readonly at: number
  readonly clock: number
  readonly length: number
}

/** A unit of text in Yjs: it is the same as long as nobody deletes it, wherever others type. */
interface Unit {
  readonly client: number
  readonly clock: number
}

/**
 * Which unit of a live text stands at each place of its plain text. Two states of one text can so be
 * laid side by side: a unit that is in both is the same character. Yjs inserts anew what is split
 * off, joined, moved or undone; of those one learns nothing here.
 */
export class LiveWords {
  /** As `plainText` gives it for the frozen text. */
  readonly plain: string
  readonly #inOrder: readonly (Run & { readonly client: number })[]
  readonly #byClient = new Map<number, Run[]>()

  constructor(text: Y.XmlFragment) {
    const runs: (Run & { client: number })[] = []
    let plain = ''
    for (const [index, line] of linesOf(text).entries()) {
      if (index > 0) plain += '\n'
      for (const { id, length, words } of line) {
        runs.push({ at: plain.length, length, ...id })
        plain += words
      }
    }
    this.plain = plain
    this.#inOrder = runs
    for (const { client, ...run } of runs) {
      const known = this.#byClient.get(client)
      if (known) known.push(run)
      else this.#byClient.set(client, [run])
    }
    for (const known of this.#byClient.values()) known.sort((a, b) => a.clock - b.clock)
  }

  /** The unit at a place; null at the end of a line. */
  unitAt(place: number): Unit | null {
    const run = lastUpTo(this.#inOrder, ({ at }) => at <= place)
    if (!run || place >= run.at + run.length) return null
    return { client: run.client, clock: run.clock + place - run.at }
  }

  placeOf({ client, clock }: Unit): number | null {
    const run = lastUpTo(this.#byClient.get(client) ?? [], (one) => one.clock <= clock)
    return run && clock < run.clock + run.length ? run.at + clock - run.clock : null
  }
}

interface Words {
  readonly id: Unit
  readonly length: number
  readonly words: string
}

function linesOf(parent: Y.XmlFragment): Words[][] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    if (!isTextblock({ type: child.nodeName })) return linesOf(child)
    return [child.toArray().flatMap((text) => (text instanceof Y.XmlText ? wordsOf(text) : []))]
  })
}

function wordsOf(text: Y.XmlText): Words[] {
  const words: Words[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    words.push({ id: item.id, length: item.length, words: item.content.str })
  }
  return words
}

/** The last of a sorted list for which something holds that holds for all before it. */
function lastUpTo<Item>(sorted: readonly Item[], holds: (item: Item) => boolean): Item | null {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return sorted[low - 1] ?? null
}
