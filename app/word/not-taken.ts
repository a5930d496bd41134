import { wholeCharacters } from '#app/text/whole-characters.ts'

/** What a text here cannot hold. It is listed for who brings the document in, never dropped in silence. */
export const notTakenKinds = [
  'table-as-rows',
  'heading-as-bold',
  'picture',
  'text-box',
  'footnote',
  'endnote',
  'equation',
  'embedded-object',
  'macro',
  'link',
  'sign',
  'hidden-text',
  'struck-out',
  'part-elsewhere',
  'inserted-and-deleted',
  'list-mark-as-words',
  'unsure-place',
  'unsure-note',
  'moved-note',
  'comment-without-place',
  'particular',
] as const
export type NotTakenKind = (typeof notTakenKinds)[number]

export interface NotTaken {
  readonly kind: NotTakenKind
  readonly count: number
  /** The words of the first ones, as far as they have any. */
  readonly samples: readonly string[]
}

const mostSamples = 5
const longestSample = 200

export class NotTakenList {
  readonly #found = new Map<NotTakenKind, { count: number; samples: string[] }>()

  add(kind: NotTakenKind, words = '') {
    const found = this.#found.get(kind) ?? { count: 0, samples: [] }
    found.count += 1
    const sample = wholeCharacters(words.trim(), longestSample)
    if (sample !== '' && found.samples.length < mostSamples) found.samples.push(sample)
    this.#found.set(kind, found)
  }

  list(): NotTaken[] {
    return notTakenKinds.flatMap((kind) => {
      const found = this.#found.get(kind)
      return found ? [{ kind, ...found }] : []
    })
  }
}
