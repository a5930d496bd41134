import { diffArrays } from 'diff'

/** Words that stayed, came or went, in the order in which they are read. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Edits beyond this many words are shown as the old text removed and the new one added. */
const mostEdits = 2_000

/** Two texts with less than this share of words in common have no useful difference. */
const leastAlike = 0.2

/**
 * The difference of two texts in words: what is not added is the first text, what is not removed
 * the second. Numbers with their decimals and codes are one word each, so that a threshold changes
 * as a whole.
 */
export function compareWords(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const changes =
    likeness(old, young) < leastAlike ? null : diffArrays(old, young, { maxEditLength: mostEdits })
  if (!changes) return whole(before, after)
  const runs = changes.map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  }))
  return gather(runs)
}

/** Words, numbers, codes, spaces and signs, which together are the text. */
export function wordsOf(text: string): string[] {
  return (
    text.match(
      /\d[A-E]\d{3,4}(?:\.[a-z\d]+)*|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\s+|[^\s\p{L}\p{M}\d]/gu,
    ) ?? []
  )
}

/** How much two lists of words have in common, whatever their order: 0 to 1 (Dice). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  const count = (words: readonly string[]) => words.filter((word) => word.trim() !== '')
  const [left, right] = [count(a), count(b)]
  if (left.length + right.length === 0) return 1
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const remaining = counts.get(word) ?? 0
    if (remaining === 0) continue
    counts.set(word, remaining - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

function whole(before: string, after: string): Run[] {
  return [
    ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
    ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
  ]
}

/** Changes that only a space keeps apart become one, what was removed before what was added. */
function gather(runs: readonly Run[]): Run[] {
  const gathered: Run[] = []
  const keep = (text: string) => {
    const last = gathered.at(-1)
    if (last?.kind === 'same') gathered.splice(-1, 1, { kind: 'same', text: last.text + text })
    else if (text !== '') gathered.push({ kind: 'same', text })
  }
  let removed = ''
  let added = ''
  const close = () => {
    const space = commonSpaceAtEnd(removed, added)
    const cut = (text: string) => text.slice(0, text.length - space.length)
    gathered.push(...whole(cut(removed), cut(added)))
    keep(space)
    removed = added = ''
  }
  for (const [index, { kind, text }] of runs.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (removed + added !== '' && text.trim() === '' && index < runs.length - 1) {
      removed += text
      added += text
    } else {
      close()
      keep(text)
    }
  }
  close()
  return gathered
}

function commonSpaceAtEnd(a: string, b: string): string {
  const [space = ''] = /\s*$/.exec(a) ?? []
  return b.endsWith(space) ? space : ''
}
