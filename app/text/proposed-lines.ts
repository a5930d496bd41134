import { diffArrays } from 'diff'
import { type AttributeChange, attributeChanges, settingOf } from './attribute-changes.ts'
import { identified, idOf, textAttribute, type Content, type ContentNode } from './content.ts'
import { mergeSlices } from './merge-slices.ts'
import { type ProposedChange, textOf } from './proposal-now.ts'
import { compareWords, type Run } from './redline-words.ts'
import { findElement, linesIn, type Slice } from './slice.ts'

/** A line of a proposal with the words that it takes out and puts in. */
export interface ProposedLine {
  readonly id: string
  readonly runs: readonly Run[]
  /** What is set otherwise for the elements that begin with it. */
  readonly settings: readonly ProposedSetting[]
}

/** A code, scope, logic or the like that a proposal sets. */
export interface ProposedSetting extends AttributeChange {
  readonly elementId: string
  /** The element is not there yet, so that there is nothing to be set otherwise. */
  readonly isNew: boolean
}

/**
 * What a proposal changes, line by line, against what stood there when it was made. Where it changes no
 * words, only the lines of which something is set otherwise.
 */
export function proposedLines(change: ProposedChange): ProposedLine[] {
  const { kind, before, after } = change
  if (kind === 'words') {
    return [{ id: '', runs: compareWords(textOf(before), textOf(after)), settings: [] }]
  }
  const settings = proposedSettings(change)
  const lines = mergeSlices(before, before, after).lines.map(({ id, parts }) => ({
    id,
    runs: compareWords(
      parts.map(({ base }) => base).join(''),
      parts.map(({ proposed }) => proposed).join(''),
    ),
    settings: settings.get(id) ?? [],
  }))
  const isOfSettings = settings.size > 0 && !lines.some(changesWords)
  return isOfSettings ? lines.filter((line) => line.settings.length > 0) : lines
}

/** What a proposal sets that changes no words; empty where it changes words, or nothing. */
export function settingsAlone(change: ProposedChange): readonly ProposedSetting[] {
  const lines = proposedLines(change)
  return lines.some(changesWords) ? [] : lines.flatMap(({ settings }) => settings)
}

/** Whether a text has set what a proposal sets. */
export function isSetIn(text: Content, { elementId, name, after }: ProposedSetting): boolean {
  const found = findElement(text, elementId)
  if (name === 'row') return found !== null && String(found.index + 1) === after
  return found !== null && settingOf(found.node, name) === after
}

export function changesWords({ runs }: Pick<ProposedLine, 'runs'>): boolean {
  return runs.some(({ kind }) => kind !== 'same')
}

/** By the first line of each element of which something is set otherwise. */
function proposedSettings({ kind, before, after }: ProposedChange): Map<string, ProposedSetting[]> {
  const found = new Map<string, ProposedSetting[]>()
  if (kind === 'delete') return found
  const was = new Map(
    kind === 'replace' ? elementsIn(before).map((node) => [idOf(node), node]) : [],
  )
  for (const node of elementsIn(after)) {
    const [line] = linesIn([node])
    const old = was.get(idOf(node)) ?? null
    const changes = [...attributeChanges(old, node), ...labelChange(old, node)]
    for (const [row, change] of rowMoves(old, node)) {
      const [line] = linesIn([row])
      if (!line) continue
      const told = { ...change, elementId: idOf(row), isNew: false }
      found.set(idOf(line), [...(found.get(idOf(line)) ?? []), told])
    }
    const settings = changes
      // Of what is new, its kind is what it is.
      .filter(({ name, after }) => old !== null || (after !== null && name !== 'kind'))
      .map((change) => ({ ...change, elementId: idOf(node), isNew: old === null }))
    if (!line || settings.length === 0) continue
    found.set(idOf(line), [...(found.get(idOf(line)) ?? []), ...settings])
  }
  return found
}

/** The rows of a table that stand in another order among those that were there. */
function rowMoves(
  before: ContentNode | null,
  after: ContentNode,
): [ContentNode, AttributeChange][] {
  if (before?.type !== 'table') return []
  const [were, are] = [before, after].map((table) => (table.content ?? []).map(idOf))
  if (!were || !are) return []
  const [old, young] = [
    were.filter((id) => are.includes(id)),
    are.filter((id) => were.includes(id)),
  ]
  const moved = new Set(diffArrays(old, young).flatMap(({ added, value }) => (added ? value : [])))
  return (after.content ?? []).flatMap((row, place): [ContentNode, AttributeChange][] => {
    const id = idOf(row)
    if (!moved.has(id)) return []
    return [[row, { name: 'row', before: `${were.indexOf(id) + 1}`, after: `${place + 1}` }]]
  })
}

/** Of a label of its own: what a point is called by its place is not set. */
function labelChange(before: ContentNode | null, after: ContentNode): AttributeChange[] {
  const [old, now] = [before && textAttribute(before, 'label'), textAttribute(after, 'label')]
  return old === now ? [] : [{ name: 'label', before: old, after: now }]
}

function elementsIn(nodes: Slice): ContentNode[] {
  return nodes.flatMap((node) => [
    ...(identified.has(node.type) ? [node] : []),
    ...elementsIn(node.content ?? []),
  ])
}
