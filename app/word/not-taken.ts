import { wholeCharacters } from '#app/text/whole-characters.ts'

/** What a text here cannot hold. It is listed for who brings the document in, never dropped in silence. */
export const notTakenKinds = [
  'table-as-rows',
  'merged-cells',
  'heading-as-bold',
  'picture',
  'text-box',
  'footnote',
  'endnote',
  'equation',
  'field',
  'embedded-object',
  'macro',
  'link',
  'sign',
  'hidden-text',
  'struck-out',
  'part-elsewhere',
  'inserted-and-deleted',
  'tracked-look',
  'tracked-merge',
  'list-mark-as-words',
  'code-as-words',
  'unsure-place',
  'unsure-note',
  'moved-note',
  'comment-without-place',
  'empty-comment',
  'particular',
] as const
export type NotTakenKind = (typeof notTakenKinds)[number]

export interface NotTaken {
  readonly kind: NotTakenKind
  readonly count: number
  /** The words of the first ones, as far as they have any. */
  readonly samples: readonly string[]
  /** Who did it, where the document says so of any: the first ones. */
  readonly authors?: readonly string[]
}

interface Found {
  count: number
  samples: string[]
  authors?: string[]
}

const mostSamples = 5
const mostAuthors = 20
const longestSample = 200

export class NotTakenList {
  readonly #found = new Map<NotTakenKind, Found>()

  add(kind: NotTakenKind, words = '', author = '') {
    const found: Found = this.#found.get(kind) ?? { count: 0, samples: [] }
    found.count += 1
    const authors = found.authors ?? []
    const name = wholeCharacters(author, longestSample)
    if (name !== '' && authors.length < mostAuthors && !authors.includes(name))
      found.authors = [...authors, name]
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
