import { idOf, isTextblock, withIds, type Content, type ContentNode } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { findParameters, readParameter, type Parameter } from './parameters.ts'

/** A control parameter of a text: found in it, or marked as one by its drafters. */
export interface ContentParameter {
  /** The paragraph or heading that it stands in. */
  readonly element: TextElement
  /** Its place in the words of the element. */
  readonly from: number
  readonly to: number
  readonly written: string
  /** Null if it was marked as a parameter and is not understood. */
  readonly reading: Parameter | null
  /** The id of the mark; null if nobody marked it. */
  readonly markId: string | null
}

/** The parameters of the entries of a text, in order; a marked one is read as it was marked. */
export function parametersOf(content: Content, language = 'en'): ContentParameter[] {
  const lines = readableLines(content)
  return elementsOf(content).flatMap((element) => {
    const line = element.entryId === null ? undefined : lines.get(element.id)
    return line ? parametersIn(element, line, language) : []
  })
}

/** The words of a paragraph or heading, raised digits as such: 10⁻⁴ and not 10-4. */
export interface ReadableLine {
  /** As long as `lineOf` gives, character for character. */
  readonly text: string
  readonly marked: readonly { from: number; to: number; markId: string | null }[]
}

/** The lines of a text by the ids of their elements. */
export function readableLines(content: Content): Map<string, ReadableLine> {
  const lines = new Map<string, ReadableLine>()
  const visit = (node: ContentNode) => {
    if (isTextblock(node)) lines.set(idOf(node), readableLine(node))
    else for (const child of node.content ?? []) visit(child)
  }
  visit(withIds(content))
  return lines
}

export function readableLine(textblock: ContentNode): ReadableLine {
  const marked: { from: number; to: number; markId: string | null }[] = []
  let text = ''
  for (const { text: words = '', marks = [] } of textblock.content ?? []) {
    const from = text.length
    text += marks.some(({ type }) => type === 'superscript') ? raised(words) : words
    const mark = marks.find(({ type }) => type === 'parameter')
    if (!mark) continue
    const markId = typeof mark.attrs?.id === 'string' ? mark.attrs.id : null
    const last = marked.at(-1)
    if (last?.to === from && last.markId === markId) last.to = text.length
    else marked.push({ from, to: text.length, markId })
  }
  return { text, marked }
}

function raised(words: string): string {
  return words.replaceAll(/[-−+\d]/g, (sign) =>
    sign === '+' ? '⁺' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[/\d/.test(sign) ? Number(sign) : -1] ?? '⁻'),
  )
}

function parametersIn(
  element: TextElement,
  { text, marked }: ReadableLine,
  language: string,
): ContentParameter[] {
  const found = findParameters(text, language)
  const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }) =>
    a.from < b.to && b.from < a.to
  const own = marked.map(({ from, to, markId }) => {
    const inside = found.filter((other) => overlaps(other, { from, to }))
    const reading = readParameter(text.slice(from, to), language)
    const quantity = reading?.quantity ?? inside[0]?.parameter.quantity ?? null
    return { element, from, to, written: '', reading: reading && { ...reading, quantity }, markId }
  })
  const others = found
    .filter((other) => !own.some((one) => overlaps(one, other)))
    .map(({ from, to, parameter }) => ({ element, from, to, reading: parameter, markId: null }))
  return [...own, ...others]
    .sort((a, b) => a.from - b.from)
    .map((parameter) => ({
      ...parameter,
      written: element.text.slice(parameter.from, parameter.to),
    }))
}
