import { fileProperty, versionProperty } from './package.ts'
import type { WordParts } from './parts.ts'
import { elementsIn, textIn } from './xml.ts'

/** The file that Concert wrote a Word document from. */
export interface Origin {
  /** The reference of the file: `2026/NL/0001`. */
  readonly file: string
  /** Null for the draft, and for what has no text, such as a table. */
  readonly version: number | null
}

/** The properties that somebody gave a document, by name. */
export function readProperties({ properties }: WordParts): ReadonlyMap<string, string> {
  return new Map(
    (properties ? elementsIn(properties, 'cp:property') : []).map((property) => [
      property.attributes.name ?? '',
      textIn(property).trim(),
    ]),
  )
}

/** Null where Concert did not write it. What it says is a hint and no right: policy asks as ever. */
export function readOrigin(stated: ReadonlyMap<string, string>): Origin | null {
  const file = stated.get(fileProperty) ?? ''
  const version = stated.get(versionProperty)
  const isNumber = version === undefined || /^[1-9]\d{0,5}$/.test(version)
  if (!/^\d{4}\/[A-Z]{2,3}\/\d{4,}$/.test(file) || !isNumber) return null
  return { file, version: version === undefined ? null : Number(version) }
}
