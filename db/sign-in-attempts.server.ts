import { and, eq, sql } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { signInAttempts } from './schema/people.ts'
import { hashOfToken, isToken, newToken } from './tokens.server.ts'

/** How long somebody may take at the identity provider. */
export const attemptMinutes = 10

export interface Attempt {
  state: string
  nonce: string
  codeVerifier: string
  returnTo: string
  invitationId: string | null
  /** The person who has to show again who they are; null where nobody is signed in yet. */
  confirms: string | null
}

/** Gives the token that ties the answer to this browser. What others have abandoned is removed. */
export async function keepAttempt(tx: Tx, attempt: Attempt): Promise<string> {
  await tx.delete(signInAttempts).where(sql`${signInAttempts.expiresAt} <= now()`)
  const token = newToken()
  await tx.insert(signInAttempts).values({
    ...attempt,
    id: hashOfToken(token),
    expiresAt: sql`now() + make_interval(mins => ${attemptMinutes})`,
  })
  return token
}

/** Once: whatever comes of it, the same answer cannot be given again. */
export async function takeAttempt(db: Database, token: string | null): Promise<Attempt | null> {
  if (!isToken(token)) return null
  const [taken] = await db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.id, hashOfToken(token)), sql`${signInAttempts.expiresAt} > now()`))
    .returning({
      state: signInAttempts.state,
      nonce: signInAttempts.nonce,
      codeVerifier: signInAttempts.codeVerifier,
      returnTo: signInAttempts.returnTo,
      invitationId: signInAttempts.invitationId,
      confirms: signInAttempts.confirms,
    })
  return taken ?? null
}
