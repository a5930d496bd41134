import { isTextblock, idOf, lineOf, withIds, type Content, type ContentNode } from './content.ts'
import { elementsOf } from './elements.ts'
import {
  codesIn,
  isLackedPoint,
  markedIn,
  placesByCode,
  plainCodesIn,
  type Reference,
  type WrittenCode,
} from './references.ts'

/**
 * Which codes become references when a text is changed by something else than its editor: those in
 * lines that came or got other words, those that were references there and came back as words, and
 * those that would name another place from now on because entries or points got other codes. What else
 * stands in a text is left as it is.
 */

/** A code that is to become a reference. */
export interface FollowedCode extends WrittenCode {
  /** The line that it stands in, counted from 0 in the order in which they are read. */
  readonly line: number
  /** What it means; null where that is none of this text, and has to be asked for. */
  readonly meant: Reference | null
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
  const former = new Map(linesOf(withIds(before)).map((line) => [idOf(line), line]))
  return lines.flatMap((line, index) => {
    const was = former.get(idOf(line))
    const isSameLine = was !== undefined && lineOf(was) === lineOf(line)
    return (plain[index] ?? []).flatMap((written): FollowedCode[] => {
      const { code } = written
      const mark = was && markedIn(was).find((one) => one.written === code)
      if (mark) return [{ ...written, line: index, meant: mark.reference }]
      const isNamed = was !== undefined && codesIn(lineOf(was)).some((one) => one.code === code)
      const place = isNamed ? then.get(code) : undefined
      if (isSameLine && (place === undefined || place === now.get(code))) return []
      const target = place ?? staying.get(code) ?? now.get(code)
      if (target === undefined && isLackedPoint(code, now)) return []
      const meant = target === undefined ? null : { issuer: null, code, target }
      return [{ ...written, line: index, meant }]
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
      (nodes, written) => withMark(nodes, written, written.meant ?? meaning(written.code)),
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
