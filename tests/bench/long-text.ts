import * as Y from 'yjs'
import { appendContent, newLiveText } from '../../app/text/live-text.ts'
import { seededRandom } from '../realtime/seeded-random.ts'
import { paragraphs } from './texts.ts'

/** A text with a long past. */
export interface LongText {
  /** Each edit as it was sent; the first is the text that it began with. */
  updates: Uint8Array[]
  state: Uint8Array
  stateVector: Uint8Array
}

const letters = 'abcdefghijklmnopqrstuvwxyz      '

/** Of Yjs, for everything that is written in it. */
const clientId = 4_242

/**
 * Somebody who writes for a long time: runs of letters now here, now there, and one run in eight takes
 * letters away.
 * With 260 000 edits what is left of it is about 411 KB, as Yjs writes it.
 */
export function writeLongText(edits: number): LongText {
  const random = seededRandom(1)
  const live = newLiveText()
  live.doc.clientID = clientId
  const updates: Uint8Array[] = []
  live.doc.on('update', (update: Uint8Array) => void updates.push(update))
  live.doc.transact(() => appendContent(live.text, paragraphs(82)))
  const places = [...live.text.createTreeWalker((node) => node instanceof Y.XmlText)]
  while (updates.length < edits) {
    const words = wordsAt(places, random(places.length))
    let at = random(words.length + 1)
    const isDeleting = random(8) === 0
    for (let left = 8 + random(50); left > 0 && updates.length < edits; left--) {
      if (!isDeleting) words.insert(at++, letters.charAt(random(letters.length)))
      else if (at > 0) words.delete(--at, 1)
    }
  }
  const { doc } = live
  return {
    updates,
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
  }
}

function wordsAt(places: readonly unknown[], index: number): Y.XmlText {
  const words = places[index]
  if (words instanceof Y.XmlText) return words
  throw new Error('a text without words')
}
