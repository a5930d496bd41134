import { useState } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'

/** What of a room stays as it is while people talk in it. */
export type RoomFacts = Omit<CommentsRoom, 'threads' | 'standings' | 'eventId'>

export function useRoomFacts(room: CommentsRoom): RoomFacts {
  const { threads: _threads, standings: _standings, eventId: _eventId, ...facts } = room
  return useKept(facts)
}

/**
 * The same object for as long as it holds the same, so that what is shown of hundreds of comments
 * is drawn again only where something changed.
 */
export function useKept<Facts extends object>(facts: Facts): Facts {
  const [kept, keep] = useState(facts)
  if (isSame(kept, facts)) return kept
  keep(facts)
  return facts
}

/** Whether two objects hold the same things, but for what is left out. */
export function isSame<T extends object>(one: T, other: T, except?: keyof T): boolean {
  const names = Object.keys(one) as (keyof T)[]
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name === except || Object.is(one[name], other[name]))
  )
}
