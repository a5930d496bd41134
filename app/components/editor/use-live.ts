import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { LiveDocument } from '#realtime/client-types.ts'

type LiveFacts = Pick<LiveDocument, 'doc' | 'text' | 'canWrite' | 'saveState' | 'presence'>

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
      known.presence === presence
    if (isSame) return known
    last.current = { doc, text, canWrite, saveState, presence }
    return last.current
  }, [live])
  return useSyncExternalStore(subscribe, read, read)
}
