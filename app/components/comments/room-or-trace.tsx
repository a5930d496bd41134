import { type ReactNode, useState } from 'react'
import type { RoomAnswer } from '#app/http/room-answer.server.ts'
import type { RoomHead } from '#app/queries/version-to-read.server.ts'
import { RecalledRoom } from './recalled-room.tsx'

interface RoomOrTraceProps<Room extends RoomHead> {
  answer: RoomAnswer<Room>
  children: (room: Room) => ReactNode
}

/** A room of a version, or what is left of it once the version was recalled, also while it is open. */
export function RoomOrTrace<Room extends RoomHead>({ answer, children }: RoomOrTraceProps<Room>) {
  const { room, trace } = answer
  const [last, setLast] = useState(room)
  if (room && room !== last) setLast(room)
  if (trace === null) return <>{children(room)}</>
  const { reference, version } = trace
  // It was among those that could be read when the room was read last, and is no longer.
  const isNews =
    last?.reference === reference && last.versions.some(({ number }) => number === version.number)
  return <RecalledRoom key={`${reference} ${version.number}`} trace={trace} isNews={isNews} />
}
