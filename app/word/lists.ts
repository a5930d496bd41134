import type { ContentNode } from '#app/text/content.ts'
import { limits } from '#app/text/grammar.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, inlineOf, textOf } from './inline.ts'
import type { Numbered } from './numbering.ts'

export interface ListLine {
  readonly line: BeforeLine
  readonly numbered: Numbered
  /** Of the paragraph that it becomes. */
  readonly id: string
}

/** More lists inside each other are no list that anybody reads. */
const mostLevels = 7

/**
 * The lines of a list as a list, deeper ones inside those before them; null where a list would not
 * say the same: it has bullets, or counts from 1; or where it would go too deep, with so many nodes
 * `around` it inside each other.
 */
export function listOf(
  items: readonly ListLine[],
  newId: () => string,
  around: number,
): ContentNode | null {
  // A list takes two, itself and its item, and a line in it two more.
  const levels = Math.floor((limits.depth - around - 2) / 2)
  return made(items, newId, Math.min(levels, mostLevels))
}

function made(items: readonly ListLine[], newId: () => string, levels: number): ContentNode | null {
  const [top] = items
  if (!top || levels < 1) return null
  const groups = groupsOf(items, top.numbered.level)
  const own = groups.map(([first]) => first.numbered)
  const isBullets = own.every(({ isBullet }) => isBullet)
  const counts = own.every(
    ({ isDecimal, label }, place) => isDecimal && label === String(place + 1),
  )
  if (!isBullets && !counts) return null
  const listItems: ContentNode[] = []
  for (const [{ line, id }, ...below] of groups) {
    const inner = below.length > 0 ? made(below, newId, levels - 1) : null
    if (below.length > 0 && !inner) return null
    const content = inlineOf(line.runs, blanksAt(textOf(line)))
    const paragraph = { type: 'paragraph', attrs: { id }, content }
    listItems.push({
      type: 'listItem',
      attrs: { id: newId() },
      content: inner ? [paragraph, inner] : [paragraph],
    })
  }
  const type = isBullets ? 'bulletList' : 'orderedList'
  return { type, attrs: { id: newId() }, content: listItems }
}

/** Each line of a level or further out, with the deeper ones that follow it. */
function groupsOf(items: readonly ListLine[], level: number) {
  const groups: [ListLine, ...ListLine[]][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && item.numbered.level > level) last.push(item)
    else groups.push([item])
  }
  return groups
}
