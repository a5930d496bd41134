import { diffArrays } from 'diff'
import { wordsOf } from './redline-words.ts'

/**
 * Where a stretch of a line is in what the line is now, if nothing of it was changed; null otherwise.
 * Words that came directly before or behind it do not belong to it.
 */
export function rangeNow(
  base: string,
  now: string,
  from: number,
  to: number,
): { from: number; to: number } | null {
  let shift = 0
  for (const { start, end, length } of changesOf(base, now)) {
    if (start >= to && end >= to) break
    if (end > from) return null
    shift += length - (end - start)
  }
  const range = { from: from + shift, to: to + shift }
  return now.slice(range.from, range.to) === base.slice(from, to) ? range : null
}

/** Stretches of the base in whose place something else is now, and how long that is. */
function changesOf(base: string, now: string): { start: number; end: number; length: number }[] {
  const changes: { start: number; end: number; length: number }[] = []
  let [at, atNow] = [0, 0]
  let [start, startNow] = [0, 0]
  const close = () => {
    if (at === start && atNow === startNow) return
    changes.push(trimmed(base.slice(start, at), now.slice(startNow, atNow), start))
  }
  for (const { added, removed, value } of diffArrays(wordsOf(base), wordsOf(now))) {
    const { length } = value.join('')
    if (added) atNow += length
    else if (removed) at += length
    else {
      close()
      at += length
      atNow += length
      ;[start, startNow] = [at, atNow]
    }
  }
  close()
  return changes
}

/** A word that was changed in a part is the same in the others. */
function trimmed(was: string, is: string, offset: number) {
  let begin = 0
  while (begin < was.length && begin < is.length && was[begin] === is[begin]) begin++
  let end = 0
  const most = Math.min(was.length, is.length) - begin
  while (end < most && was.at(-1 - end) === is.at(-1 - end)) end++
  return { start: offset + begin, end: offset + was.length - end, length: is.length - begin - end }
}
