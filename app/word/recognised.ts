import type { Spot } from './before.ts'
import { commentBookmark, durable } from './package.ts'
import type { WordDocument } from './read-word.ts'
import type { Written } from './written.ts'

/** What the portal has of a comment, by which it is known again in a document that it was written into. */
export interface KnownRemark {
  readonly commentId: string
  /** Of the comment and of the replies to it. */
  readonly ids: readonly string[]
  /** When it was written and released, and when it was replied to: ISO instants. */
  readonly times: readonly string[]
  /** The change that it may stand in a document as; null for none, `any` for its wording in its own words. */
  readonly change:
    | 'any'
    | Pick<WordDocument['proposals'][number], 'author' | 'before' | 'after'>
    | null
}

type Stated = WordDocument['comments'][number]

/** Comments of a document that are the portal's own, and changes that are proposals of it. */
export class Recognised<Known extends KnownRemark> {
  readonly #byDurable: ReadonlyMap<string, Known>
  readonly #byTime = new Map<number, Known[]>()
  readonly #marked: readonly { known: Known; spot: Spot }[]

  constructor(known: readonly Known[], { bookmarks }: Written) {
    this.#byDurable = new Map(known.flatMap((one) => one.ids.map((id) => [durable(id), one])))
    for (const one of known)
      for (const second of new Set(one.times.map(secondOf)))
        this.#byTime.set(second, [...(this.#byTime.get(second) ?? []), one])
    const byName = new Map(known.map((one) => [commentBookmark(one.commentId), one]))
    this.#marked = bookmarks.flatMap(({ name, spot }) => {
      const one = byName.get(name)
      return one ? [{ known: one, spot }] : []
    })
  }

  /**
   * By the number that Word keeps; where another program dropped it, by the bookmark at its place and
   * the time that only the portal gave it.
   */
  comment({ durable: number, at }: Stated, from: Spot | null): Known | null {
    const byNumber = number === null ? undefined : this.#byDurable.get(number)
    if (byNumber) return byNumber
    if (!from || at === null) return null
    const inTime = this.#byTime.get(secondOf(at)) ?? []
    const found = this.#marked.find(
      ({ known, spot }) => isSame(spot, from) && inTime.includes(known),
    )
    return found?.known ?? null
  }

  /** Proposals stand in the text with the time of their comment. */
  change(stated: WordDocument['proposals'][number]): Known | null {
    if (stated.at === null) return null
    const inTime = this.#byTime.get(secondOf(stated.at)) ?? []
    return inTime.find(({ change }) => isChange(change, stated)) ?? null
  }
}

function isChange(
  change: KnownRemark['change'],
  stated: WordDocument['proposals'][number],
): boolean {
  if (change === null || change === 'any') return change === 'any'
  const { author, before, after } = change
  return author === stated.author && before === stated.before && after === stated.after
}

export function isSame(one: Spot, other: Spot): boolean {
  return one.line === other.line && one.offset === other.offset
}

/** Documents keep no parts of seconds. */
function secondOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}
