import { canonicalJson } from './canonical.ts'
import { isTextblock, type ContentNode } from './content.ts'
import { wordsOf } from './redline-words.ts'

/** A word of a line as it is set: two of one name are the same, formatting included. */
export interface InlineWord {
  readonly run: ContentNode
  readonly text: string
}

/** The words of a line. A word of which a part is set otherwise, as in "10²", is in several pieces. */
export function inlineWords(line: ContentNode): InlineWord[] {
  return (line.content ?? []).flatMap((run) =>
    wordsOf(run.text ?? '').map((text) => ({ run, text })),
  )
}

export function inlineName({ run, text }: InlineWord): string {
  return `${text}\n${marksOf(run)}`
}

/** The same, whatever the word refers to: to mark it as a reference changes no word. */
export function nameOfWord({ run, text }: InlineWord): string {
  return inlineName({ run: withoutReferences(run), text })
}

/** A node of which no words are marked as references. */
export function withoutReferences(node: ContentNode): ContentNode {
  const { marks, ...bare } = node
  const others = (marks ?? []).filter(({ type }) => type !== 'reference')
  const content = node.content?.map(withoutReferences)
  return {
    ...bare,
    ...(others.length > 0 && { marks: others }),
    ...(content && { content: isTextblock(node) ? joined(content) : content }),
  }
}

function byType(a: { type: string }, b: { type: string }): number {
  return a.type < b.type ? -1 : 1
}

/** The runs that words make, those that are set alike together. */
export function runsOfWords(words: readonly InlineWord[]): ContentNode[] {
  const runs: ContentNode[] = []
  for (const { run, text } of words) {
    const last = runs.at(-1)
    if (last && marksOf(last) === marksOf(run)) {
      runs.splice(-1, 1, { ...last, text: (last.text ?? '') + text })
    } else runs.push({ ...run, text })
  }
  return runs
}

/** A line with other runs in the place of a stretch of it. */
export function withRuns(
  line: ContentNode,
  from: number,
  to: number,
  runs: readonly ContentNode[],
): ContentNode {
  const content = joined([...cut(line, 0, from), ...runs, ...cut(line, to, Infinity)])
  return { ...line, content }
}

/** The runs of a stretch of a line. */
export function cut(line: ContentNode, from: number, to: number): ContentNode[] {
  let start = 0
  return (line.content ?? []).flatMap((run) => {
    const text = run.text ?? ''
    const part = text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    start += text.length
    return part === '' ? [] : [{ ...run, text: part }]
  })
}

function joined(runs: readonly ContentNode[]): ContentNode[] {
  return runsOfWords(runs.map((run) => ({ run, text: run.text ?? '' })))
}

/** The marks that all of a stretch has, for other words in its place. */
export function sharedMarks(runs: readonly ContentNode[]): NonNullable<ContentNode['marks']> {
  const [first, ...others] = runs
  return (first?.marks ?? []).filter((mark) =>
    others.every(({ marks = [] }) =>
      marks.some((other) => canonicalJson(other) === canonicalJson(mark)),
    ),
  )
}

function marksOf(run: ContentNode): string {
  return canonicalJson(
    (run.marks ?? []).toSorted(byType).map(({ type, attrs = {} }) => [type, attrs]),
  )
}
