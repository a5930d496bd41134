import { createContext } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'

/** All threads of the room, for the few parts of a comment that need to know of others. */
export const ThreadsContext = createContext<CommentsRoom['threads']>([])
