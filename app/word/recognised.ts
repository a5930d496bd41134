import type { Spot } from './before.ts'
import { evenLine, printOf } from './comment-prints.ts'
import { commentBookmark, durable } from './package.ts'
import type { WordDocument } from './read-word.ts'
import { linesOf } from './rewritten.ts'
import type { Written } from './written.ts'

/** What the portal has of a comment, by which it is known again in a document that it was written into. */
export interface KnownRemark {
  readonly commentId: string
  /** The comment and the replies to it, each a comment of the document. */
  readonly parts: readonly KnownPart[]
  /** The change that it may stand in a document as; null for none, `any` for its wording in its own words. */
  readonly change:
    | 'any'
    | Pick<WordDocument['proposals'][number], 'author' | 'before' | 'after'>
    | null
}

export interface KnownPart {
  readonly id: string
  /** When it was written and released: ISO instants. */
  readonly times: readonly string[]
  /** What its author says, of what the document has of it. */
  readonly lines: readonly string[]
}

/** A comment of a document that is one of the portal. */
export interface Found<Known> {
  readonly known: Known
  readonly part: KnownPart
  /** Another person than the portal wrote down stands as its author: programs say so of who writes into it. */
  readonly isOthers: boolean
}

type Stated = WordDocument['comments'][number]

/** Comments of a document that are the portal's own, and changes that are proposals of it. */
export class Recognised<Known extends KnownRemark> {
  readonly #byDurable: ReadonlyMap<string, { known: Known; part: KnownPart }>
  readonly #byTime = new Map<number, Known[]>()
  readonly #marked: readonly { known: Known; spot: Spot }[]
  readonly prints: ReadonlySet<string>

  constructor(known: readonly Known[], { bookmarks, prints }: Written) {
    this.prints = new Set(prints)
    this.#byDurable = new Map(
      known.flatMap((one) => one.parts.map((part) => [durable(part.id), { known: one, part }])),
    )
    for (const one of known)
      for (const second of new Set(one.parts.flatMap(({ times }) => times.map(secondOf))))
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
  comment(stated: Stated, from: Spot | null): Found<Known> | null {
    const { durable: number, at } = stated
    const byNumber = number === null ? undefined : this.#byDurable.get(number)
    if (byNumber) return { ...byNumber, isOthers: isOfOther(byNumber.part, at) }
    if (at === null) return null
    const [found] = this.#partsAt(from)
      .filter(({ part }) => isOf(part, at))
      .toSorted((a, b) => this.#shared(stated, b.part) - this.#shared(stated, a.part))
    return found ? { ...found, isOthers: false } : null
  }

  /**
   * A comment that says what one of the portal said, where that is not in the document any more: programs
   * that drop numbers may give it the name and the time of who wrote into it.
   */
  rewritten(
    stated: Stated,
    from: Spot | null,
    isThere: (part: KnownPart) => boolean,
  ): Found<Known> | null {
    const found = this.#partsAt(from).find(
      ({ part }) => !isThere(part) && this.#shared(stated, part) > 0,
    )
    return found ? { ...found, isOthers: true } : null
  }

  #partsAt(from: Spot | null): { known: Known; part: KnownPart }[] {
    return this.#marked.flatMap(({ known, spot }) =>
      from && isSame(spot, from) ? known.parts.map((part) => ({ known, part })) : [],
    )
  }

  /** How many lines it has of those that the portal wrote of a comment, whole or with words beside them. */
  #shared({ text }: Stated, { id, lines }: KnownPart): number {
    const written = lines.map(evenLine).filter((line) => this.prints.has(printOf(id, line)))
    return linesOf(text).filter(
      (line) => this.prints.has(printOf(id, line)) || written.some((one) => line.includes(one)),
    ).length
  }

  /** Proposals stand in the text with the time of their comment. */
  change(stated: WordDocument['proposals'][number]): Known | null {
    if (stated.at === null) return null
    const inTime = this.#byTime.get(secondOf(stated.at)) ?? []
    return inTime.find(({ change }) => isChange(change, stated)) ?? null
  }
}

function isOf({ times }: KnownPart, at: string): boolean {
  return times.some((time) => secondOf(time) === secondOf(at))
}

/** What has no time of the portal's has none that could be another's. */
function isOfOther(part: KnownPart, at: string | null): boolean {
  return at !== null && part.times.length > 0 && !isOf(part, at)
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
