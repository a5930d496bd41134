import { mergeSlices } from './merge-slices.ts'
import type { Slice } from './slice.ts'

/** A line of the draft that was changed while somebody wrote a wording for its place. */
export interface ChangedLine {
  readonly id: string
  /** What the draft says there now; empty where the line is gone. */
  readonly now: string
  /** The same words were written in another way: those stay, and a person decides. */
  readonly isDisputed: boolean
}

/**
 * What somebody wrote for a place whose text was changed meanwhile from `before` to `now`. What they
 * wrote stays, word for word; what was changed elsewhere comes in beside it. What the draft says now is
 * told of every line that was changed, for of disputed words none of the draft's are in the slice.
 */
export function keepWritten(
  before: Slice,
  now: Slice,
  written: Slice,
): { slice: Slice; changed: ChangedLine[] } {
  const { slice, lines } = mergeSlices(before, written, now)
  const changed = lines.flatMap(({ id, parts }): ChangedLine[] => {
    const isDisputed = parts.some(({ kind }) => kind === 'conflict')
    const isChanged = parts.some(({ base, proposed }) => base !== proposed)
    if (!isDisputed && !isChanged) return []
    return [{ id, now: parts.map(({ proposed }) => proposed).join(''), isDisputed }]
  })
  return { slice, changed }
}
