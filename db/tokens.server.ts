import { createHash, randomBytes } from 'node:crypto'

/**
 * Tokens that let in whoever holds them: of sessions, invitations and sign-ins under way. The
 * database has their hashes only, so what is read there opens nothing.
 */

/** 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether this could be one of ours; what could not is not looked for. */
export function isToken(text: string | null): text is string {
  return text !== null && /^[A-Za-z0-9_-]{43}$/.test(text)
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
