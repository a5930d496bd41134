import type { TextElement } from './elements.ts'
import { likeness, wordsOf } from './redline-words.ts'
import { WordIndex } from './word-index.ts'

/** Two elements, one of each text, that are the same one. */
export interface Match {
  readonly before: TextElement
  readonly after: TextElement
  /** `id` or `key` (of a section, code of an entry) where that told it, else how alike the words are. */
  readonly by: 'id' | 'key' | 'words'
}

/** Elements of which less is alike are two different ones. */
const leastAlike = 0.6
/** How much it counts that two elements stand in the same element, or in the same place of the list. */
const sameParent = 0.2
const sameProvision = 0.1

/**
 * Which elements of two texts are the same: by their ids; else sections by key and entries by code;
 * else by their words, the most alike first. None is matched twice.
 */
export function matchElements(
  before: readonly TextElement[],
  after: readonly TextElement[],
): Match[] {
  const pairs = new Pairs()
  matchById(before, after, pairs)
  matchByKey(before, after, pairs)
  // What holds others first, from the outside in: its match speaks for matches inside of it.
  for (const kinds of [['entry'], ['note', 'point'], ['heading', 'paragraph']] as const) {
    matchByWords(before, after, pairs, new Set<string>(kinds))
  }
  return pairs.matches
}

class Pairs {
  readonly matches: Match[] = []
  readonly beforeOf = new Map<string, string>()
  readonly #taken = new Set<string>()

  isFree(before: TextElement, after: TextElement) {
    return !this.#taken.has(before.id) && !this.beforeOf.has(after.id)
  }

  isLeft(before: TextElement) {
    return !this.#taken.has(before.id)
  }

  add(before: TextElement, after: TextElement, by: Match['by']) {
    this.matches.push({ before, after, by })
    this.#taken.add(before.id)
    this.beforeOf.set(after.id, before.id)
  }
}

/** An id that was made from the position (`withIds`) says nothing about another text. */
const madeId = /^at-\d+$/

function matchById(before: readonly TextElement[], after: readonly TextElement[], pairs: Pairs) {
  const byId = new Map(before.map((element) => [element.id, element]))
  for (const element of after) {
    const known = byId.get(element.id)
    if (!known || known.kind !== element.kind) continue
    if (madeId.test(element.id) && known.text !== element.text) continue
    pairs.add(known, element, 'id')
  }
}

function matchByKey(before: readonly TextElement[], after: readonly TextElement[], pairs: Pairs) {
  const keyOf = ({ kind, section, provision }: TextElement) =>
    kind === 'section'
      ? section
      : kind === 'entry' && !provision?.startsWith('#')
        ? provision
        : null
  const byKey = new Map<string, TextElement>()
  for (const element of before) {
    const key = keyOf(element)
    if (key && !byKey.has(key)) byKey.set(key, element)
  }
  for (const element of after) {
    const key = keyOf(element)
    const known = key ? byKey.get(key) : undefined
    if (known?.kind === element.kind && pairs.isFree(known, element))
      pairs.add(known, element, 'key')
  }
}

interface Candidate {
  readonly before: TextElement
  readonly after: TextElement
  readonly score: number
  readonly distance: number
}

function matchByWords(
  before: readonly TextElement[],
  after: readonly TextElement[],
  pairs: Pairs,
  kinds: ReadonlySet<string>,
) {
  const free = (elements: readonly TextElement[]) =>
    elements
      .map((element, place) => ({ element, place }))
      .filter(({ element }) => kinds.has(element.kind))
  const left = free(before).filter(({ element }) => pairs.isLeft(element))
  const right = free(after).filter(({ element }) => !pairs.beforeOf.has(element.id))
  if (left.length === 0 || right.length === 0) return
  const words = new Map([...left, ...right].map(({ element }) => [element, wordsOf(element.text)]))
  const index = new WordIndex(left.map(({ element }) => words.get(element) ?? []))
  const candidates: Candidate[] = []
  for (const { element, place } of right) {
    const own = words.get(element) ?? []
    for (const [at, shared] of index.sharing(own)) {
      const other = left[at]
      if (!other || other.element.kind !== element.kind) continue
      // Too few for the likeness asked below, whatever else is there; half of the words are spaces.
      if (shared < (leastAlike * own.length) / 4) continue
      const score = scoreOf(other.element, words.get(other.element) ?? [], element, own, pairs)
      if (score === null) continue
      candidates.push({
        before: other.element,
        after: element,
        score,
        distance: Math.abs(other.place - place),
      })
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.distance - b.distance)
  for (const { before, after } of candidates) {
    if (pairs.isFree(before, after)) pairs.add(before, after, 'words')
  }
}

/** How well two elements fit; null if they are too unlike, or too short for words to tell. */
function scoreOf(
  before: TextElement,
  beforeWords: readonly string[],
  after: TextElement,
  afterWords: readonly string[],
  pairs: Pairs,
): number | null {
  const isSameParent =
    after.parentId !== null && pairs.beforeOf.get(after.parentId) === before.parentId
  const alike = likeness(beforeWords, afterWords)
  const isShort = Math.min(beforeWords.length, afterWords.length) < 5
  if (isShort && (alike < 1 || !isSameParent)) return null
  if (alike < leastAlike) return null
  return (
    alike +
    (isSameParent ? sameParent : 0) +
    (before.provision === after.provision ? sameProvision : 0)
  )
}
