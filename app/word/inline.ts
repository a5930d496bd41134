import type { ContentNode } from '#app/text/content.ts'
import type { BeforeLine, Run } from './before.ts'

export function textOf({ runs }: { runs: readonly Run[] }): string {
  return runs.map(({ text }) => text).join('')
}

/** The words of a line from the character `cut` on, runs of the same marks as one, without blanks at the ends. */
export function inlineOf(runs: readonly Run[], cut: number): ContentNode[] {
  const nodes: { text: string; marks: Run['marks'] }[] = []
  let skip = cut
  for (const { text, marks } of runs) {
    const rest = text.slice(skip)
    skip = Math.max(0, skip - text.length)
    if (rest === '') continue
    const last = nodes.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += rest
    else nodes.push({ text: rest, marks })
  }
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    nodes.pop()
  }
  return nodes.map(({ text, marks }) => ({
    type: 'text',
    text,
    ...(marks.length > 0 && { marks }),
  }))
}

/** The same in bold: what a heading of a document becomes where there are no headings. */
export function inBold({ runs }: BeforeLine): Run[] {
  return runs.map(({ text, marks }) => ({
    text,
    marks: marks.some(({ type }) => type === 'bold') ? marks : [...marks, { type: 'bold' }],
  }))
}

/** How many blanks a text begins with. */
export function blanksAt(text: string): number {
  return text.length - text.trimStart().length
}
