import type { SaveState } from './client-types.ts'
import type { RefusalReason } from './protocol.ts'

/** What the saved state of a text in this tab follows from. */
export interface Saving {
  readonly isAway: boolean
  /** Something written here is not acknowledged. */
  readonly isUnsaved: boolean
  /** Null before the first joining and after a reset. `because`: why one may only read. */
  readonly joined: { readonly because: RefusalReason | null } | null
  /** Words that were refused for good, kept for copying. */
  readonly refusal: { readonly reason: RefusalReason; readonly words: string } | null
  /** Why nothing more is tried. */
  readonly stopReason: RefusalReason | null
  /** Why it is not stored at the moment, though it is tried again. */
  readonly trouble: RefusalReason | null
}

/** The one truthful state: what is lost comes before what waits, and what waits before what is well. */
export function saveStateOf(saving: Saving): SaveState {
  const { isAway, isUnsaved, joined, refusal, stopReason, trouble } = saving
  if (refusal) return { kind: 'not-saved', ...refusal }
  if (stopReason !== null) {
    const reason = stopReason
    return isUnsaved ? { kind: 'not-saved', reason } : { kind: 'read-only', reason }
  }
  if (isAway) return { kind: joined ? 'offline' : 'opening' }
  if (trouble !== null && trouble !== 'too-fast' && (isUnsaved || !joined)) {
    return { kind: 'not-saved', reason: trouble }
  }
  if (!joined) return { kind: 'opening' }
  if (joined.because !== null) return { kind: 'read-only', reason: joined.because }
  return { kind: isUnsaved ? 'saving' : 'saved' }
}

export function isSameState(a: SaveState, b: SaveState): boolean {
  const parts = ({ kind, ...more }: SaveState) => JSON.stringify([kind, more])
  return a === b || parts(a) === parts(b)
}
