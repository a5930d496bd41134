import { type Content, type ContentNode, letteredPoints } from '#app/text/content.ts'
import { ownLabels } from '#app/text/lettering.ts'

/** Without the labels that the places of points give anyway. */
export function withoutNeedlessLabels(content: Content): Content {
  return { ...content, content: (content.content ?? []).map((node) => withOwnLabels(node, 0)) }
}

function withOwnLabels(node: ContentNode, depth: number): ContentNode {
  const points = letteredPoints(node, depth)
  const own = ownLabels(
    points.map(({ label }) => label),
    depth,
  )
  const labels = new Map(points.map((point, place) => [point.node, own[place] ?? null]))
  const children = (node.content ?? []).map((child) => {
    if (child.type !== 'point') return withOwnLabels(child, 0)
    const { label: _, ...attrs } = child.attrs ?? {}
    const label = labels.get(child) ?? null
    const named = { ...child, attrs: { ...attrs, ...(label !== null && { label }) } }
    return withOwnLabels(named, depth + 1)
  })
  return { ...node, ...(node.content && { content: children }) }
}
