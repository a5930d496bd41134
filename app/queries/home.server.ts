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

/** The lists of home that can be asked for whole. Our own files have a page of theirs. */
export const homeLists = [
  'release',
  'unanswered',
  'questions',
  'unacknowledged',
  'changes',
] as const
export type HomeList = (typeof homeLists)[number]

/** Lines of each list; of the one that is asked for whole, as many as a page can bear. */
const mostLines = { ofEach: 20, ofWhole: 1_000 } as const

/**
 * What waits for a delegation, computed from the record each time, so that it cannot be wrong: the first
 * lines of each list with how many there are, and of the list `whole` all.
 */
export async function findHome({ db }: Deps, actor: Actor, whole: HomeList | null = null) {
  const { delegation } = actor
  const most = (list: HomeList) => (list === whole ? mostLines.ofWhole : mostLines.ofEach)
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
    findAwaitingRelease(db, actor, most('release')),
    findUnanswered(db, actor, most('unanswered')),
    findQuestions(db, actor, most('questions')),
    findMissingContent(db, actor, most('questions')),
    findUnacknowledged(db, actor, most('unacknowledged')),
    findChanges(db, actor, most('changes')),
    findOurFiles(db, actor, mostLines.ofEach),
    findDriftedPairs(db, actor),
    findJointInvitations(db, actor),
  ])
  return {
    awaitingRelease: awaitingRelease.lines,
    unanswered: unanswered.lines,
    questions: questions.lines,
    missingContent: missingContent.lines,
    unacknowledged: unacknowledged.lines,
    changes: changes.lines,
    ours: ours.lines,
    drifted,
    jointInvitations,
    /** How many there are in all. */
    totals: {
      release: awaitingRelease.total,
      unanswered: unanswered.total,
      questions: questions.total + missingContent.total,
      unacknowledged: unacknowledged.total,
      changes: changes.total,
      ours: ours.total,
    },
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
  totals: { release: 0, unanswered: 0, questions: 0, unacknowledged: 0, changes: 0, ours: 0 },
  mayRead: false,
  mayRelease: false,
  mayOpen: false,
  acknowledges: false,
}

/** Lines of a list, the first ones, and how many there are in all. */
interface Listed<Line> {
  lines: Line[]
  total: number
}

/** On each row: how many there would be without a limit. */
const total = sql<number>`count(*) OVER ()`.mapWith(Number)

function listed<Row extends { total: number }>(rows: Row[]): Listed<Row> {
  return { lines: rows, total: rows[0]?.total ?? 0 }
}

/** Comments written inside that nobody has released, by version. */
async function findAwaitingRelease(db: Database, actor: Actor, most: number) {
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
async function findUnanswered(db: Database, actor: Actor, most: number) {
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
async function findQuestions(db: Database, actor: Actor, most: number) {
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
async function findMissingContent(db: Database, actor: Actor, most: number) {
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
async function findUnacknowledged(db: Database, actor: Actor, most: number) {
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

const recentActs = 500

/** Acts of others since this person last opened the file, as far as they may know of them. */
async function findChanges(db: Database, actor: Actor, most: number) {
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
  const lines = [...counts].flatMap(([measureId, changes]) => {
    const measure = found.find(({ id }) => id === measureId)
    if (!measure) return []
    const { reference, owner } = measure
    return { reference, owner, title: toldOf(actor, measure).details.title, changes }
  })
  return { lines: lines.slice(0, most), total: lines.length }
}

/** The rows as lines, with what this person is told that each file is about. */
async function withTitles<Row extends { measureId: string; total: number }>(
  db: Database,
  actor: Actor,
  rows: Row[],
): Promise<Listed<Row & { title: string }>> {
  const files = await findMeasures(db, [...new Set(rows.map(({ measureId }) => measureId))])
  const lines = rows.flatMap((line) => {
    const measure = files.find(({ id }) => id === line.measureId)
    return measure ? { ...line, title: toldOf(actor, measure).details.title } : []
  })
  return { lines, total: rows[0]?.total ?? 0 }
}

async function findOurFiles(db: Database, actor: Actor, most: number) {
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
