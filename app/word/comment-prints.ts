import { digest } from 'lib0/hash/sha256'
import { plainWords } from './words.ts'

/**
 * What each comment read when Concert wrote it, line by line, so that words which somebody writes into
 * one are seen, and are not taken for those of its author. Only hashes go out: what the portal has of a
 * comment may have been revised since, or said in another language.
 */

/** Characters of one print: 40 bits of a hash. */
const length = 10

/** Word cuts the value of a property behind 255 characters. */
const mostInOne = 25

const property = 'concert-comments-'

/** Of a line of a comment or of a reply to it, by whose id it is: the same words elsewhere are others. */
export function printOf(id: string, line: string): string {
  const hash = digest(new TextEncoder().encode(`${id} ${evenLine(line)}`))
  return Array.from(hash.slice(0, length / 2), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}

/** Programs write blanks in their own way, and leave out what no document can hold. */
export function evenLine(line: string): string {
  return plainWords(line)
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Custom properties of a document that hold them. */
export function printProperties(prints: readonly string[]): { name: string; value: string }[] {
  const count = Math.ceil(prints.length / mostInOne)
  return Array.from({ length: count }, (_, at) => ({
    name: `${property}${at + 1}`,
    value: prints.slice(at * mostInOne, (at + 1) * mostInOne).join(''),
  }))
}

/** Those of a document, by its custom properties; none for one without comments. */
export function printsIn(properties: ReadonlyMap<string, string>): string[] {
  return [...properties].flatMap(([name, value]) =>
    name.startsWith(property) ? (value.match(/[a-f\d]{10}/g) ?? []) : [],
  )
}
