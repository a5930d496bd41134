import type { ContentNode } from './content.ts'
import type { TextElement } from './elements.ts'
import { mergeSlices } from './merge-slices.ts'
import {
  editedContent,
  editNow,
  type ProposalNow,
  type ProposedChange,
  type WordsNow,
} from './proposal-now.ts'
import { wordsOf } from './redline-words.ts'
import type { LiveEdit } from './slice.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** What a proposal touches in a text: a stretch of its plain text, and the element that it is or is in. */
export interface Touched extends Stretch {
  readonly kind: ProposedChange['kind']
  readonly elementId: string
  /** Of words those of them that change. */
  readonly changes: readonly ChangedWords[]
  /** What it makes of the element; null where the text was changed in the same. */
  readonly edit: LiveEdit | null
  /** The element as it stands; of something put in null. */
  readonly node: ContentNode | null
  /** The element with all that is around it. */
  readonly path: readonly string[]
}

interface ChangedWords extends Stretch {
  /** Between which words something is put in, where none is taken out. */
  readonly gap: Stretch | null
}

/** Null where the text has no such place, or not the words that a proposal of words changes. */
export function touchedBy(
  kind: ProposedChange['kind'],
  standing: ProposalNow,
  elements: ReadonlyMap<string, TextElement>,
): Touched | null {
  const { elementId, words } = standing
  const element = elements.get(elementId)
  if (!element || (kind === 'words' && !words)) return null
  const path: string[] = []
  for (let at: TextElement | undefined = element; at; at = parentOf(at, elements)) path.push(at.id)
  const range =
    kind === 'words' && words
      ? { from: element.from + words.from, to: element.from + words.to }
      : kind === 'insert-after'
        ? { from: element.to, to: element.to }
        : { from: element.from, to: element.to }
  if (range.to > element.to) return null
  const changes = kind === 'words' && words ? changedWords(words, element) : []
  const [node = null] = standing.now
  return { kind, elementId, path, ...range, changes, edit: editNow(kind, standing), node }
}

/**
 * What is put in between two words touches those of them that were quoted with it: who proposes "not
 * exceeding" for "exceeding" leaves that word no more to others than who takes it out.
 */
function changedWords({ from, to, edits }: WordsNow, { text, from: start }: TextElement) {
  return edits.map((edit): ChangedWords => {
    if (edit.from < edit.to) return { from: start + edit.from, to: start + edit.to, gap: null }
    const spaceBefore = /\s*$/.exec(text.slice(0, edit.from))?.[0] ?? ''
    const spaceBehind = /^\s*/.exec(text.slice(edit.from))?.[0] ?? ''
    const gap = { from: edit.from - spaceBefore.length, to: edit.from + spaceBehind.length }
    const before = gap.from > from ? (wordsOf(text.slice(0, gap.from)).at(-1) ?? '') : ''
    const behind = gap.to < to ? (wordsOf(text.slice(gap.to))[0] ?? '') : ''
    return {
      from: start + gap.from - before.length,
      to: start + gap.to + behind.length,
      gap: { from: start + gap.from, to: start + gap.to },
    }
  })
}

function parentOf(
  { parentId }: TextElement,
  elements: ReadonlyMap<string, TextElement>,
): TextElement | undefined {
  return parentId === null ? undefined : elements.get(parentId)
}

/**
 * Whether two proposals on one text cannot both be taken up as they are: they change the same words or
 * settings, put something in at the same place, one takes out what the other is in or goes behind. Of a
 * whole element that counts which it makes other, and not all that it says again. Two that go behind
 * the same element do not collide: both can stand there.
 */
export function collide(a: Touched, b: Touched): boolean {
  if (a.kind === 'words' && b.kind === 'words') {
    return a.changes.some((one) => b.changes.some((other) => isSame(one, other)))
  }
  return takesIn(a, b) || takesIn(b, a)
}

function isSame(a: ChangedWords, b: ChangedWords): boolean {
  if (a.from < b.to && b.from < a.to) return true
  return a.gap !== null && b.gap !== null && a.gap.from <= b.gap.to && b.gap.from <= a.gap.to
}

/** Whether one is about a whole element that the other is, is in, or stands behind, and leaves it no place. */
function takesIn(whole: Touched, other: Touched): boolean {
  if (whole.kind !== 'replace' && whole.kind !== 'delete') return false
  if (!other.path.includes(whole.elementId)) return false
  if (whole.kind === 'delete') return true
  const isBehind = other.kind === 'insert-after' && other.elementId === whole.elementId
  return !isBehind && changesTheSame(whole, other)
}

/** Laid over each other, each leaves the other all that it changes. */
function changesTheSame({ node, edit }: Touched, other: Touched): boolean {
  if (!node || !edit || !other.edit) return true
  const others = editedContent({ type: 'doc', content: [node] }, other.edit)
  if (!others) return true
  const { conflicts, alike } = mergeSlices([node], others.content ?? [], edit.slice)
  return conflicts + alike > 0
}

/**
 * Sets of two and more of which each collides with each other one. Two that collide stand in at least one
 * together, and two that do not in none: a third in whose way both are does not put them in each other's.
 */
export function collisionSets<Item>(
  items: readonly Item[],
  touchedOf: (item: Item) => Touched | null,
): Item[][] {
  const found = items.flatMap((item) => {
    const touched = touchedOf(item)
    return touched ? [{ item, touched, told: new Set<Item>() }] : []
  })
  const sets: (typeof found)[] = []
  for (const [index, one] of found.entries()) {
    for (const other of found.slice(index + 1)) {
      if (one.told.has(other.item) || !collide(one.touched, other.touched)) continue
      const set = [one, other]
      for (const third of found) {
        const isIn = set.includes(third)
        if (!isIn && set.every(({ touched }) => collide(touched, third.touched))) set.push(third)
      }
      for (const { told } of set) for (const { item } of set) told.add(item)
      sets.push(set)
    }
  }
  return sets.map((set) => found.filter((one) => set.includes(one)).map(({ item }) => item))
}
