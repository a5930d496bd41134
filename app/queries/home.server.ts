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
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isReader, mayRelease } from '#app/access/standing.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { EventType } from '#app/measures/events.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { audienceReaches } from '#db/audience.server.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { comments, lastLooks, positions, replies } from '#db/schema/comments.ts'
import {
  measures,
  notificationAddressees,
  notificationQuestions,
  notifications,
  versions,
} from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'
import { findDriftedPairs } from './drifted-pairs.server.ts'
import { findJointInvitations } from './joint-invitations.server.ts'
import { isVisible } from './told-files.server.ts'

/** What waits for a delegation. Computed from the record each time, so that it cannot be wrong. */
export async function findHome({ db }: Deps, actor: Actor) {
  const { delegation } = actor
  const mayManage = can(actor, 'manage-people', { delegation }).ok
  if (!isReader(actor)) return { ...nothing, mayManage }
  const [
    awaitingRelease,
    unanswered,
    questions,
    missingContent,
    unacknowledged,
    changes,
    ours,
    drifted,
    jointInvitations,
  ] = await Promise.all([
    findAwaitingRelease(db, actor),
    findUnanswered(db, actor),
    findQuestions(db, actor),
    findMissingContent(db, actor),
    findUnacknowledged(db, actor),
    findChanges(db, actor),
    findOurFiles(db, actor),
    findDriftedPairs(db, actor),
    findJointInvitations(db, actor),
  ])
  return {
    awaitingRelease,
    unanswered,
    questions,
    missingContent,
    unacknowledged,
    changes,
    ours,
    drifted,
    jointInvitations,
    /** Whether their role shows them files at all. */
    mayRead: true,
    mayManage,
    mayRelease: mayRelease(actor),
    mayOpen: can(actor, 'open-file', null).ok,
    /** Whether notifications are acknowledged by their delegation. */
    acknowledges: delegation === 'COM',
  }
}

const nothing = {
  awaitingRelease: [],
  unanswered: [],
  questions: [],
  missingContent: [],
  unacknowledged: [],
  changes: [],
  ours: [],
  drifted: [],
  jointInvitations: [],
  mayRead: false,
  mayRelease: false,
  mayOpen: false,
  acknowledges: false,
}

/** Comments written inside that nobody has released, by version. */
async function findAwaitingRelease(db: Database, actor: Actor) {
  const rows = await db
    .select({
      measureId: measures.id,
      reference: measures.reference,
      owner: measures.owner,
      number: versions.number,
      comments: count(),
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
  return withTitles(db, actor, rows)
}

/** The newest version of each file that reached us and on which we have said nothing as a whole. */
async function findUnanswered(db: Database, actor: Actor) {
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
    .limit(100)
  return withTitles(db, actor, rows)
}

/** Questions put to us on our own files that have no reply. */
function findQuestions(db: Database, actor: Actor) {
  const reply = db
    .select({ one: sql`1` })
    .from(replies)
    .where(eq(replies.commentId, comments.id))
  return db
    .select({
      commentId: comments.id,
      reference: measures.reference,
      title: measures.title,
      number: versions.number,
      kind: versions.kind,
      delegation: comments.delegation,
      provision: comments.provision,
    })
    .from(comments)
    .innerJoin(versions, eq(versions.id, comments.versionId))
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
    .limit(100)
}

/** What the Commission misses in our notifications and we have not supplied. */
function findMissingContent(db: Database, actor: Actor) {
  return db
    .select({
      questionId: notificationQuestions.id,
      notificationId: notifications.id,
      reference: measures.reference,
      title: measures.title,
    })
    .from(notificationQuestions)
    .innerJoin(notifications, eq(notifications.id, notificationQuestions.notificationId))
    .innerJoin(measures, eq(measures.id, notifications.measureId))
    .where(
      and(sql`${measures.owner} = ${actor.delegation}`, isNull(notificationQuestions.answeredAt)),
    )
    .orderBy(asc(notificationQuestions.askedAt))
    .limit(100)
}

/** Notifications sent to the Commission of which it has recorded no acknowledgement, the oldest first. */
async function findUnacknowledged(db: Database, actor: Actor) {
  if (actor.delegation !== 'COM') return []
  const rows = await db
    .select({
      measureId: measures.id,
      notificationId: notifications.id,
      article: notifications.article,
      reference: measures.reference,
      owner: measures.owner,
      sentOn: notificationAddressees.sentOn,
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
    .limit(100)
  return withTitles(db, actor, rows)
}

const recentActs = 500

/** Acts of others since this person last opened the file, as far as they may know of them. */
async function findChanges(db: Database, actor: Actor) {
  const rows = await db
    .select({
      measureId: events.measureId,
      type: events.type,
      lane: events.lane,
      audience: events.audience,
      delegation: events.delegation,
    })
    .from(events)
    .innerJoin(measures, eq(measures.id, events.measureId))
    .leftJoin(
      lastLooks,
      and(eq(lastLooks.measureId, events.measureId), eq(lastLooks.personId, actor.personId)),
    )
    .where(
      and(
        or(isNull(lastLooks.eventId), gt(events.id, lastLooks.eventId)),
        sql`${events.personId} IS DISTINCT FROM ${actor.personId}`,
        or(eq(events.delegation, actor.delegation), ne(events.lane, 'inner')),
        isVisible(db, actor),
      ),
    )
    .orderBy(desc(events.id))
    .limit(recentActs)
  const found = await findMeasures(db, [
    ...new Set(rows.flatMap(({ measureId }) => measureId ?? [])),
  ])
  const counts = new Map<string, number>()
  for (const { measureId, type, lane, audience, delegation } of rows) {
    const measure = found.find(({ id }) => id === measureId)
    if (!measure) continue
    const file = fileSubject(measure)
    const event = { type: type as EventType, file, lane, audience, delegation }
    if (can(actor, 'see-event', event).ok) counts.set(measure.id, (counts.get(measure.id) ?? 0) + 1)
  }
  // In the order of the newest act that this person may know of.
  return [...counts].flatMap(([measureId, changes]) => {
    const measure = found.find(({ id }) => id === measureId)
    if (!measure) return []
    const { reference, owner } = measure
    return { reference, owner, title: toldOf(actor, measure).details.title, changes }
  })
}

/** The same lines with what this person is told that each file is about. */
async function withTitles<Line extends { measureId: string }>(
  db: Database,
  actor: Actor,
  lines: Line[],
): Promise<(Line & { title: string })[]> {
  const files = await findMeasures(db, [...new Set(lines.map(({ measureId }) => measureId))])
  return lines.flatMap((line) => {
    const measure = files.find(({ id }) => id === line.measureId)
    return measure ? { ...line, title: toldOf(actor, measure).details.title } : []
  })
}

async function findOurFiles(db: Database, actor: Actor) {
  if (!isMemberState(actor.delegation)) return []
  const rows = await db
    .select({
      reference: measures.reference,
      title: measures.title,
      kind: measures.kind,
      stage: measures.stage,
      changedAt: measures.changedAt,
    })
    .from(measures)
    .where(eq(measures.owner, actor.delegation))
    .orderBy(desc(measures.changedAt))
    .limit(50)
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }))
}
