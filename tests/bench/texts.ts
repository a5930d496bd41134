import * as Y from 'yjs'
import { appendContent, newLiveText } from '../../app/text/live-text.ts'
import type { Content } from '../../app/text/content.ts'
import { doc, paragraph, section } from '../text/sample.ts'

/** The texts of the bench: what a draft's grounds look like, paragraph after paragraph. */

const sentence =
  'The authorisation requirement applies to equipment specially designed for the manufacture of ' +
  'semiconductor devices, where the exporter was informed by the competent authority that the items ' +
  'are or may be intended, in their entirety or in part, for uses that concern public security. '

/** About 280 characters a paragraph. */
export function paragraphs(count: number): Content {
  const each = (index: number) => paragraph(`p${index}`, `${index + 1}. ${sentence}`)
  return doc(section('subject', ...Array.from({ length: count }, (_, index) => each(index))))
}

/** The same as a Yjs update, for servers that do not know our schema. */
export function asUpdate(content: Content): Uint8Array {
  const live = newLiveText()
  live.doc.transact(() => appendContent(live.text, content))
  return Y.encodeStateAsUpdate(live.doc)
}

/**
 * What somebody who has `update` and types in paragraph `place` sends: each edit, as an editor makes
 * it, and the clock that it ends at.
 */
export class Typist {
  private readonly live = newLiveText()
  private readonly words: Y.XmlText
  private readonly written: Uint8Array[] = []

  constructor(update: Uint8Array, clientId: number, place: number) {
    Y.applyUpdate(this.live.doc, update)
    this.live.doc.clientID = clientId
    this.words = textAt(this.live.text, place)
    this.live.doc.on('update', (bytes: Uint8Array) => void this.written.push(bytes))
  }

  /** Types `words` where they are to be read one after the other, at the paragraph's end. */
  type(words: string): { update: Uint8Array; clock: number } {
    this.words.insert(this.words.length, words)
    const [update] = this.written.splice(0)
    if (!update) throw new Error('nothing was typed')
    return { update, clock: Y.getState(this.live.doc.store, this.live.doc.clientID) }
  }
}

function textAt(text: Y.XmlFragment, place: number): Y.XmlText {
  const all = [...text.createTreeWalker((node) => node instanceof Y.XmlText)]
  const found = all[place % all.length]
  if (found instanceof Y.XmlText) return found
  throw new Error('a text without words')
}
