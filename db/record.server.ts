import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import { type Visibility, visibilityOf } from '#app/measures/visibility.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { findActorById } from './actors.server.ts'
import { digest, genesisHash, hashOf } from '#app/proof/event-hash.ts'
import { databaseTime } from './clock.server.ts'
import type { Tx } from './client.server.ts'
import { type Appended, queueMail } from './mail.server.ts'
import { project } from './projections/project.server.ts'
import { events } from './schema/record.ts'

/** Held from the first event of a transaction until commit: ids then commit in their order. */
const recordLock = 0x0c_0e_27

export interface Recorded {
  eventId: number
  at: Date
}

/**
 * The only writer of what acts change: it appends each event to the hash chain, applies it to the
 * tables and writes the mail that tells others of it, in the caller's transaction. State cannot be
 * saved without an event; it throws when given none. `about`: the audience of the comment that
 * these events follow up.
 */
export async function record(
  tx: Tx,
  actor: Actor | null,
  measure: Measure | null,
  happened: readonly RecordedEvent[],
  about: Audience | null = null,
): Promise<Recorded> {
  if (happened.length === 0) throw new Error('nothing happened: there is nothing to record')
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${recordLock})`)
  if (actor) await holdToRights(tx, actor)
  const { instant: at } = await databaseTime(tx)
  const appended: Appended[] = []
  for (const event of happened) {
    const measureId = event.type === 'file-opened' ? event.measureId : (measure?.id ?? null)
    const visibility = visibilityOf(event, measure, about)
    await project(tx, event, { measureId, actor, at, lane: visibility.lane })
    const eventId = await append(tx, event, { measureId, actor, at, visibility })
    appended.push({ eventId, event, visibility })
  }
  await queueMail(tx, actor, measure?.id ?? null, appended, at)
  // Delivered at commit: the relay of every node reads what is new.
  await tx.execute(sql`SELECT pg_notify('concert_events', '')`)
  const last = appended.at(-1)
  if (!last) throw new Error('nothing was recorded')
  return { eventId: last.eventId, at }
}

/** Thrown when a right was withdrawn between the request and its act; nothing of the act is kept. */
export class RightsWithdrawn extends Error {
  override name = 'RightsWithdrawn'
}

/**
 * Withdrawals are recorded too, under the same lock: one that committed before is seen here, and
 * any other commits after this act (security, property 5).
 */
async function holdToRights(tx: Tx, actor: Actor): Promise<void> {
  const now = await findActorById(tx, actor.personId)
  const isSame =
    now !== null &&
    now.delegation === actor.delegation &&
    actor.roles.every((role) => now.roles.includes(role)) &&
    (now.draftersMayRelease || !actor.draftersMayRelease)
  if (!isSame) throw new RightsWithdrawn(`${actor.personId} may no longer do this`)
}

interface Circumstances {
  measureId: string | null
  actor: Actor | null
  at: Date
  visibility: Visibility
}

async function append(
  tx: Tx,
  event: RecordedEvent,
  { measureId, actor, at, visibility }: Circumstances,
): Promise<number> {
  const [previous] = await tx.execute<{ id: number; hash: string; position: number }>(sql`
    SELECT coalesce(max(id), 0)::int AS id,
      coalesce((SELECT hash FROM events ORDER BY id DESC LIMIT 1), ${genesisHash}) AS hash,
      coalesce((SELECT max(position) FROM events WHERE measure_id = ${measureId}), 0)::int AS position
    FROM events`)
  if (!previous) throw new Error('the record gave no end')
  const id = previous.id + 1
  const position = measureId ? previous.position + 1 : null
  const content = canonicalJson(event)
  const envelope = {
    id,
    measureId,
    position,
    type: event.type,
    personId: actor?.personId ?? null,
    delegation: actor?.delegation ?? null,
    lane: visibility.lane,
    audience: visibility.audience,
    contentHash: digest(content),
    previousHash: previous.hash,
    salt: randomBytes(16).toString('hex'),
  }
  const hash = hashOf({ ...envelope, at: at.toISOString() })
  await tx.insert(events).values({ ...envelope, at, content, hash })
  return id
}
