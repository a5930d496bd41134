/**
 * From the outbox to the mailboxes. What waits for a delegation is collected into a letter (the
 * digest of the day, or what could not wait), and a letter is delivered to each of its mailboxes.
 * Several nodes may do this at once: each step holds its row and passes over rows that are held.
 */
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { can } from '#app/access/policy.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { isMailAddress, type MailDue, oneLine } from '#app/measures/mail.ts'
import type { MailLine } from '#app/measures/mail-lines.ts'
import { minutesToNextAttempt } from '#app/measures/mail-times.ts'
import { type ActorRow, actorColumns, actorOf, joinRights } from './actors.server.ts'
import type { Database, Tx } from './client.server.ts'
import { getSettings } from './delegations.server.ts'
import { findLinesOf } from './mail-lines.server.ts'
import { deliveries, letters, mail } from './schema/post.ts'

/**
 * Collects what is due for one delegation: at-once mail, and what was written before the last digest.
 * `isSent`: whether letters leave the portal, so that they need deliveries. False when nothing is due.
 */
export async function collectLetter(
  tx: Tx,
  { lastDigest, isSent }: { lastDigest: Date; isSent: boolean },
): Promise<boolean> {
  const isDue = and(
    isNull(mail.letterId),
    or(eq(mail.due, 'at-once'), lt(mail.actedAt, lastDigest)),
  )
  const [held] = await tx.execute<{ code: DelegationCode }>(sql`
    SELECT code FROM delegations
    WHERE EXISTS (SELECT 1 FROM ${mail} WHERE ${mail.delegation} = code AND ${isDue})
    ORDER BY code LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`)
  if (!held) return false
  const { code: delegation } = held
  const due = await tx
    .select({ id: mail.id, due: mail.due })
    .from(mail)
    .where(and(eq(mail.delegation, delegation), isDue))
  // Another node collected it between the look and the hold.
  if (due.length === 0) return true
  const kind: MailDue = due.every(({ due }) => due === 'at-once') ? 'at-once' : 'digest'
  const [letter] = await tx
    .insert(letters)
    .values({ delegation, kind, madeAt: sql`clock_timestamp()` })
    .returning({ id: letters.id })
  if (!letter) throw new Error('no letter was made')
  const ids = due.map(({ id }) => id)
  await tx.update(mail).set({ letterId: letter.id }).where(inArray(mail.id, ids))
  const mailboxes = isSent ? await findMailboxes(tx, delegation) : []
  if (mailboxes.length > 0)
    await tx
      .insert(deliveries)
      .values(mailboxes.map(({ personId }) => ({ letterId: letter.id, personId })))
  return true
}

interface Mailbox {
  /** Null: the functional mailbox. */
  personId: string | null
  address: string
}

/** The functional mailbox, and everybody with an address who may see the post, each address once. */
async function findMailboxes(tx: Tx, delegation: DelegationCode): Promise<Mailbox[]> {
  const { functionalMailbox } = await getSettings(tx, delegation)
  const people = await findReaders(tx, delegation)
  const mailboxes = functionalMailbox
    ? [{ personId: null, address: functionalMailbox }, ...people]
    : people
  const once = new Map(mailboxes.toReversed().map((box) => [box.address.toLowerCase(), box]))
  return [...once.values()].toReversed()
}

async function findReaders(
  db: Database | Tx,
  delegation: DelegationCode,
  personId: string | null = null,
): Promise<(Mailbox & { personId: string })[]> {
  const only = personId ? sql`AND p.id = ${personId}` : sql``
  const rows = await db.execute<ActorRow & { email: string }>(sql`
    SELECT ${actorColumns}, p.email FROM people p ${joinRights}
    WHERE p.delegation = ${delegation} AND p.is_active AND p.email IS NOT NULL ${only}
    GROUP BY p.id, d.code ORDER BY p.name, p.id`)
  return rows
    .filter((row) => can(actorOf(row), 'see-post', { delegation }).ok)
    .map((row) => ({ personId: row.person_id, address: row.email }))
}

/** How many people of a delegation get its post besides the functional mailbox. */
export async function countReaders(db: Database | Tx, delegation: DelegationCode): Promise<number> {
  return (await findReaders(db, delegation)).length
}

/** A letter on its way to one mailbox. */
export interface Delivery {
  id: string
  delegation: DelegationCode
  kind: MailDue
  madeAt: Date
  /** Null: there is no such mailbox any more, or whoever has it may no longer read the post. */
  address: string | null
  attempts: number
  lines: MailLine[]
}

/** The next delivery that is due, held until commit; null when there is none that nobody holds. */
export async function lockDelivery(tx: Tx): Promise<Delivery | null> {
  const [held] = await tx
    .select({
      id: deliveries.id,
      personId: deliveries.personId,
      attempts: deliveries.attempts,
      letterId: deliveries.letterId,
    })
    .from(deliveries)
    .where(
      and(
        isNull(deliveries.sentAt),
        isNull(deliveries.givenUpAt),
        sql`${deliveries.tryAfter} <= now()`,
      ),
    )
    .orderBy(deliveries.tryAfter)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!held) return null
  const [letter] = await tx.select().from(letters).where(eq(letters.id, held.letterId))
  if (!letter) throw new Error('a delivery has no letter')
  const { delegation, kind, madeAt } = letter
  const lines = await findLinesOf(tx, letter.id)
  const address = await addressOf(tx, delegation, held.personId)
  return { id: held.id, delegation, kind, madeAt, address, attempts: held.attempts, lines }
}

/** As it is now: an address changes, a right is withdrawn, while a letter waits for its next attempt. */
async function addressOf(tx: Tx, delegation: DelegationCode, personId: string | null) {
  const address = personId
    ? (await findReaders(tx, delegation, personId))[0]?.address
    : (await getSettings(tx, delegation)).functionalMailbox
  return address && isMailAddress(address) ? address : null
}

export async function noteSent(tx: Tx, { id, attempts }: Delivery): Promise<void> {
  await tx
    .update(deliveries)
    .set({ sentAt: sql`clock_timestamp()`, attempts: attempts + 1, lastError: null })
    .where(eq(deliveries.id, id))
}

/** Waits longer after each failure, and in the end gives up. */
export async function noteFailure(
  tx: Tx,
  { id, attempts }: Delivery,
  error: string,
): Promise<void> {
  const made = attempts + 1
  const minutes = minutesToNextAttempt(made)
  await tx
    .update(deliveries)
    .set({
      attempts: made,
      lastError: oneLine(error),
      ...(minutes === null
        ? { givenUpAt: sql`clock_timestamp()` }
        : { tryAfter: sql`clock_timestamp() + make_interval(mins => ${minutes})` }),
    })
    .where(eq(deliveries.id, id))
}

export async function giveUp(tx: Tx, { id }: Delivery, why: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ givenUpAt: sql`clock_timestamp()`, lastError: why })
    .where(eq(deliveries.id, id))
}
