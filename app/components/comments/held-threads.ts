import { useCallback, useState, useSyncExternalStore } from 'react'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { onUnsentChange, unsentPlaces } from '../unsent.ts'

/** Why a thread stays on the screen although the filter would hide it. */
export type Held = 'unsent' | 'acted'

type Spoken = Pick<ThreadView, 'id' | 'comments'>

interface HeldThreads {
  heldBecause: (thread: Spoken) => Held | null
  /** A thread, by its id or that of one of its comments, in which the reader has done something. */
  hold: (id: string) => void
}

const none: ReadonlySet<string> = new Set()

/**
 * What a filter must not take away from under its reader: words in a form that were not sent, and,
 * until another filter is chosen, what they have just done.
 */
export function useHeldThreads(filter: string): HeldThreads {
  const unsent = useSyncExternalStore(onUnsentChange, threadsWithUnsent, () => '')
  const [acted, setActed] = useState({ filter, ids: none })
  if (acted.filter !== filter) setActed({ filter, ids: none })
  const hold = useCallback(
    (id: string) => setActed(({ filter, ids }) => ({ filter, ids: new Set([...ids, id]) })),
    [],
  )
  const heldBecause = ({ id, comments }: Spoken) => {
    if (unsent.includes(id)) return 'unsent'
    return [id, ...comments.map((comment) => comment.id)].some((one) => acted.ids.has(one))
      ? 'acted'
      : null
  }
  return { heldBecause, hold }
}

/** Their ids in one text, which is the same for as long as they are. */
function threadsWithUnsent(): string {
  const cards = unsentPlaces().map((place) => place.closest<HTMLElement>('[data-thread-card]'))
  return cards.map((card) => card?.dataset.threadCard ?? '').join(' ')
}
