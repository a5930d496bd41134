import type { Node } from 'prosemirror-model'
import { checkContent } from '#app/text/check.ts'
import { elementsOf } from '#app/text/elements.ts'
import { codesIn, isLackedPoint, placesByCode } from '#app/text/references.ts'

/**
 * A text with what its codes mean in it. Of one that was changed since it says what was meant by the
 * codes that stood in a line before entries and points came to have others.
 */
export class CodesOfText {
  readonly #doc: Node
  #places: ReadonlyMap<string, string> | null = null
  #lines: ReadonlyMap<string, string> | null = null

  constructor(doc: Node) {
    this.#doc = doc
  }

  /** The element that has this code. */
  target(code: string): string | undefined {
    this.#places ??= placesOf(this.#doc)
    return this.#places.get(code)
  }

  /** Whether it is the code of a point that an entry of this text does not have. */
  lacks(code: string): boolean {
    this.#places ??= placesOf(this.#doc)
    return isLackedPoint(code, this.#places)
  }

  /** Whether this code stood in a line, or in what the line was split off from. */
  isNamedIn(line: Node, code: string): boolean {
    this.#lines ??= wordsByLine(this.#doc)
    const { id, splitFrom } = line.attrs
    const words = this.#lines.get(String(id)) ?? this.#lines.get(String(splitFrom)) ?? ''
    return codesIn(words).some((written) => written.code === code)
  }
}

/**
 * Whether an edit may have given entries or points other codes: any that is not within the words of
 * one line.
 */
export function mayRenumber(before: Node, after: Node): boolean {
  const from = after.content.findDiffStart(before.content)
  const end = after.content.findDiffEnd(before.content)
  if (from === null || end === null) return false
  return ![before, after].every((doc) => {
    const to = Math.max(from, doc === after ? end.a : end.b)
    const start = doc.resolve(from)
    return start.parent.isTextblock && start.sameParent(doc.resolve(to))
  })
}

function placesOf(doc: Node): ReadonlyMap<string, string> {
  const checked = checkContent(doc.toJSON())
  return checked.ok ? placesByCode(elementsOf(checked.content)) : new Map()
}

function wordsByLine(doc: Node): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  doc.descendants((line) => {
    const id: unknown = line.attrs.id
    if (line.isTextblock && typeof id === 'string') words.set(id, line.textContent)
  })
  return words
}
