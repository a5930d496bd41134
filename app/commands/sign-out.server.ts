import { endSessions } from '#db/sessions.server.ts'
import type { Deps } from './deps.ts'

/** Ends this session; its sockets close. Quiet when it has ended already. */
export async function signOut({ db }: Deps, sessionId: string | null): Promise<void> {
  if (!sessionId) return
  await db.transaction((tx) => endSessions(tx, { sessionId }))
}
