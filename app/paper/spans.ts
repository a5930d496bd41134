import type { ElementPlace } from '#app/measures/anchor.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { Block } from './blocks.ts'

/** A place between two characters of a paragraph. */
export interface Spot {
  /** Index of the paragraph. */
  readonly block: number
  readonly at: number
}

/** What is said and the words that it is on, from the first to the last paragraph. */
export interface Span<Said = ThreadView> {
  readonly thread: Said
  readonly first: Spot
  readonly last: Spot
}

/** Where threads, or what else has a place in a text, stand among its paragraphs. */
export function spansOf<Said extends { place: ElementPlace | null }>(
  blocks: readonly Block[],
  elements: readonly TextElement[],
  threads: readonly Said[],
): Span<Said>[] {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const firsts = new Map<string, number>()
  const lines: Line[] = []
  for (const [block, { elements: begun, lineId }] of blocks.entries()) {
    for (const id of begun) firsts.set(id, block)
    const line = lineId === null ? undefined : byId.get(lineId)
    if (line) lines.push({ block, from: line.from, to: line.to })
  }
  return threads.flatMap((thread) => {
    const { place } = thread
    const element = place ? byId.get(place.elementId) : undefined
    const begin = element ? firsts.get(element.id) : undefined
    if (!place || !element || begin === undefined) return []
    const isWords = place.from !== null && place.to !== null && place.from < place.to
    const from = element.from + (isWords ? (place.from ?? 0) : 0)
    const to = isWords ? Math.min(element.from + (place.to ?? 0), element.to) : element.to
    const first = isWords ? startIn(lines, from) : { block: begin, at: 0 }
    const last = endIn(lines, from, to)
    if (!first) return []
    return [{ thread, first, last: last && last.block >= first.block ? last : first }]
  })
}

interface Line {
  readonly block: number
  readonly from: number
  readonly to: number
}

function startIn(lines: readonly Line[], from: number): Spot | null {
  const line = lines.findLast((one) => one.from <= from && from <= one.to)
  return line ? { block: line.block, at: from - line.from } : null
}

function endIn(lines: readonly Line[], from: number, to: number): Spot | null {
  const line =
    lines.findLast((one) => one.from < to && one.to >= from) ??
    lines.find((one) => one.from === to && one.to === to)
  return line ? { block: line.block, at: Math.min(to, line.to) - line.from } : null
}
