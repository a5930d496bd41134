import type { ContentNode } from '#app/text/content.ts'
import type { BeforeLine } from './before.ts'
import { inlineOf } from './inline.ts'

/** Where the words of a line went: into which element, without how many of its first characters. */
export interface LinePlace {
  readonly elementId: string
  readonly cut: number
}

export interface MadeNode {
  type: string
  attrs: Record<string, string | number | boolean>
  content: ContentNode[]
}

/** A line of words in what holds it. */
export function putLine(
  parent: { content: ContentNode[] },
  { type, attrs }: { type: 'paragraph' | 'entryHeading'; attrs: { id: string; level?: number } },
  { runs }: Pick<BeforeLine, 'runs'>,
  cut: number,
): LinePlace {
  parent.content.push({ type, attrs, content: inlineOf(runs, cut) })
  return { elementId: attrs.id, cut }
}

export function isNotUsed(text: string): boolean {
  return /^\s*\(?\s*not used\s*\)?\s*[.;]?\s*$/i.test(text)
}

/** A line with its mark as words, where nothing else says it. */
export function withMark(line: BeforeLine): { line: BeforeLine; cut: number } {
  const mark = `${line.numbered?.mark ?? ''} `
  return { line: { ...line, runs: [{ text: mark, marks: [] }, ...line.runs] }, cut: -mark.length }
}
