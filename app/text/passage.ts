import * as Y from 'yjs'
import type { Place } from '#app/measures/anchor.ts'
import { carry } from './anchor.ts'
import type { LiveStates } from './anchor-live.ts'
import { withIds, type Content } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'

/** Words in one line of a text: what a proposed wording can take the place of. */
export interface Passage {
  /** Which line of the text it is, counted from 0 in reading order. */
  readonly line: number
  readonly lineText: string
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * The words of a place of a frozen text where they stand in a later one, word for word. Null where
 * they were changed, went away, stand in more than one line, or cannot be told for sure.
 */
export function findPassage(
  place: Place,
  before: Content,
  after: Content,
  live: LiveStates | null = null,
): Passage | null {
  if (place.kind === 'whole') return null
  const quote = wordsAt(place, elementsOf(before))
  const [placement] = carry([place], before, after, live)
  if (!placement || (placement.condition !== 'exact' && placement.condition !== 'moved'))
    return null
  const elements = elementsOf(withIds(after))
  const element = elements.find(({ id }) => id === placement.elementId)
  if (!element || quote === null) return null
  const from = element.from + (placement.from ?? 0)
  const to = placement.to === null ? element.to : element.from + placement.to
  const lines = elements.filter(isLine)
  const line = lines.findIndex((one) => one.from <= from && one.to >= to)
  const holder = lines[line]
  if (!holder) return null
  const passage = { from: from - holder.from, to: to - holder.from }
  const words = holder.text.slice(passage.from, passage.to)
  if (words !== quote || words.trim() === '') return null
  return { line, lineText: holder.text, elementId: holder.id, ...passage, words }
}

function wordsAt(place: Exclude<Place, { kind: 'whole' }>, elements: readonly TextElement[]) {
  const element = elements.find(({ id }) => id === place.elementId)
  if (!element) return null
  return place.kind === 'words' ? element.text.slice(place.from, place.to) : element.text
}

function isLine({ kind }: TextElement): boolean {
  return kind === 'paragraph' || kind === 'heading'
}

/**
 * Puts other words in the place of a passage of a living text. False, and nothing changed, where the
 * passage is not there as it was found. Formatting stays where all of the words had the same.
 */
export function replacePassage(text: Y.XmlFragment, passage: Passage, words: string): boolean {
  const line = linesIn(text)[passage.line]
  const runs = line?.toArray().filter((child) => child instanceof Y.XmlText) ?? []
  if (!line || runs.map(wordsOf).join('') !== passage.lineText) return false
  let start = 0
  let isWritten = false
  for (const run of runs) {
    const length = wordsOf(run).length
    const from = Math.max(passage.from - start, 0)
    const to = Math.min(passage.to - start, length)
    if (from < to) {
      const formatting = isWritten ? null : formattingOf(run, from, to)
      run.delete(from, to - from)
      if (formatting) run.insert(from, words, formatting)
      isWritten = true
    }
    start += length
  }
  return isWritten
}

function linesIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    const isLine = child.nodeName === 'paragraph' || child.nodeName === 'entryHeading'
    return isLine ? [child] : linesIn(child)
  })
}

interface Run {
  insert: string
  attributes?: Record<string, unknown>
}

function wordsOf(text: Y.XmlText): string {
  const runs: Run[] = text.toDelta()
  return runs.map(({ insert }) => insert).join('')
}

/** What all of the words have; a mark on some of them only is not one on the new ones. */
function formattingOf(text: Y.XmlText, from: number, to: number): Record<string, unknown> {
  const runs: Run[] = text.toDelta()
  let at = 0
  const touched = runs.filter(({ insert }) => {
    const begins = at
    at += insert.length
    return begins < to && at > from
  })
  const [first, ...others] = touched.map(({ attributes }) => attributes ?? {})
  const shared = Object.entries(first ?? {}).filter(([name, value]) =>
    others.every((other) => JSON.stringify(other[name]) === JSON.stringify(value)),
  )
  return Object.fromEntries(shared)
}
