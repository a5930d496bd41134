import { isTextblock, idOf, lineOf, withIds, type Content, type ContentNode } from './content.ts'
import { elementsOf } from './elements.ts'
import {
  codesIn,
  placesByCode,
  plainCodesIn,
  type Reference,
  type WrittenCode,
} from './references.ts'

/**
 * Which codes become references when a text is changed by something else than its editor: those in
 * lines that came or got other words, and those that would name another place from now on because
 * entries or points got other codes. The other words of a text that was there are left as they are.
 */

/** A code that is to become a reference. */
export interface FollowedCode extends WrittenCode {
  /** The line that it stands in, counted from 0 in the order in which they are read. */
  readonly line: number
  /** The entry or point of this text that it means; null: none of them. */
  readonly target: string | null
}

/**
 * The codes of a text as it is after an edit that are to follow what they mean. What stood in its line
 * before means what it meant then; what is new means a place that was there before one that came too.
 */
export function codesToFollow(before: Content, after: Content): FollowedCode[] {
  const lines = linesOf(withIds(after))
  const plain = lines.map(plainCodesIn)
  if (plain.every((codes) => codes.length === 0)) return []
  const elements = { before: elementsOf(before), after: elementsOf(after) }
  const stood = new Set(elements.before.map(({ id }) => id))
  const then = placesByCode(elements.before)
  const now = placesByCode(elements.after)
  const staying = placesByCode(elements.after.filter(({ id }) => stood.has(id)))
  const former = new Map(linesOf(withIds(before)).map((line) => [idOf(line), lineOf(line)]))
  return lines.flatMap((line, index) => {
    const words = former.get(idOf(line))
    const codes = new Set(words === undefined ? [] : codesIn(words).map(({ code }) => code))
    return (plain[index] ?? []).flatMap((written): FollowedCode[] => {
      const { code } = written
      const meant = codes.has(code) ? then.get(code) : undefined
      const isAsItWas = words === lineOf(line) && (meant === undefined || meant === now.get(code))
      if (isAsItWas) return []
      const target = meant ?? staying.get(code) ?? now.get(code) ?? null
      return [{ ...written, line: index, target }]
    })
  })
}

/** A text with these codes as references, as far as it is known what they mean. */
export function withReferences(
  content: Content,
  codes: readonly FollowedCode[],
  meaning: (code: string) => Reference | null,
): Content {
  let count = 0
  const read = (node: ContentNode): ContentNode => {
    if (!isTextblock(node))
      return node.content ? { ...node, content: node.content.map(read) } : node
    const line = count++
    const inLine = codes.filter((code) => code.line === line)
    return inLine.length === 0 ? node : { ...node, content: marked(node, inLine) }
  }
  const marked = (line: ContentNode, inLine: readonly FollowedCode[]) =>
    inLine.reduce<ContentNode[]>(
      (nodes, written) => {
        const { code, target } = written
        const means = target === null ? meaning(code) : { issuer: null, code, target }
        return withMark(nodes, written, means)
      },
      [...(line.content ?? [])],
    )
  return { ...content, content: (content.content ?? []).map(read) }
}

/** In the order in which they are read. */
function linesOf(node: ContentNode): ContentNode[] {
  return isTextblock(node) ? [node] : (node.content ?? []).flatMap(linesOf)
}

function withMark(
  nodes: readonly ContentNode[],
  { from, to }: WrittenCode,
  reference: Reference | null,
): ContentNode[] {
  if (!reference) return [...nodes]
  const mark = { type: 'reference', attrs: { ...reference } }
  let at = 0
  return nodes.flatMap((node) => {
    const { text = '', marks = [] } = node
    const [start, end] = [from - at, to - at].map((edge) =>
      Math.min(Math.max(edge, 0), text.length),
    )
    at += text.length
    if (start === undefined || end === undefined || start === end) return [node]
    const parts = [
      { ...node, text: text.slice(0, start) },
      { ...node, text: text.slice(start, end), marks: [...marks, mark] },
      { ...node, text: text.slice(end) },
    ]
    return parts.filter((part) => part.text !== '')
  })
}
