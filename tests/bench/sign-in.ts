import type { Actor } from '../../app/access/actor.ts'
import { sessionCookie } from '../../app/http/session-cookie.ts'
import type { Database } from '../../db/client.server.ts'
import { openSession } from '../../db/sessions.server.ts'

/** A session of somebody; gives the `name=value` of its cookie. */
export async function signIn(db: Database, origin: string, { personId }: Actor): Promise<string> {
  const { token } = await db.transaction((tx) => openSession(tx, personId, 'the bench'))
  return sessionCookie(origin).keep(token).split(';')[0] ?? ''
}
