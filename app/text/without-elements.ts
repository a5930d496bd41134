import { type Content, type ContentNode, textAttribute } from './content.ts'

/**
 * A text without these elements and what stands in them; null: without any words. Sections stay, so that
 * writing can go on in them.
 */
export function withoutElements(content: Content, ids: readonly string[] | null): Content {
  const isMeant = (node: ContentNode) =>
    ids === null || ids.includes(textAttribute(node, 'id') ?? '')
  const rest = (node: ContentNode): ContentNode => {
    if (!node.content) return node
    return { ...node, content: node.content.filter((child) => !isMeant(child)).map(rest) }
  }
  const sections = (content.content ?? []).map((section) =>
    isMeant(section) ? { ...section, content: [] } : rest(section),
  )
  return { ...content, content: sections }
}
