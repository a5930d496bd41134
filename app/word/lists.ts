import type { ContentNode } from '#app/text/content.ts'
import type { BeforeLine } from './before.ts'
import { blanksAt, inlineOf, textOf } from './inline.ts'
import type { Numbered } from './numbering.ts'

export interface ListLine {
  readonly line: BeforeLine
  readonly numbered: Numbered
  /** Of the paragraph that it becomes. */
  readonly id: string
}

/** Deeper lists would go beyond what a text may nest. */
const deepest = 6

/**
 * The lines of a list as a list, deeper ones inside those before them; null where a list would not
 * say the same: it has bullets, or counts from 1.
 */
export function listOf(items: readonly ListLine[], depth = 0): ContentNode | null {
  const [top] = items
  if (!top || depth > deepest) return null
  const own = items.filter(({ numbered }) => numbered.level <= top.numbered.level)
  const isBullets = own.every(({ numbered }) => numbered.isBullet)
  const counts = own.every(
    ({ numbered }, place) => numbered.isDecimal && numbered.label === String(place + 1),
  )
  if (!isBullets && !counts) return null
  const entries: ContentNode[] = []
  for (const item of own) {
    const from = items.indexOf(item) + 1
    const next = items.findIndex(
      ({ numbered }, place) => place >= from && numbered.level <= top.numbered.level,
    )
    const below = items.slice(from, next === -1 ? undefined : next)
    const inner = below.length > 0 ? listOf(below, depth + 1) : null
    if (below.length > 0 && !inner) return null
    const cut = blanksAt(textOf(item.line))
    const paragraph = {
      type: 'paragraph',
      attrs: { id: item.id },
      content: inlineOf(item.line.runs, cut),
    }
    entries.push({ type: 'listItem', content: inner ? [paragraph, inner] : [paragraph] })
  }
  return { type: isBullets ? 'bulletList' : 'orderedList', content: entries }
}
