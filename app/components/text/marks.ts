import type { ContentNode } from '#app/text/content.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { ProposedSpan } from './proposals-in-text.ts'

/** A thread as it is shown in a text: on words, or on a whole element where no words are named. */
export interface ThreadMark {
  readonly threadId: string
  /** What the reference to the thread says, its number for instance. */
  readonly label: string
  readonly elementId: string
  /** Offsets in the element's own words; null for the whole element. */
  readonly from: number | null
  readonly to: number | null
}

/** A run of text, or a part of one, between two places where threads begin or end. */
export interface Segment {
  /** Where it begins in the plain text. */
  readonly from: number
  readonly run: ContentNode
  readonly text: string
  readonly threads: readonly string[]
  /** The proposals that would take these words out. */
  readonly proposed: readonly ProposedSpan[]
  /** The threads whose words end here. */
  readonly ending: readonly ThreadMark[]
}

interface Span {
  readonly mark: ThreadMark
  readonly from: number
  readonly to: number
}

/** The marks of a text, found by element (those on a whole element) or by offset (those on words). */
export interface MarkIndex {
  readonly ofElement: ReadonlyMap<string, readonly ThreadMark[]>
  readonly onWords: readonly Span[]
}

export function indexMarks(
  marks: readonly ThreadMark[],
  elements: ReadonlyMap<string, TextElement>,
): MarkIndex {
  const ofElement = new Map<string, ThreadMark[]>()
  const onWords: Span[] = []
  for (const mark of marks) {
    const element = elements.get(mark.elementId)
    if (!element) continue
    if (mark.from === null || mark.to === null || mark.from >= mark.to) {
      ofElement.set(mark.elementId, [...(ofElement.get(mark.elementId) ?? []), mark])
    } else {
      const to = Math.min(element.from + mark.to, element.to)
      onWords.push({ mark, from: element.from + mark.from, to })
    }
  }
  return { ofElement, onWords }
}

/**
 * Cuts the runs of a paragraph where threads begin or end. Words may belong to several threads. An
 * empty paragraph gives no segment.
 */
export function segmentsOf(
  line: ContentNode,
  lineStart: number,
  { onWords }: MarkIndex,
  proposals: readonly ProposedSpan[] = [],
): Segment[] {
  const segments: Segment[] = []
  let start = lineStart
  for (const run of line.content ?? []) {
    const text = run.text ?? ''
    const end = start + text.length
    const touching = onWords.filter((span) => span.from < end && span.to > start)
    const proposed = proposals.filter((span) => span.from < end && span.to > start)
    const cuts = [...touching, ...proposed]
      .flatMap(({ from, to }) => [from, to])
      .filter((at) => at > start && at < end)
    const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b)
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const to = edges[index + 1] ?? end
      const here = touching.filter((span) => span.from <= from && span.to >= to)
      segments.push({
        from,
        run,
        text: text.slice(from - start, to - start),
        proposed: proposed.filter((span) => span.from <= from && span.to >= to),
        threads: here.map(({ mark }) => mark.threadId),
        ending: here.filter((span) => span.to === to).map(({ mark }) => mark),
      })
    }
    start = end
  }
  return segments
}
