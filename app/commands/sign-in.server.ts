import { demoIssuer } from '#app/demonstration/people.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { lockPersonByIdentity } from '#db/people.server.ts'
import { endSessions, openSession } from '#db/sessions.server.ts'
import type { Deps } from './deps.ts'
import type { Answer } from './identity-provider.ts'

/** The browser that signs in. */
export interface Browser {
  /** The session that it had until now; it ends with the new one. */
  sessionId: string | null
  userAgent: string | null
}

export type SignedIn = Result<{ token: string }>

/**
 * Opens a session for the person whom the identity provider named. Somebody unknown and somebody
 * deactivated get the same answer.
 */
export function signIn(
  { db }: Deps,
  { identity, secondFactorAt }: Answer,
  browser: Browser,
  /** Nobody else, if it is somebody who is signed in already. */
  confirms: string | null = null,
): Promise<SignedIn> {
  return db.transaction(async (tx) => {
    const person = await lockPersonByIdentity(tx, identity)
    if (!person?.isActive) return refuse('not-known-here')
    if (confirms && person.id !== confirms) return refuse('somebody-else')
    return { ok: true, token: await openNewSession(tx, person.id, browser, secondFactorAt) }
  })
}

/** For the demonstration, where one chooses whom to be. */
export function signInToDemonstration(
  deps: Deps,
  subject: string,
  browser: Browser,
): Promise<SignedIn> {
  const identity = { issuer: demoIssuer, subject }
  return signIn(deps, { identity, secondFactorAt: null }, browser)
}

/** A token that somebody planted before is worth nothing after: the session is always a new one. */
export async function openNewSession(
  tx: Tx,
  personId: string,
  browser: Browser,
  secondFactorAt: Date | null = null,
): Promise<string> {
  if (browser.sessionId) await endSessions(tx, { sessionId: browser.sessionId })
  const { token } = await openSession(tx, personId, browser.userAgent, secondFactorAt)
  return token
}
