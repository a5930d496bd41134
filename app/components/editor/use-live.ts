import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { LiveDocument, Presence } from '#realtime/client-types.ts'

type LiveFacts = Pick<LiveDocument, 'doc' | 'text' | 'canWrite' | 'saveState' | 'presence'>

/** Whether the same people are at the same places: each person's record is replaced when it changes. */
export function isSamePresence(before: readonly Presence[], after: readonly Presence[]): boolean {
  return before.length === after.length && before.every((person, place) => person === after[place])
}

/** What a live document says of itself, kept up to date. */
export function useLive(live: LiveDocument): LiveFacts {
  const last = useRef<LiveFacts | null>(null)
  const subscribe = useCallback((listener: () => void) => live.subscribe(listener), [live])
  const read = useCallback(() => {
    const { doc, text, canWrite, saveState, presence } = live
    const known = last.current
    const isSame =
      known?.doc === doc &&
      known.text === text &&
      known.canWrite === canWrite &&
      known.saveState === saveState &&
      isSamePresence(known.presence, presence)
    if (isSame) return known
    last.current = { doc, text, canWrite, saveState, presence }
    return last.current
  }, [live])
  return useSyncExternalStore(subscribe, read, read)
}
