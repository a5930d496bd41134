import * as Y from 'yjs'
import type { Doubled } from './word-history.ts'
import type { Units } from './text-units.ts'

/** Where in a text as it is now something belongs that lost its place. */

/**
 * The id of what survives nearest before a line that is gone, or else of what is around it; null where
 * nothing has an id.
 */
export function nearestSurvivor(line: Y.XmlText): string | null {
  let item = line._item
  while (item) {
    for (let before = item.left; before; before = before.left) {
      const id = before.deleted ? null : idOf(before)
      if (id !== null) return id
    }
    const around: unknown = item.parent
    const parent: Y.Item | null = around instanceof Y.XmlElement ? around._item : null
    if (parent && !parent.deleted && idOf(parent) !== null) return idOf(parent)
    item = parent
  }
  return null
}

function idOf({ content }: Y.Item): string | null {
  const type: unknown = content instanceof Y.ContentType ? content.type : null
  const id: unknown = type instanceof Y.XmlElement ? type.getAttribute('id') : null
  return typeof id === 'string' ? id : null
}

/** Words in a line that is there. */
export interface StandingWords {
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Of a tail that stands twice, the shorter copy; null as soon as one of the two is gone or was changed. */
export function copyToRemove(
  text: Y.XmlFragment,
  { earlier, later }: Doubled,
): StandingWords | null {
  const lines = linesIn(text)
  const [first, second] = [earlier, later].map(({ to }) => standing(lines, to))
  if (!first || !second || first.elementId === second.elementId) return null
  return second.words.length <= first.words.length ? second : first
}

function standing(lines: readonly Line[], units: readonly Units[]): StandingWords | null {
  for (const { elementId, places, words } of lines) {
    const found = units.flatMap((unit) => placesOf(unit, places))
    if (found.length === 0) continue
    const [from, to] = [Math.min(...found), Math.max(...found) + 1]
    const length = units.reduce((sum, unit) => sum + unit.length, 0)
    const isWhole = found.length === length && to - from === length
    return isWhole ? { elementId, from, to, words: words.slice(from, to) } : null
  }
  return null
}

interface Place extends Units {
  readonly at: number
}

function placesOf({ client, clock, length }: Units, places: readonly Place[]): number[] {
  return places.flatMap((place) => {
    if (place.client !== client) return []
    const from = Math.max(clock, place.clock)
    const to = Math.min(clock + length, place.clock + place.length)
    return Array.from(
      { length: Math.max(0, to - from) },
      (_, index) => place.at + from - place.clock + index,
    )
  })
}

interface Line {
  readonly elementId: string
  readonly words: string
  readonly places: readonly Place[]
}

function linesIn(parent: Y.XmlFragment): Line[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    const texts = child.toArray().filter((one) => one instanceof Y.XmlText)
    const id: unknown = child.getAttribute('id')
    if (texts.length === 0 || typeof id !== 'string') return linesIn(child)
    const places: Place[] = []
    let words = ''
    for (const text of texts) {
      for (let item = text._start; item; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue
        places.push({ ...item.id, length: item.length, at: words.length })
        words += item.content.str
      }
    }
    return [{ elementId: id, words, places }]
  })
}
