import { type Content, type ContentNode, idOf, withIds } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { codesIn } from './references.ts'
import { wordingIn } from './parameter-words.ts'
import { findParameters } from './parameters.ts'
import { type ParameterChange, parameterChanges, type ReadLines } from './redline-parameters.ts'
import { evenOut, nextNumeral } from './written-number.ts'

/** A courtesy translation, element by element beside the text that it translates. */
export interface Aligned {
  /** Its elements have the ids of those that they align to, so that a place is one place in both. */
  readonly content: Content
  readonly count: number
  /** Of the original, with nothing beside them; what stands in one of them is not named again. */
  readonly missing: readonly TextElement[]
  /** Of the translation, likewise. */
  readonly extra: readonly TextElement[]
}

/**
 * Two languages share no words: entries align by their codes, points by their letters, notes and
 * paragraphs by their order in the place where they stand.
 */
export function alignTranslation(original: Content, translation: Content): Aligned {
  const theirs = withIds(translation)
  const before = elementsOf(original)
  const after = elementsOf(theirs)
  const left = new Map<string, TextElement[]>()
  for (const element of before) {
    const key = placeOf(element)
    left.set(key, [...(left.get(key) ?? []), element])
  }
  const aligned = new Map<string, string>()
  for (const element of after) {
    const known = left.get(placeOf(element))?.shift()
    if (known) aligned.set(element.id, known.id)
  }
  const found = new Set(aligned.values())
  const nodes = new Map<string, ContentNode>()
  visit(original, (node) => nodes.set(idOf(node), node))
  const taken = new Set(before.map(({ id }) => id))
  return {
    content: {
      ...theirs,
      content: (theirs.content ?? []).map((node) => renamed(node, { aligned, nodes, taken })),
    },
    count: found.size,
    missing: outermost(before, ({ id, text }) => !found.has(id) && text.trim() !== ''),
    extra: outermost(after, ({ id, text }) => !aligned.has(id) && text.trim() !== ''),
  }
}

function placeOf({ kind, section, provision, note }: TextElement): string {
  return [kind, provision ?? `in ${section}`, note?.kind, note?.ordinal, note?.path].join(' ')
}

interface Renaming {
  readonly aligned: ReadonlyMap<string, string>
  /** Of the original, by their ids. */
  readonly nodes: ReadonlyMap<string, ContentNode>
  /** Ids of the original. */
  readonly taken: ReadonlySet<string>
}

function renamed(node: ContentNode, renaming: Renaming): ContentNode {
  const { aligned, nodes, taken } = renaming
  const own = idOf(node)
  const id = aligned.get(own) ?? (taken.has(own) ? `translated-${own}` : own)
  const original = nodes.get(id)
  return {
    ...node,
    ...(own !== '' && { attrs: { ...node.attrs, ...scopeOf(original), id } }),
    ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'reference') }),
    ...(node.content && { content: node.content.map((child) => renamed(child, renaming)) }),
  }
}

/** What of an entry is data in no language, and is not read from a document. */
function scopeOf(original: ContentNode | undefined) {
  if (original?.type !== 'entry') return {}
  const { activities, expiry } = original.attrs ?? {}
  return { ...(activities && { activities }), ...(expiry && { expiry }) }
}

function outermost(
  elements: readonly TextElement[],
  isMeant: (element: TextElement) => boolean,
): TextElement[] {
  const meant = new Set<string>()
  return elements.filter((element) => {
    if (!isMeant(element)) return false
    meant.add(element.id)
    return element.parentId === null || !meant.has(element.parentId)
  })
}

function visit(node: ContentNode, see: (node: ContentNode) => void) {
  see(node)
  for (const child of node.content ?? []) visit(child, see)
}

/** What one has and the other has not. */
export interface OneSided {
  readonly original: readonly string[]
  readonly translation: readonly string[]
}

/** Codes, numbers, operators and units that an element and its translation do not share. */
export interface TranslationDifference {
  readonly element: TextElement
  readonly codes: OneSided
  readonly numbers: OneSided
  readonly parameters: readonly ParameterChange[]
}

/** Of the lines that are aligned, those that say something else in what no language changes. */
export function translationDifferences(
  original: { content: Content; language: string },
  translation: { content: Content; language: string },
): TranslationDifference[] {
  const theirs = new Map(elementsOf(translation.content).map((element) => [element.id, element]))
  return elementsOf(original.content).flatMap((element): TranslationDifference[] => {
    const other = theirs.get(element.id)
    if (!other || !isLine(element) || !isLine(other)) return []
    const difference = lineDifference(
      { text: element.text, language: original.language },
      { text: other.text, language: translation.language },
    )
    return difference ? [{ element, ...difference }] : []
  })
}

function isLine({ kind }: TextElement): boolean {
  return kind === 'paragraph' || kind === 'heading'
}

function lineDifference(before: ReadLines, after: ReadLines) {
  const codes = oneSided(codesOf(before), codesOf(after))
  const changes = parameterChanges(before, after).map(({ change }) => change)
  const isRead = hasWords(before) && hasWords(after)
  // Where the words of a language are not known, a threshold in words is not read, but its number is.
  const parameters = changes.filter(
    (change) => isRead || (change.before !== null && change.after !== null),
  )
  const isPaired = changes.every((change) => change.before !== null && change.after !== null)
  const numbers = oneSided(numbersOf(before, isPaired), numbersOf(after, isPaired))
  const isSame = [codes, numbers].every(
    ({ original, translation }) => original.length === 0 && translation.length === 0,
  )
  return isSame && parameters.length === 0 ? null : { codes, numbers, parameters }
}

function hasWords({ language }: ReadLines): boolean {
  return wordingIn(language).words !== null
}

function codesOf({ text }: ReadLines): string[] {
  return codesIn(text).map(({ code }) => code)
}

/** In plain notation; those of thresholds are left out where these are compared as such. */
function numbersOf({ text, language }: ReadLines, isWithoutThresholds: boolean): string[] {
  const thresholds = isWithoutThresholds ? findParameters(text, language) : []
  let line = evenOut(text)
  for (const { from, to } of [...codesIn(text), ...thresholds])
    line = line.slice(0, from) + ' '.repeat(to - from) + line.slice(to)
  const numbers: string[] = []
  let at = 0
  for (;;) {
    const number = nextNumeral(line, at, language)
    if (!number) return numbers
    // The separators of what is not understood differ between languages, its figures do not.
    numbers.push(number.value ?? line.slice(number.from, number.to).replaceAll(/\D/g, ''))
    at = number.to
  }
}

function oneSided(original: readonly string[], translation: readonly string[]): OneSided {
  return { original: without(original, translation), translation: without(translation, original) }
}

/** Each as often as it is there more often. */
function without(values: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return values.filter((value) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
