import { diffArrays } from 'diff'
import { lineOf, isTextblock, type ContentNode } from './content.ts'
import { cut, runsOfWords } from './inline.ts'
import { textOf } from './proposal-now.ts'
import { wordsOf } from './redline-words.ts'
import type { Slice } from './slice.ts'

/** Whose words these are: they stood there before, they are out of the proposal, or the owner's own. */
export interface WhoseWords {
  readonly by: 'there' | 'proposed' | 'own'
  readonly text: string
}

/** Word by word, of what was entered in the place of what stood there, on a proposal. */
export function whoseWords(before: string, proposed: string, entered: string): WhoseWords[] {
  const words = wordsOf(entered)
  const stayed = commonWith(wordsOf(before), words)
  const taken = commonWith(wordsOf(proposed), words)
  const runs: WhoseWords[] = []
  for (const [index, text] of words.entries()) {
    const by = stayed.has(index) ? 'there' : taken.has(index) ? 'proposed' : 'own'
    const last = runs.at(-1)
    if (last?.by === by) runs.splice(-1, 1, { by, text: last.text + text })
    else runs.push({ by, text })
  }
  return runs
}

/** How many words came from the proposal, and how many the owner put in. */
export function countWords(runs: readonly WhoseWords[]): { proposed: number; own: number } {
  const count = (by: WhoseWords['by']) =>
    runs
      .filter((run) => run.by === by)
      .flatMap(({ text }) => wordsOf(text))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return { proposed: count('proposed'), own: count('own') }
}

/** What was entered without the words that the owner put in: as far as it is the proposal. */
export function withoutOwnWords(before: Slice, proposed: Slice, entered: Slice): ContentNode[] {
  const own: { from: number; to: number }[] = []
  let at = 0
  for (const { by, text } of whoseWords(textOf(before), textOf(proposed), textOf(entered))) {
    if (by === 'own') own.push({ from: at, to: at + text.length })
    at += text.length
  }
  let start = 0
  const strip = (node: ContentNode): ContentNode => {
    if (!isTextblock(node)) {
      return node.content ? { ...node, content: node.content.map(strip) } : node
    }
    const from = start
    const length = lineOf(node).length
    start += length + 1
    let kept: ContentNode[] = []
    let done = 0
    for (const stretch of own) {
      const begins = Math.min(Math.max(stretch.from - from, 0), length)
      kept = [...kept, ...cut(node, done, Math.max(begins, done))]
      done = Math.max(done, Math.min(Math.max(stretch.to - from, 0), length))
    }
    kept = [...kept, ...cut(node, done, length)]
    return { ...node, content: runsOfWords(kept.map((run) => ({ run, text: run.text ?? '' }))) }
  }
  return entered.map(strip)
}

/** Which of the second list's words stand in the first one too, in the same order. */
function commonWith(first: readonly string[], second: readonly string[]): Set<number> {
  const common = new Set<number>()
  let at = 0
  for (const { added, removed, value } of diffArrays([...first], [...second])) {
    if (!added && !removed) for (let i = 0; i < value.length; i++) common.add(at + i)
    if (!removed) at += value.length
  }
  return common
}
