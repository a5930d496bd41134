import { diffArrays } from 'diff'
import { compareWords, wordsOf } from '#app/text/redline-words.ts'
import { evenLine, printOf } from './comment-prints.ts'
import type { KnownPart } from './recognised.ts'

/** Words that somebody struck out of a comment of the portal, and wrote into it. */
export interface Rewritten {
  readonly before: string
  readonly after: string
}

/**
 * What was changed inside a comment since Concert wrote it; null where it reads as it did. Only words that
 * came are `after`: those around them stay the author's.
 */
export function rewrittenIn(
  text: string,
  { id, lines }: KnownPart,
  prints: ReadonlySet<string>,
): Rewritten | null {
  // Without prints nothing can be said: labels and wording in it are the portal's too.
  if (prints.size === 0) return null
  const stated = linesOf(text)
  const isWritten = (line: string) => prints.has(printOf(id, line))
  const come = stated.filter((line) => !isWritten(line)).join(' ')
  const gone = lines.filter((line) => isWritten(line) && !stated.includes(line)).join(' ')
  const change = onlyAdded(gone, come) ?? changed(gone, come)
  return change.before === '' && change.after === '' ? null : change
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(evenLine)
    .filter((line) => line !== '')
}

/** Where all words are there still, and others among them; however many, these are the author's. */
function onlyAdded(gone: string, come: string): Rewritten | null {
  // Also within a word: programs lose the end of a line.
  const whole = come.indexOf(gone)
  if (whole !== -1)
    return { before: '', after: joined([come.slice(0, whole), come.slice(whole + gone.length)]) }
  const [old, young] = [wordsOf(gone), wordsOf(come)].map((words) =>
    words.filter((word) => word.trim() !== ''),
  )
  if (!old || !young || old.length > young.length) return null
  const changes = diffArrays(old, young)
  if (changes.some(({ removed }) => removed)) return null
  let at = 0
  const parts: string[] = []
  for (const { value, added } of changes) {
    const from = at
    for (const word of value) at = come.indexOf(word, at) + word.length
    if (added) parts.push(come.slice(from, at))
  }
  return { before: '', after: joined(parts) }
}

function changed(gone: string, come: string): Rewritten {
  const runs = compareWords(gone, come)
  const of = (kind: 'added' | 'removed') =>
    joined(runs.filter((run) => run.kind === kind).map((run) => run.text))
  return { before: of('removed'), after: of('added') }
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' … ')
}
