import { seriesOf } from './annex-i.ts'
import { formatCode, parseCode } from './code.ts'
import {
  idOf,
  isTextblock,
  lineOf,
  textAttribute,
  withIds,
  type Content,
  type ContentNode,
} from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { markDeclarations, referredIssuers, type ReferredIssuer } from './grammar.ts'

/**
 * Codes that words of a text name: of its own entries and points, of Annex I, of lists of states. What
 * is known becomes a mark, so that it is found again when the entry is renumbered; the words stay as
 * they were written until somebody has them written anew.
 */

/** What the mark of a reference says. */
export interface Reference {
  readonly issuer: ReferredIssuer | null
  readonly code: string
  readonly target: string | null
}

const longestCode = markDeclarations.reference.code.rule.max

/** A code in the words of a line. */
export interface WrittenCode {
  readonly from: number
  readonly to: number
  readonly code: string
}

/** As Annex I writes them and no more leniently: what looks like a code otherwise is a word. */
const pattern =
  /(?<![\p{L}\p{N}.])\d[A-E]\d{3,4}(?:\.(?:[a-z]{1,2}|\d{1,3})(?![\p{L}\p{N}]))*(?![\p{L}\p{N}])/gu

export function codesIn(words: string): WrittenCode[] {
  return [...words.matchAll(pattern)]
    .map(({ 0: code, index }) => ({ from: index, to: index + code.length, code }))
    .filter(({ code }) => code.length <= longestCode)
}

export function isWrittenCode(words: string): boolean {
  return words.length <= longestCode && codesIn(words)[0]?.code === words
}

/** The entries and points of a text by the codes that lead to them; of two with one code the first. */
export function placesByCode(elements: readonly TextElement[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { id, kind, provision, note } of elements) {
    if ((kind !== 'entry' && kind !== 'point') || note || provision === null) continue
    const code = formatCode(parseCode(provision))
    if (!places.has(code)) places.set(code, id)
  }
  return places
}

/** A number of a series that stands in Annex I is meant as one, wherever it is not one of the text. */
export function isOfAnnexI(code: string): boolean {
  const read = parseCode(code)
  return read.kind === 'entry' && seriesOf(read.digits)?.isAnnexI === true
}

/** The code with those of what is around it, from the inside out: `3B801.f.5`, `3B801.f`, `3B801`. */
export function enclosingCodes(code: string): string[] {
  const parts = code.split('.')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'))
}

/**
 * Whether a code is one of a point that an entry of this text does not have: whoever writes it means
 * their own entry, and none of that code in a list.
 */
export function isLackedPoint(code: string, places: ReadonlyMap<string, string>): boolean {
  return !places.has(code) && enclosingCodes(code).some((around) => places.has(around))
}

/** Codes that are asked for in one request; more stand in a list that is looked through as a whole. */
export const codesAtOnce = 50

/**
 * Whether a reference means what its words name. One into this text keeps what it means while its words
 * are what they were, whatever has that code now; one into a list, while they lead there.
 */
export function leadsThere({ target, code }: Reference, written: string): boolean {
  return target === null ? enclosingCodes(written).includes(code) : code === written
}

/** How a reference or a code stands to what it names. */
export type ReferenceState =
  /** The words name what is meant. */
  | 'sound'
  /** What is meant has another code by now. */
  | 'moved'
  /** What was meant is not in the text any more. */
  | 'gone'
  /** Known, and words alone: they name whatever has that code, also after others have got it. */
  | 'plain'
  /** The words are a code that is known nowhere, or of a point that an entry of the text does not have. */
  | 'unknown'

export interface FoundReference {
  /** The line that it stands in, and where in it. */
  readonly element: TextElement
  readonly from: number
  readonly to: number
  readonly written: string
  readonly state: ReferenceState
  /** Null for a code that is no reference. */
  readonly reference: Reference | null
  /** What is meant, as it is called now: of a place that is `moved` not what is written. */
  readonly now: string
}

/** The references of a text, and the codes in it that are none, in order. */
export function referencesOf(content: Content): FoundReference[] {
  const elements = elementsOf(content)
  const lines = linesById(content)
  const places = placesByCode(elements)
  const byId = new Map(elements.map((element) => [element.id, element]))
  return elements.flatMap((element) => {
    const line = lines.get(element.id)
    return line ? referencesIn(element, line, places, byId) : []
  })
}

function referencesIn(
  element: TextElement,
  line: ContentNode,
  places: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, TextElement>,
): FoundReference[] {
  const marked = markedIn(line).map((one): FoundReference => {
    const { reference, written } = one
    const { target } = reference
    const now = target === null ? written : nameOf(byId.get(target))
    // A list that has this very code, and not only the entry, is what was meant.
    const isLacked = target === null && reference.code !== written && isLackedPoint(written, places)
    const state = now === null ? 'gone' : isLacked ? 'unknown' : now === written ? 'sound' : 'moved'
    return { ...one, element, state, now: now ?? written }
  })
  const plain = plainCodesIn(line).map(({ from, to, code }): FoundReference => {
    const state = places.has(code) || isOfAnnexI(code) ? 'plain' : 'unknown'
    return { element, from, to, state, written: code, now: code, reference: null }
  })
  return [...marked, ...plain].toSorted((a, b) => a.from - b.from)
}

/** As references are written, however the entry's own code is. */
function nameOf(place: TextElement | undefined): string | null {
  const provision = place?.provision ?? null
  return provision === null ? null : formatCode(parseCode(provision))
}

/** The codes of a line that are no references. */
export function plainCodesIn(line: ContentNode): WrittenCode[] {
  const marked = markedIn(line)
  return codesIn(lineOf(line)).filter(
    ({ from, to }) => !marked.some((one) => one.from < to && from < one.to),
  )
}

interface Marked {
  readonly from: number
  readonly to: number
  readonly written: string
  readonly reference: Reference
}

/** The references marked in a line: runs that differ in style alone are one. */
export function markedIn(line: ContentNode): Marked[] {
  const found: Marked[] = []
  let at = 0
  for (const { text = '', marks = [] } of line.content ?? []) {
    const mark = marks.find(({ type }) => type === 'reference')
    const last = found.at(-1)
    const reference = mark && referenceOf(mark)
    if (reference && last?.to === at && isSame(last.reference, reference)) {
      found[found.length - 1] = { ...last, to: at + text.length, written: last.written + text }
    } else if (reference) {
      found.push({ from: at, to: at + text.length, written: text, reference })
    }
    at += text.length
  }
  return found
}

export function isSame(a: Reference, b: Reference): boolean {
  return a.issuer === b.issuer && a.code === b.code && a.target === b.target
}

/** What the mark of a reference says. */
export function referenceOf(mark: { attrs?: ContentNode['attrs']; type: string }): Reference {
  const issuer = textAttribute(mark, 'issuer')
  return {
    issuer: referredIssuers.find((known) => known === issuer) ?? null,
    code: textAttribute(mark, 'code') ?? '',
    target: textAttribute(mark, 'target'),
  }
}

function linesById(content: Content): Map<string, ContentNode> {
  const lines = new Map<string, ContentNode>()
  const visit = (node: ContentNode) => {
    if (isTextblock(node)) lines.set(idOf(node), node)
    else for (const child of node.content ?? []) visit(child)
  }
  visit(withIds(content))
  return lines
}
