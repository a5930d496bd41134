import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { type ActorRow, actorColumns, actorOf, joinRights } from './actors.server.ts'
import type { Database, Tx } from './client.server.ts'
import { sessions } from './schema/people.ts'
import { hashOfToken, isToken, newToken } from './tokens.server.ts'

/**
 * A session lives from sign-in until it is ended, has been idle for two hours or is twelve hours
 * old. Its token is in the cookie only; the table has the token's SHA-256, which is the session's
 * id. Every end goes through `endSessions`, which tells all nodes at commit, so that the sockets of
 * the session close.
 */
export const sessionLimits = { hours: 12, idleHours: 2, seenMinutes: 1 } as const

/** Where ends of sessions are told; the payload is the id of the session. */
export const sessionsChannel = 'concert_sessions'

export interface Session {
  sessionId: string
  actor: Actor
  /**
   * For so many milliseconds nothing of this changes by the passing of time alone: no role begins or
   * ends, nor the session. By the database's clock; that of the node may be wrong.
   */
  changesInMs: number
}

/** How long a second factor counts as just shown. */
export const secondFactorMinutes = 10

/** Until when a session counts as one whose person has just shown a second factor; null: not now. */
export async function findSecondFactor(db: Database | Tx, sessionId: string): Promise<Date | null> {
  const until = sql<Date>`${sessions.secondFactorAt} + make_interval(mins => ${secondFactorMinutes})`
  const [row] = await db
    .select({ until: until.mapWith(sessions.secondFactorAt) })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), sql`${until} > now()`))
  return row?.until ?? null
}

export async function openSession(
  tx: Tx,
  personId: string,
  userAgent: string | null,
  secondFactorAt: Date | null = null,
): Promise<{ token: string; sessionId: string }> {
  const token = newToken()
  const sessionId = hashOfToken(token)
  await tx.insert(sessions).values({
    id: sessionId,
    personId,
    createdAt: sql`now()`,
    expiresAt: sql`now() + make_interval(hours => ${sessionLimits.hours})`,
    userAgent: userAgent?.slice(0, 300) ?? null,
    // The provider's clock may be ahead of ours.
    secondFactorAt:
      secondFactorAt && sql`least(${secondFactorAt.toISOString()}::timestamptz, now())`,
  })
  return { token, sessionId }
}

/** Who holds this token, as they may act now. Counts as activity. One query. */
export async function findActor(db: Database | Tx, token: string | null): Promise<Session | null> {
  return isToken(token) ? find(db, hashOfToken(token), true) : null
}

/** The same for a socket, which knows the session from its handshake. `isActive`: they did something. */
export function findActorOfSession(
  db: Database | Tx,
  sessionId: string,
  { isActive }: { isActive: boolean },
): Promise<Session | null> {
  return find(db, sessionId, isActive)
}

/** Who holds each of these sessions, as they may act now; without those that are no more. Not activity. */
export async function findActorsOfSessions(
  db: Database | Tx,
  ids: readonly string[],
): Promise<Map<string, Actor>> {
  const rows = await db.execute<ActorRow & { session_id: string }>(sql`
    SELECT s.id AS session_id, ${actorColumns}
    FROM sessions s
    JOIN people p ON p.id = s.person_id AND p.is_active
    ${joinRights}
    WHERE s.id IN ${[...ids]} AND ${isLive}
    GROUP BY s.id, p.id, d.code`)
  return new Map(rows.map((row) => [row.session_id, actorOf(row)]))
}

/** Which of these sessions would still be accepted. */
export async function findLiveSessions(
  db: Database | Tx,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(
    sql`SELECT s.id FROM sessions s WHERE s.id IN ${[...ids]} AND ${isLive}`,
  )
  return new Set(rows.map(({ id }) => id))
}

interface Row extends ActorRow {
  changes_in_ms: number
}

const isLive = sql`s.ended_at IS NULL AND s.expires_at > now()
  AND s.last_seen_at > now() - make_interval(hours => ${sessionLimits.idleHours})`

/** That somebody was seen is written at most once a minute, though a page asks several times. */
const isStale = sql`s.last_seen_at < now() - make_interval(mins => ${sessionLimits.seenMinutes})`

const see = (sessionId: string) => sql`
  UPDATE sessions s SET last_seen_at = now()
  WHERE s.id = ${sessionId} AND ${isLive} AND ${isStale}`

async function find(
  db: Database | Tx,
  sessionId: string,
  isActive: boolean,
): Promise<Session | null> {
  const [row] = await db.execute<Row>(sql`
    ${isActive ? sql`WITH seen AS (${see(sessionId)})` : sql``}
    SELECT ${actorColumns},
      (extract(epoch FROM least(
        s.expires_at,
        ${isActive ? sql`CASE WHEN ${isStale} THEN now() ELSE s.last_seen_at END` : sql`s.last_seen_at`}
          + make_interval(hours => ${sessionLimits.idleHours}),
        min(g.valid_until) FILTER (WHERE g.valid_from <= now()),
        min(g.valid_from) FILTER (WHERE g.valid_from > now())
      ) - now()) * 1000)::float8 AS changes_in_ms
    FROM sessions s
    JOIN people p ON p.id = s.person_id AND p.is_active
    ${joinRights}
    WHERE s.id = ${sessionId} AND ${isLive}
    GROUP BY s.id, p.id, d.code`)
  if (!row) return null
  return {
    sessionId,
    actor: actorOf(row),
    changesInMs: row.changes_in_ms,
  }
}

/** Which sessions to end: one, all of a person, or all of a person but one. */
export type EndedSessions =
  | { sessionId: string; personId?: string }
  | { personId: string; except?: string }

/**
 * Ends them and tells every node when this transaction commits. Nothing that they wrote commits
 * after it: the documents that they came to get another access epoch, and what was judged under the
 * former one is refused. A command that records it too calls this first, since the rows of documents
 * are locked before the record is.
 */
export async function endSessions(tx: Tx, which: EndedSessions): Promise<string[]> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        isNull(sessions.endedAt),
        'sessionId' in which ? eq(sessions.id, which.sessionId) : undefined,
        which.personId ? eq(sessions.personId, which.personId) : undefined,
        'except' in which && which.except ? ne(sessions.id, which.except) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  if (ended.length === 0) return []
  const ids = ended.map(({ id }) => id)
  await tx.execute(sql`
    WITH reached AS (
      SELECT id FROM documents
      WHERE status = 'open'
        AND id IN (SELECT document_id FROM document_clients WHERE session_id IN ${ids})
      ORDER BY id FOR NO KEY UPDATE)
    UPDATE documents SET access_epoch = access_epoch + 1
    FROM reached WHERE documents.id = reached.id`)
  for (const id of ids) await tx.execute(sql`SELECT pg_notify(${sessionsChannel}, ${id})`)
  return ids
}

export interface OpenSession {
  id: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  userAgent: string | null
}

/** A session that would still be accepted. */
export const isOpenSession = sql`${sessions.endedAt} IS NULL AND ${sessions.expiresAt} > now()
  AND ${sessions.lastSeenAt} > now() - make_interval(hours => ${sessionLimits.idleHours})`

/** The sessions of a person that would still be accepted, the latest first. */
export function findOpenSessions(db: Database | Tx, personId: string): Promise<OpenSession[]> {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isOpenSession))
    .orderBy(desc(sessions.lastSeenAt))
}
