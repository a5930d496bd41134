import type { TextElement } from './elements.ts'
import { ThresholdsOfLines } from './line-thresholds.ts'
import { likeness, wordsOf } from './redline-words.ts'
import { WordIndex } from './word-index.ts'

/** Two elements, one of each text, that are the same one. */
export interface Match {
  readonly before: TextElement
  readonly after: TextElement
  /** `key`: of a section, code of an entry. */
  readonly by: 'id' | 'key' | 'words' | 'place'
}

/** Elements of which less is alike are two different ones. */
const leastAlike = 0.6
/** Fewer words, spaces counted, do not tell one element from another. */
const telling = 5
/** Words in more elements than this tell little; of the elements that share others, some are read. */
const commonWord = 50
const closelyRead = 16
/** A line of which less is left has been written anew. */
const leastLeft = 0.2
/** How much it counts that two elements stand in the same element, or in the same place of the list. */
const sameParent = 0.2
const sameProvision = 0.1
/** The same for two lines that set the same thresholds, and against two of which one excludes the other. */
const sameThresholds = 0.3

/**
 * Which elements of two texts are the same: by their ids; else sections by key and entries by code;
 * else by their words, the most alike first. Where an element was emptied or written anew, its words
 * come before its id: they may have been cut out and put elsewhere. Texts in two languages share no
 * words: there what is left goes `byPlace`, by the code and letters at which it stands. None is matched
 * twice. `language` is that of both, in which their thresholds tell of two lines with like words
 * which is the same.
 */
export function matchElements(
  before: readonly TextElement[],
  after: readonly TextElement[],
  { byPlace = false, language = 'en' } = {},
): Match[] {
  const pairs = new Pairs()
  const thresholds = new ThresholdsOfLines(byPlace ? null : language)
  matchById(before, after, pairs, (known, element) => byPlace || isLeft(known, element))
  matchByKey(before, after, pairs)
  matchBySameWords(before, after, pairs)
  // What holds others first, from the outside in: its match speaks for matches inside of it.
  for (const kinds of [['entry'], ['note', 'point'], ['heading', 'paragraph']] as const) {
    matchByWords(before, after, pairs, new Set<string>(kinds), thresholds)
  }
  matchById(before, after, pairs)
  if (byPlace) matchByPlace(before, after, pairs)
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

function matchById(
  before: readonly TextElement[],
  after: readonly TextElement[],
  pairs: Pairs,
  isSure: (known: TextElement, element: TextElement) => boolean = () => true,
) {
  const byId = new Map(before.map((element) => [element.id, element]))
  for (const element of after) {
    const known = byId.get(element.id)
    if (!known || known.kind !== element.kind) continue
    if (madeId.test(element.id) && known.text !== element.text) continue
    if (pairs.isFree(known, element) && isSure(known, element)) pairs.add(known, element, 'id')
  }
}

/** Whether an element still says something of what it said. What holds others is what it is called. */
function isLeft({ kind, text: words }: TextElement, { text }: TextElement): boolean {
  if (kind === 'section' || kind === 'entry' || words === text) return true
  return likeness(wordsOf(words), wordsOf(text)) >= leastLeft
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

/** The same words, if they are the only ones of their kind in both texts. */
function matchBySameWords(
  before: readonly TextElement[],
  after: readonly TextElement[],
  pairs: Pairs,
) {
  const keyOf = ({ kind, text }: TextElement) => `${kind} ${text}`
  const only = (elements: readonly TextElement[]) => {
    const byKey = new Map<string, TextElement | null>()
    for (const element of elements) {
      const key = keyOf(element)
      byKey.set(key, byKey.has(key) ? null : element)
    }
    return byKey
  }
  const old = only(before.filter((element) => pairs.isLeft(element)))
  const young = only(after.filter(({ id }) => !pairs.beforeOf.has(id)))
  for (const [key, element] of young) {
    const known = old.get(key)
    if (!element || !known || wordsOf(element.text).length < telling) continue
    pairs.add(known, element, 'words')
  }
}

/** What an element is called by its place, as far as both texts are lettered alike. */
function provisionOf({ kind, provision, section, note }: TextElement): string {
  return [kind, section, provision, note?.kind, note?.ordinal, note?.path].join(' ')
}

function matchByPlace(before: readonly TextElement[], after: readonly TextElement[], pairs: Pairs) {
  const left = new Map<string, TextElement[]>()
  for (const element of before) {
    if (pairs.isLeft(element))
      left.set(placeOf(element), [...(left.get(placeOf(element)) ?? []), element])
  }
  for (const element of after) {
    if (pairs.beforeOf.has(element.id)) continue
    const known = left.get(placeOf(element))?.shift()
    if (known) pairs.add(known, element, 'place')
  }
}

function placeOf(element: TextElement): string {
  return `${element.kind} ${provisionOf(element)}`
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
  thresholds: ThresholdsOfLines,
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
  const byProvision = new Map(left.map(({ element }, at) => [provisionOf(element), at]))
  // Cells are much alike: where ids tell which row is which, like words of another row tell nothing.
  const areCellsKnown = pairs.matches.some(({ before, by }) => by === 'id' && before.cell !== null)
  const candidates: Candidate[] = []
  for (const { element, place } of right) {
    const own = words.get(element) ?? []
    const sharing = [...index.sharing(own, commonWord)].sort(([, a], [, b]) => b - a)
    const near = byProvision.get(provisionOf(element))
    const likely = sharing.slice(0, closelyRead).map(([at]) => at)
    for (const at of new Set(near === undefined ? likely : [near, ...likely])) {
      const other = left[at]
      if (!other || other.element.kind !== element.kind) continue
      if (areCellsKnown && (other.element.cell || element.cell)) continue
      const score = scoreOf(other.element, words.get(other.element) ?? [], element, own, pairs)
      if (score === null) continue
      const distance = Math.abs(other.place - place)
      const agreement = sameThresholds * thresholds.agreement(other.element, element)
      candidates.push({
        before: other.element,
        after: element,
        score: score + agreement,
        distance,
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
  const isShort = Math.min(beforeWords.length, afterWords.length) < telling
  if (isShort && (alike < 1 || !isSameParent)) return null
  if (alike < leastAlike) return null
  return (
    alike +
    (isSameParent ? sameParent : 0) +
    (before.provision === after.provision ? sameProvision : 0)
  )
}
