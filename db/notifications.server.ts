import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Day, NotificationArticle } from '#app/measures/measure.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import type { Database, Tx } from './client.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import {
  notificationAddressees,
  notificationPacks,
  notificationQuestions,
  notifications,
} from './schema/measures.ts'

export interface Addressee {
  delegation: DelegationCode
  channel: string
  /** Null where the day is not established. */
  sentOn: Day | null
  reference: string
}

export interface MissingContent {
  id: string
  question: string
  askedAt: Date
  answer: string | null
  answeredAt: Date | null
}

/** A message of Article 9(2) or (3), with what became of it. */
export interface SentNotification {
  id: string
  measureId: string
  article: NotificationArticle
  reasons: string
  description: string
  packSha256: string
  preparedAt: Date
  acknowledgedOn: Day | null
  acknowledgementReference: string | null
  addressees: Addressee[]
  questions: MissingContent[]
}

/** Keeps a pack as it was prepared and returns its SHA-256 over canonical JSON. */
export async function keepPack(tx: Tx, pack: unknown): Promise<string> {
  const sha256 = digest(canonicalJson(pack))
  await tx.insert(notificationPacks).values({ sha256, content: pack }).onConflictDoNothing()
  return sha256
}

export async function findPack(db: Database | Tx, sha256: string): Promise<unknown> {
  const [row] = await db
    .select({ content: notificationPacks.content })
    .from(notificationPacks)
    .where(eq(notificationPacks.sha256, sha256))
  return row?.content ?? null
}

/** In the order in which they were prepared, by measure. */
export async function findNotifications(
  db: Database | Tx,
  measureIds: readonly string[],
): Promise<SentNotification[]> {
  if (measureIds.length === 0) return []
  const rows = await db
    .select({
      id: notifications.id,
      measureId: notifications.measureId,
      article: notifications.article,
      reasons: notifications.reasons,
      description: notifications.description,
      packSha256: notifications.packSha256,
      preparedAt: notifications.preparedAt,
      acknowledgedOn: notifications.acknowledgedOn,
      acknowledgementReference: notifications.acknowledgementReference,
    })
    .from(notifications)
    .where(inArray(notifications.measureId, [...measureIds]))
    .orderBy(asc(notifications.preparedAt))
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [addressees, questions] = await Promise.all([
    db
      .select()
      .from(notificationAddressees)
      .where(inArray(notificationAddressees.notificationId, ids)),
    db
      .select()
      .from(notificationQuestions)
      .where(inArray(notificationQuestions.notificationId, ids))
      .orderBy(asc(notificationQuestions.askedAt)),
  ])
  return rows.map((row) => ({
    ...row,
    addressees: addressees
      .filter(({ notificationId }) => notificationId === row.id)
      .map(({ delegation, channel, sentOn, reference }) => ({
        delegation,
        channel,
        sentOn,
        reference,
      })),
    questions: questions
      .filter(({ notificationId }) => notificationId === row.id)
      .map(({ id, question, askedAt, answer, answeredAt }) => ({
        id,
        question,
        askedAt,
        answer,
        answeredAt,
      })),
  }))
}

export async function findNotification(
  db: Database | Tx,
  measureId: string,
  id: string,
): Promise<SentNotification | null> {
  const found = await findNotifications(db, [measureId])
  return found.find((notification) => notification.id === id) ?? null
}

/** Whether a question of the Commission waits for the state, of any message about the measure. */
export async function findOpenQuestion(
  db: Database | Tx,
  notificationId: string,
): Promise<MissingContent | null> {
  const [row] = await db
    .select()
    .from(notificationQuestions)
    .where(
      and(
        eq(notificationQuestions.notificationId, notificationId),
        isNull(notificationQuestions.answeredAt),
      ),
    )
  return row ?? null
}
