import * as Y from 'yjs'
import type { Units } from './text-units.ts'

/** The lines of a living text as they stand, with the units that their words are made of. */

export interface StandingUnits extends Units {
  /** Where in the line they begin. */
  readonly at: number
}

export interface StandingLine {
  readonly elementId: string
  readonly words: string
  readonly units: readonly StandingUnits[]
  /** Where these stand, with what has gone. */
  readonly texts: readonly Y.XmlText[]
}

/** In the order in which they are read; those without an id are left out. */
export function standingLines(parent: Y.XmlFragment): StandingLine[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    const texts = child.toArray().filter((one) => one instanceof Y.XmlText)
    const id: unknown = child.getAttribute('id')
    if (texts.length === 0 || typeof id !== 'string') return standingLines(child)
    const units: StandingUnits[] = []
    let words = ''
    for (const text of texts) {
      for (let item = text._start; item; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue
        units.push({ ...item.id, length: item.length, at: words.length })
        words += item.content.str
      }
    }
    return [{ elementId: id, words, units, texts }]
  })
}
