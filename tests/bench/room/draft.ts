import type { Content } from '../../../app/text/content.ts'
import { doc, entry, heading, paragraph, point, section } from '../../text/sample.ts'

/** A place that can be commented on, with its words. */
export interface Passage {
  element: string
  words: string
}

const entries = 60
const points = 12

const clause =
  'equipment specially designed or modified for the deposition, epitaxial growth or inspection of ' +
  'layers on substrates, having an overlay of 1.50 nm or less and a source of more than 193 nm, ' +
  'and accessories therefor'

function wordsAt(index: number, place: number): string {
  return `${place + 1}) ${clause} of the kind ${index + 1}.${place + 1};`
}

/** Every point of a version. */
export function passagesIn(version: 1 | 2): Passage[] {
  return entriesIn(version).flatMap((index) =>
    Array.from({ length: points }, (_, place) => ({
      element: `e${index}p${place}w`,
      words: wordsAt(index, place),
    })),
  )
}

/**
 * A list of 60 entries with 12 points each: 170 000 letters, some 60 pages. The
 * second version changes the words of every seventh entry, leaves out one in twenty and moves one to the end.
 */
export function longDraft(version: 1 | 2): Content {
  return doc(
    section('subject', paragraph('s1', 'A list of advanced equipment')),
    section('items', ...entriesIn(version).map((index) => entryAt(index, version))),
  )
}

function entriesIn(version: 1 | 2): number[] {
  const all = Array.from({ length: entries }, (_, index) => index)
  return version === 1 ? all : [...all.filter((index) => index % 20 !== 5 && index !== 3), 3]
}

function entryAt(index: number, version: 1 | 2) {
  const isChanged = version === 2 && index % 7 === 0
  return entry(
    { id: `e${index}`, code: `3B${801 + index}` },
    heading(`e${index}h`, `Equipment of the kind ${index + 1}, as follows:`),
    ...Array.from({ length: points }, (_, place) => {
      const words = wordsAt(index, place)
      return point(
        { id: `e${index}p${place}` },
        paragraph(`e${index}p${place}w`, isChanged ? words.replace('1.50', '1.20') : words),
      )
    }),
  )
}
