import { codeKey } from '#app/measures/entry-identity.ts'
import {
  childrenOf,
  type Content,
  type ContentNode,
  idOf,
  textAttribute,
  withIds,
} from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { entryDocument } from './entry-document.ts'
import { alignTranslation } from './translation.ts'

/** An entry of a list, as its act has it. */
export interface OriginalEntry {
  readonly id: string
  readonly content: ContentNode
}

export interface MatchedEntries {
  /** By the ids of the originals, with the ids of the elements that they align to. */
  readonly matched: ReadonlyMap<string, ContentNode>
  /** Entries of the translation that are no entry of the list, and what stands in no entry. */
  readonly without: readonly TextElement[]
}

/**
 * Which entries of a list a translated text holds: by their codes, those without one and those of one
 * code in their order.
 */
export function matchEntries(
  originals: readonly OriginalEntry[],
  translation: Content,
): MatchedEntries {
  const free = new Map<string, OriginalEntry[]>()
  for (const original of originals) {
    const name = nameOf(original.content)
    free.set(name, [...(free.get(name) ?? []), original])
  }
  const matched = new Map<string, ContentNode>()
  const taken = new Set<string>()
  const content = withIds(translation)
  const nodes = (content.content ?? []).flatMap((section) => childrenOf(section, 'entry'))
  for (const node of nodes) {
    const original = free.get(nameOf(node))?.shift()
    if (!original) continue
    taken.add(idOf(node))
    matched.set(original.id, alignEntry(original.content, node))
  }
  const without = elementsOf(content).filter(
    ({ kind, entryId, id, text }) =>
      text.trim() !== '' &&
      ((kind === 'entry' && !taken.has(id)) ||
        (entryId === null && (kind === 'paragraph' || kind === 'heading'))),
  )
  return { matched, without }
}

function nameOf(entry: ContentNode): string {
  return codeKey(textAttribute(entry, 'code') ?? '') ?? ''
}

/**
 * A translated entry as it stands beside the original: its elements have the ids of those that they
 * align to. What is data in no language, such as how points hang together, is that of the original.
 */
export function alignEntry(original: ContentNode, translation: ContentNode): ContentNode {
  const code = original.attrs?.code ?? ''
  const { content } = alignTranslation(
    entryDocument(original),
    entryDocument({ ...translation, attrs: { ...translation.attrs, code } }),
  )
  const [aligned] = (content.content ?? []).flatMap((section) => childrenOf(section, 'entry'))
  if (!aligned) throw new Error('an entry was lost in its alignment')
  const { attrs, ...rest } = withDataOf(original, aligned)
  return { ...rest, attrs: { ...attrs, code: translation.attrs?.code ?? '' } }
}

/** What of an entry and its points is data. */
const dataAttributes = ['logic', 'notUsed', 'activities', 'expiry'] as const

function withDataOf(original: ContentNode, aligned: ContentNode): ContentNode {
  const data = new Map<string, ContentNode['attrs']>()
  const note = (node: ContentNode) => {
    const has = dataAttributes.filter((name) => node.attrs?.[name] !== undefined)
    data.set(idOf(node), Object.fromEntries(has.map((name) => [name, node.attrs?.[name] ?? null])))
    for (const child of node.content ?? []) note(child)
  }
  note(original)
  const give = (node: ContentNode): ContentNode => ({
    ...node,
    ...(node.attrs && { attrs: { ...node.attrs, ...data.get(idOf(node)) } }),
    ...(node.content && { content: node.content.map(give) }),
  })
  return give(aligned)
}
