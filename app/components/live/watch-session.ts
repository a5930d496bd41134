import type { SessionState } from '#realtime/client-types.ts'
import { liveConnection } from './connection.ts'

/** A chunk of its own, so that a page is there before the connection is. */
export function watchSession(listener: (session: SessionState) => void): () => void {
  return liveConnection().onSession(listener)
}
