import type * as Y from 'yjs'
import { standingLines } from './standing-lines.ts'
import type { Units } from './text-units.ts'

/**
 * How somebody says that words are right as they are which are told as having lost their place. The log has
 * it like any edit, with whose it was: words that stand are written anew where they are, and words that have
 * gone are deleted by name.
 */

/** Words where they stand. */
interface Standing {
  readonly elementId: string
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Writes words anew where they stand, as they are; false where they stand there no more. */
export function keepWords(
  fragment: Y.XmlFragment,
  { elementId, from, to, words }: Standing,
): boolean {
  const line = standingLines(fragment).find((one) => one.elementId === elementId)
  if (line?.words.slice(from, to) !== words) return false
  let start = 0
  for (const text of line.texts) {
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, text.length)]
    start += text.length
    if (begin < end) writeAnew(text, begin, end)
  }
  return true
}

function writeAnew(text: Y.XmlText, from: number, to: number): void {
  const runs = runsBetween(text, from, to)
  text.delete(from, to - from)
  let at = from
  for (const { insert, attributes } of runs) {
    text.insert(at, insert, attributes ?? {})
    at += insert.length
  }
}

interface Run {
  readonly insert: string
  readonly attributes?: Record<string, object>
}

function runsBetween(text: Y.XmlText, from: number, to: number): Run[] {
  const runs: Run[] = text.toDelta()
  let at = 0
  return runs.flatMap((run) => {
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, run.insert.length)]
    at += run.insert.length
    return begin < end ? [{ ...run, insert: run.insert.slice(begin, end) }] : []
  })
}

/**
 * Deletes units once more that have gone already: who does so knows of them, and does not miss them. What
 * says nothing new is not taken into the log, so a character comes and goes with it.
 */
export function leaveOut(fragment: Y.XmlFragment, units: readonly Units[]): boolean {
  const [line] = standingLines(fragment)
  const text = line?.texts[0]
  if (!text) return false
  text.doc?.transact(({ deleteSet: { clients } }) => {
    const end = text.length
    text.insert(end, ' ')
    text.delete(end, 1)
    for (const { client, clock, length } of units)
      clients.set(client, [...(clients.get(client) ?? []), { clock, len: length }])
  })
  return true
}
