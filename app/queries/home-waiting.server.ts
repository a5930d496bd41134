import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  max,
  ne,
  notExists,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/access/actor.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { audienceReaches } from '#db/audience.server.ts'
import type { Database } from '#db/client.server.ts'
import { comments, positions, replies } from '#db/schema/comments.ts'
import {
  measures,
  notificationAddressees,
  notificationQuestions,
  notifications,
  versions,
} from '#db/schema/measures.ts'
import { isVisible } from './told-files.server.ts'
import { listed, total, withTitles } from './home-lines.server.ts'

/** Comments written inside that nobody has released, by version. */
export async function findAwaitingRelease(db: Database, actor: Actor, most: number) {
  const rows = await db
    .select({
      measureId: measures.id,
      reference: measures.reference,
      owner: measures.owner,
      number: versions.number,
      comments: count(),
      total,
    })
    .from(comments)
    .innerJoin(versions, eq(versions.id, comments.versionId))
    .innerJoin(measures, eq(measures.id, comments.measureId))
    .where(
      and(
        eq(comments.delegation, actor.delegation),
        // Said as the index says it.
        sql`${comments.lane} = 'inner' AND ${comments.discardedAt} IS NULL`,
        isNull(comments.mergedInto),
        isNull(versions.recalledAt),
        inArray(measures.stage, ['considering', 'drafting', 'shared']),
        isVisible(db, actor),
      ),
    )
    .groupBy(measures.id, versions.id)
    .orderBy(desc(max(comments.writtenAt)))
    .limit(most)
  return withTitles(db, actor, rows)
}

/** The newest version of each file that reached us and on which we have said nothing as a whole. */
export async function findUnanswered(db: Database, actor: Actor, most: number) {
  const newerVersion = alias(versions, 'newer')
  const newer = db
    .select({ one: sql`1` })
    .from(newerVersion)
    .where(
      and(
        eq(newerVersion.measureId, versions.measureId),
        gt(newerVersion.number, versions.number),
        isNull(newerVersion.recalledAt),
        // One that went to others takes nothing from what was asked of us.
        audienceReaches(newerVersion.audience, actor.delegation),
      ),
    )
  const ourPosition = db
    .select({ one: sql`1` })
    .from(positions)
    .where(
      and(
        eq(positions.versionId, versions.id),
        eq(positions.delegation, actor.delegation),
        isNull(positions.supersededBy),
      ),
    )
  const rows = await db
    .select({
      measureId: measures.id,
      reference: measures.reference,
      owner: measures.owner,
      kind: versions.kind,
      number: versions.number,
      commentsBy: versions.commentsBy,
      releasedAt: sql<string>`to_char(${versions.releasedAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      total,
    })
    .from(versions)
    .innerJoin(measures, eq(measures.id, versions.measureId))
    .where(
      and(
        sql`${measures.owner} <> ${actor.delegation}`,
        inArray(measures.stage, ['considering', 'drafting', 'shared']),
        ne(versions.kind, 'final'),
        isNull(versions.recalledAt),
        audienceReaches(versions.audience, actor.delegation),
        notExists(newer),
        notExists(ourPosition),
      ),
    )
    .orderBy(sql`${versions.commentsBy} ASC NULLS LAST`, desc(versions.releasedAt))
    .limit(most)
  return withTitles(db, actor, rows)
}

/** Questions put to us on our own files that have no reply. */
export async function findQuestions(db: Database, actor: Actor, most: number) {
  const reply = db
    .select({ one: sql`1` })
    .from(replies)
    .where(eq(replies.commentId, comments.id))
  const open = db
    .select({
      commentId: comments.id,
      reference: measures.reference,
      title: measures.title,
      versionId: comments.versionId,
      delegation: comments.delegation,
      provision: comments.provision,
      releasedAt: comments.releasedAt,
      total: total.as('total'),
    })
    .from(comments)
    .innerJoin(measures, eq(measures.id, comments.measureId))
    .where(
      and(
        sql`${measures.owner} = ${actor.delegation}`,
        // Said as the index says it.
        sql`${comments.isQuestion} AND ${comments.lane} = 'released'
          AND ${comments.recalledAt} IS NULL AND ${comments.supersededBy} IS NULL`,
        notExists(reply),
      ),
    )
    .orderBy(asc(comments.releasedAt))
    .limit(most)
    .as('open')
  const rows = await db
    .select({
      commentId: open.commentId,
      reference: open.reference,
      title: open.title,
      number: versions.number,
      kind: versions.kind,
      delegation: open.delegation,
      provision: open.provision,
      total: open.total,
    })
    .from(open)
    .innerJoin(versions, eq(versions.id, open.versionId))
    .orderBy(asc(open.releasedAt))
  return listed(rows)
}

/** What the Commission misses in our notifications and we have not supplied. */
export async function findMissingContent(db: Database, actor: Actor, most: number) {
  const rows = await db
    .select({
      questionId: notificationQuestions.id,
      notificationId: notifications.id,
      reference: measures.reference,
      title: measures.title,
      total,
    })
    .from(notificationQuestions)
    .innerJoin(notifications, eq(notifications.id, notificationQuestions.notificationId))
    .innerJoin(measures, eq(measures.id, notifications.measureId))
    .where(
      and(sql`${measures.owner} = ${actor.delegation}`, isNull(notificationQuestions.answeredAt)),
    )
    .orderBy(asc(notificationQuestions.askedAt))
    .limit(most)
  return listed(rows)
}

/** Notifications sent to the Commission of which it has recorded no acknowledgement, the oldest first. */
export async function findUnacknowledged(db: Database, actor: Actor, most: number) {
  if (actor.delegation !== 'COM') return { lines: [], total: 0 }
  const rows = await db
    .select({
      measureId: measures.id,
      notificationId: notifications.id,
      article: notifications.article,
      reference: measures.reference,
      owner: measures.owner,
      sentOn: notificationAddressees.sentOn,
      total,
    })
    .from(notifications)
    .innerJoin(
      notificationAddressees,
      and(
        eq(notificationAddressees.notificationId, notifications.id),
        eq(notificationAddressees.delegation, actor.delegation),
      ),
    )
    .innerJoin(measures, eq(measures.id, notifications.measureId))
    .where(isNull(notifications.acknowledgedOn))
    .orderBy(asc(notificationAddressees.sentOn))
    .limit(most)
  return withTitles(db, actor, rows)
}

export async function findOurFiles(db: Database, actor: Actor, most: number) {
  if (!isMemberState(actor.delegation)) return { lines: [], total: 0 }
  const rows = await db
    .select({
      reference: measures.reference,
      title: measures.title,
      kind: measures.kind,
      stage: measures.stage,
      changedAt: measures.changedAt,
      total,
    })
    .from(measures)
    .where(eq(measures.owner, actor.delegation))
    .orderBy(desc(measures.changedAt))
    .limit(most)
  return listed(rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })))
}
