import {
  logics,
  noteKinds,
  sectionKeys,
  type Logic,
  type NoteKind,
  type SectionKey,
} from './grammar.ts'
import { letterPoints } from './lettering.ts'
import { nested } from './levels.ts'

/** The JSON of a text, or of a part of it, as ProseMirror writes it. */
export interface ContentNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, ContentAttribute>>
  readonly content?: readonly ContentNode[]
  readonly text?: string
  readonly marks?: readonly ContentMark[]
}

export interface ContentMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, ContentAttribute>>
}

export type ContentAttribute = string | boolean | number | null

/** A whole text that `checkContent` has passed. */
export interface Content extends ContentNode {
  readonly type: 'doc'
}

/** The points that stand directly in a node, with their labels; depth is 0 in entries and notes. */
export function letteredPoints(parent: ContentNode, depth: number) {
  const points = childrenOf(parent, 'point')
  const labels = letterPoints(
    points.map((point) => ({ label: textAttribute(point, 'label') })),
    depth,
  )
  return points.map((node, index) => ({ node, label: labels[index] ?? '' }))
}

/** The notes that stand directly in a node, each counted among those of its kind. */
export function countedNotes(parent: ContentNode) {
  const counts = new Map<NoteKind, number>()
  return childrenOf(parent, 'note').map((node) => {
    const kind = noteKindOf(node)
    const ordinal = (counts.get(kind) ?? 0) + 1
    counts.set(kind, ordinal)
    return { node, kind, ordinal }
  })
}

/** What names an entry in paths; `place` counts entries of the text from 1. */
export function entryPath(entry: ContentNode, place: number): string {
  return textAttribute(entry, 'code')?.trim() || `#${place}`
}

export function joinPath(path: string, label: string): string {
  return path === '' ? label : `${path}.${label}`
}

/**
 * The same text in its frozen form, with an id on every node but runs of words, unique in the text. Ids
 * that are there stay, the first of two that are equal too; the others are made from the position, so
 * that one frozen text always gets the same ones.
 */
export function withIds(given: Content): Content {
  const content = nested(given)
  const taken = new Set<string>()
  const keepers = new Set<ContentNode>()
  visit(content, (node) => {
    const id = textAttribute(node, 'id')
    if (id === null || taken.has(id)) return
    taken.add(id)
    keepers.add(node)
  })
  let count = 0
  const fresh = () => {
    let id = `at-${++count}`
    while (taken.has(id)) id = `at-${++count}`
    return id
  }
  const fill = (node: ContentNode): ContentNode => {
    const lacks = identified.has(node.type) && !keepers.has(node)
    return {
      ...node,
      ...(lacks && { attrs: { ...node.attrs, id: fresh() } }),
      ...(node.content && { content: node.content.map(fill) }),
    }
  }
  return { ...content, content: (content.content ?? []).map(fill) }
}

/** Node types that carry an id, by which comments and marks find them. */
export const identified: ReadonlySet<string> = new Set([
  'section',
  'entry',
  'entryHeading',
  'point',
  'note',
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
])

/** The words of a text or of a part of it: one line for each paragraph or heading. */
export function plainText(node: ContentNode): string {
  return lines(node).join('\n')
}

/** The words of one paragraph or heading. */
export function lineOf(textblock: ContentNode): string {
  return (textblock.content ?? []).map((run) => run.text ?? '').join('')
}

export function isTextblock(node: ContentNode): boolean {
  return node.type === 'paragraph' || node.type === 'entryHeading'
}

export function childrenOf(node: ContentNode, type: string): ContentNode[] {
  return (node.content ?? []).filter((child) => child.type === type)
}

export function textAttribute(node: ContentNode | ContentMark, name: string): string | null {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : null
}

export function idOf(node: ContentNode): string {
  return textAttribute(node, 'id') ?? ''
}

export function sectionOf(section: ContentNode): SectionKey {
  const key = textAttribute(section, 'key')
  return sectionKeys.find((known) => known === key) ?? 'subject'
}

export function logicOf(node: ContentNode): Logic | null {
  const logic = textAttribute(node, 'logic')
  return logics.find((known) => known === logic) ?? null
}

export function noteKindOf(note: ContentNode): NoteKind {
  const kind = textAttribute(note, 'kind')
  return noteKinds.find((known) => known === kind) ?? 'note'
}

/** The words of a node itself, lists and tables included: not those of its heading, points and notes. */
export function ownText(parent: ContentNode): string {
  return (parent.content ?? [])
    .filter(({ type }) => type !== 'point' && type !== 'note' && type !== 'entryHeading')
    .map(plainText)
    .join('\n')
}

/** The lines of one type that stand directly in a node. */
export function linesOf(parent: ContentNode, type: 'paragraph' | 'entryHeading'): string {
  return childrenOf(parent, type).map(lineOf).join('\n')
}

function lines(node: ContentNode): string[] {
  return isTextblock(node) ? [lineOf(node)] : (node.content ?? []).flatMap(lines)
}

function visit(node: ContentNode, see: (node: ContentNode) => void) {
  see(node)
  for (const child of node.content ?? []) visit(child, see)
}
