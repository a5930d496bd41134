import { and, count, desc, eq, inArray, isNotNull, isNull, max, type SQL } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { MailDue } from '#app/measures/mail.ts'
import type { MailLine } from '#app/measures/mail-lines.ts'
import type { Database, Tx } from './client.server.ts'
import { deliveries, letters, mail } from './schema/post.ts'

export interface Letter {
  id: string
  kind: MailDue
  madeAt: Date
  lines: MailLine[]
}

/** What a letter says. */
export function findLinesOf(db: Database | Tx, letterId: string): Promise<MailLine[]> {
  return findLines(db, eq(mail.letterId, letterId))
}

/** What waits for the next digest of a delegation. */
export function findWaiting(db: Database | Tx, delegation: DelegationCode): Promise<MailLine[]> {
  return findLines(db, and(eq(mail.delegation, delegation), isNull(mail.letterId)))
}

/** The letters of a delegation, newest first. */
export async function findLetters(
  db: Database | Tx,
  delegation: DelegationCode,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ letters: Letter[]; total: number }> {
  const [found, total] = await Promise.all([
    db
      .select({ id: letters.id, kind: letters.kind, madeAt: letters.madeAt })
      .from(letters)
      .where(eq(letters.delegation, delegation))
      .orderBy(desc(letters.madeAt), desc(letters.id))
      .limit(limit)
      .offset(offset),
    db.$count(letters, eq(letters.delegation, delegation)),
  ])
  const ids = found.map(({ id }) => id)
  const lines = ids.length > 0 ? await findLines(db, inArray(mail.letterId, ids)) : []
  return {
    total,
    letters: found.map((letter) => ({
      ...letter,
      lines: lines.filter(({ letterId }) => letterId === letter.id),
    })),
  }
}

/** How many mailboxes could not be reached with letters of a delegation, after all attempts. */
export async function countGivenUp(db: Database | Tx, delegation: DelegationCode): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(deliveries)
    .innerJoin(letters, eq(letters.id, deliveries.letterId))
    .where(and(eq(letters.delegation, delegation), isNotNull(deliveries.givenUpAt)))
  return row?.number ?? 0
}

async function findLines(db: Database | Tx, which: SQL | undefined) {
  const { letterId, sender, reference, act, path } = mail
  const rows = await db
    .select({ letterId, sender, reference, act, path, actedAt: max(mail.actedAt), count: count() })
    .from(mail)
    .where(which)
    .groupBy(letterId, sender, reference, act, path)
    .orderBy(desc(max(mail.actedAt)), reference, act)
  return rows.flatMap(({ actedAt, ...line }) => (actedAt ? [{ ...line, actedAt }] : []))
}
