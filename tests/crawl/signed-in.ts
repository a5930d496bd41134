import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import type { Database } from '#db/client.server.ts'
import { openSession } from '#db/sessions.server.ts'

/** The headers of somebody of the demonstration who has just signed in. */
export async function headersOf(origin: string, db: Database, person: string) {
  const { token } = await db.transaction((tx) => openSession(tx, demoPersonId(person), null))
  return { origin, cookie: sessionCookie(origin).keep(token).split(';')[0] ?? '' }
}
