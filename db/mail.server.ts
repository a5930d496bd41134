/**
 * The outbox. A mail is written in the transaction of its act, one for each delegation that learns
 * of it; `letters` collects what waits, afterwards.
 */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Actor, anyReaderOf } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { brusselsDate } from '#app/measures/calendar.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { isMailed, type MailCircumstances, mailingOf } from '#app/measures/mail.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Visibility } from '#app/measures/visibility.ts'
import type { Tx } from './client.server.ts'
import { findMeasure } from './measures.server.ts'
import { findFilesOfPublication, findRelyingOn } from './publication-corrections.server.ts'
import { comments } from './schema/comments.ts'
import { mail } from './schema/post.ts'
import { entries, requirements } from './schema/register.ts'

/** Tells the mailer of every node, at commit, that something cannot wait for the digest. */
export const mailChannel = 'concert_mail'

export interface Appended {
  eventId: number
  event: RecordedEvent
  visibility: Visibility
}

/** Writes the mail for what was just recorded. Acts without a person have no sender, so no mail. */
export async function queueMail(
  tx: Tx,
  actor: Actor | null,
  measureId: string | null,
  appended: readonly Appended[],
  at: Date,
): Promise<void> {
  const told = appended.filter(
    ({ event, visibility }) => isMailed(event) && visibility.lane !== 'inner',
  )
  if (!actor || told.length === 0) return
  // As it is after the act: who was just given a version may learn of it.
  const measure = measureId ? await findMeasure(tx, measureId) : null
  const happened = told.map(({ event }) => event)
  const [commented, reliance, concerned] = await Promise.all([
    findCommented(tx, happened),
    findReliance(tx, measureId, happened),
    findConcerned(tx, happened),
  ])
  const rows = told.flatMap(({ eventId, event, visibility }) => {
    const mailing = mailingOf(event, {
      sender: actor.delegation,
      audience: visibility.audience,
      today: brusselsDate(at),
      file: measure,
      comment: 'commentId' in event ? (commented.get(event.commentId) ?? null) : null,
      relying: reliance
        .filter(({ entryId }) => event.type !== 'entry-covered' || event.entryId === entryId)
        .map(({ relying }) => relying),
      concerned,
    })
    if (!mailing) return []
    const { addressees, ...told } = mailing
    return [...new Set(addressees)]
      .filter((code) => code !== actor.delegation)
      .filter((code) => mayLearn(code, actor.delegation, event, visibility, measure))
      .map((delegation) => ({
        ...told,
        eventId,
        delegation,
        sender: actor.delegation,
        actedAt: at,
      }))
  })
  if (rows.length === 0) return
  await tx.insert(mail).values(rows)
  if (rows.some(({ due }) => due === 'at-once'))
    await tx.execute(sql`SELECT pg_notify(${mailChannel}, '')`)
}

/** The policy is asked for every single one: a mail is one more way to read. */
function mayLearn(
  addressee: DelegationCode,
  sender: DelegationCode,
  { type }: RecordedEvent,
  { lane, audience }: Visibility,
  measure: Measure | null,
): boolean {
  const file = measure && fileSubject(measure)
  const reader = anyReaderOf(addressee)
  return can(reader, 'see-event', { type, file, lane, delegation: sender, audience }).ok
}

/** Whose the comments are that these acts are about, and on which version. */
async function findCommented(
  tx: Tx,
  happened: readonly RecordedEvent[],
): Promise<Map<string, NonNullable<MailCircumstances['comment']>>> {
  const ids = happened.flatMap((event) => ('commentId' in event ? [event.commentId] : []))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: comments.id,
      delegation: comments.delegation,
      signatories: comments.signatories,
      versionId: comments.versionId,
    })
    .from(comments)
    .where(inArray(comments.id, ids))
  return new Map(rows.map(({ id, ...comment }) => [id, comment]))
}

const endsBasis: readonly RecordedEvent['type'][] = [
  'entry-covered',
  'measure-repealed',
  'measure-expired',
]

/** The states whose requirements stand on entries of a measure that is ending. */
async function findReliance(
  tx: Tx,
  measureId: string | null,
  happened: readonly RecordedEvent[],
): Promise<{ entryId: string; relying: DelegationCode }[]> {
  if (!measureId || !happened.some(({ type }) => endsBasis.includes(type))) return []
  return tx
    .select({ entryId: requirements.entryId, relying: requirements.relying })
    .from(requirements)
    .innerJoin(entries, eq(entries.id, requirements.entryId))
    .where(
      and(
        isNull(requirements.endedOn),
        or(eq(entries.measureId, measureId), eq(entries.listId, measureId)),
      ),
    )
}

/**
 * Whose measures a corrected publication is about, and where its day moved, who relies on what was in it:
 * the basis of Article 10 stands from that day.
 */
async function findConcerned(
  tx: Tx,
  happened: readonly RecordedEvent[],
): Promise<DelegationCode[]> {
  const corrected = happened.find((event) => event.type === 'publication-corrected')
  if (!corrected) return []
  const files = await findFilesOfPublication(tx, corrected)
  const owners = files.map(({ owner }) => owner)
  if (corrected.publishedOn === corrected.corrected.publishedOn) return owners
  // A later note names a measure again, and moves nothing.
  const moved = files.filter(({ isFirst }) => corrected.of === 'compilation' || isFirst)
  return [
    ...owners,
    ...(await findRelyingOn(
      tx,
      moved.map(({ measureId }) => measureId),
    )),
  ]
}
