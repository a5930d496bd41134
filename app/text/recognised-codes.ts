import { isTextblock, lineOf, type Content, type ContentNode } from './content.ts'
import { codesIn, type Reference, type WrittenCode } from './references.ts'

/** The codes that stand in the words of a text, each once. */
export function codesOf(node: ContentNode): string[] {
  const codes = isTextblock(node)
    ? codesIn(lineOf(node)).map(({ code }) => code)
    : (node.content ?? []).flatMap(codesOf)
  return [...new Set(codes)]
}

/** A text without references, with its codes as such as far as it is known what they mean. */
export function withReferences(
  content: Content,
  meaning: (code: string) => Reference | null,
): Content {
  const read = (node: ContentNode): ContentNode => {
    if (!node.content) return node
    return { ...node, content: isTextblock(node) ? marked(node) : node.content.map(read) }
  }
  const marked = (line: ContentNode): ContentNode[] =>
    codesIn(lineOf(line)).reduce<ContentNode[]>(
      (nodes, code) => withMark(nodes, code, meaning(code.code)),
      [...(line.content ?? [])],
    )
  return { ...content, content: (content.content ?? []).map(read) }
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
