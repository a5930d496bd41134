import type { WordParts } from './parts.ts'
import { elementsIn, textIn } from './xml.ts'

/** The version of a file that Concert wrote a Word package from. */
export interface Origin {
  /** The reference of the file: `2026/NL/0001`. */
  readonly file: string
  readonly version: number
  /** Comments that were in it when it was written, by their ids in the document. */
  readonly known: Readonly<Record<string, string>>
}

/** Null where Concert did not write it. What it says is a hint and no right: policy asks as ever. */
export function readOrigin({ properties, concert }: WordParts): Origin | null {
  const stated = new Map(
    (properties ? elementsIn(properties, 'cp:property') : []).map((property) => [
      property.attributes.name ?? '',
      textIn(property).trim(),
    ]),
  )
  const file = stated.get('concert-file') ?? ''
  const version = Number(stated.get('concert-version'))
  if (!/^\d{4}\/[A-Z]{2,3}\/\d{4,}$/.test(file) || !Number.isInteger(version)) return null
  const known: Record<string, string> = {}
  for (const { attributes } of concert ? elementsIn(concert) : []) {
    if (attributes.word && attributes.comment) known[attributes.word] = attributes.comment
  }
  return { file, version, known }
}
