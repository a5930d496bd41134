import { asc, gt } from 'drizzle-orm'
import { digest, type Envelope, genesisHash, hashOf } from '#app/proof/event-hash.ts'
import type { Database, Tx } from './client.server.ts'
import { events } from './schema/record.ts'
import { findStubs } from './stubs.server.ts'

/**
 * The hash chain of the record: each event's hash is over what stands beside its content, the hash of the
 * content, and the hash of the event before. Whoever has noted the last hash elsewhere can tell whether
 * anything up to there was changed, taken out, put in or moved, also by an administrator (security, row 39).
 */

/** A place in the record, to be noted elsewhere. */
export interface Head {
  eventId: number
  hash: string
}

export type ChainFault =
  /** No event has this number, and later ones follow. */
  | 'missing'
  /** The content is not the one that was hashed. */
  | 'content-changed'
  /** What the content says that it is, or its place in its file, is not what stands beside it. */
  | 'type-changed'
  | 'position-changed'
  /** It names another event before it than the one that is there. */
  | 'not-linked'
  /** Something beside the content is not what was hashed. */
  | 'changed'
  /** The record ends before a place that was noted. */
  | 'cut-off'
  /** At the place that was noted stood another event. */
  | 'rewritten'

export type Verdict = { ok: true; head: Head } | { ok: false; eventId: number; fault: ChainFault }

type Row = typeof events.$inferSelect

/** How many events are read at once. */
const batch = 1_000

/**
 * Goes through the whole record in order, and names the first event at which it does not hold. `noted`: a
 * head that was written down at some time; without one, events that were cut off at the end are not missed.
 * `see` is told the hash of each event that holds.
 */
export async function verifyChain(
  db: Database | Tx,
  noted: Head | null = null,
  see: (hash: string) => void = () => {},
): Promise<Verdict> {
  const positions = new Map<string, number>()
  const stubs = (await findStubs(db)).acts
  let head: Head = { eventId: 0, hash: genesisHash }
  for (;;) {
    const rows = await db
      .select()
      .from(events)
      .where(gt(events.id, head.eventId))
      .orderBy(asc(events.id))
      .limit(batch)
    for (const row of rows) {
      const fault = faultOf(row, head, positions, stubs)
      if (fault === 'missing') return { ok: false, eventId: head.eventId + 1, fault }
      if (fault) return { ok: false, eventId: row.id, fault }
      if (row.measureId && row.position) positions.set(row.measureId, row.position)
      head = { eventId: row.id, hash: row.hash }
      if (noted?.eventId === row.id && noted.hash !== row.hash)
        return { ok: false, eventId: row.id, fault: 'rewritten' }
      see(row.hash)
    }
    if (rows.length < batch) break
  }
  if (noted && noted.eventId > head.eventId)
    return { ok: false, eventId: head.eventId + 1, fault: 'cut-off' }
  return { ok: true, head }
}

function faultOf(
  row: Row,
  before: Head,
  positions: ReadonlyMap<string, number>,
  stubs: ReadonlyMap<number, string>,
): ChainFault | null {
  const { id, measureId, position, type, content, contentHash, previousHash, hash } = row
  if (id !== before.eventId + 1) return 'missing'
  // Where words were withheld, another act names what stands there instead (row 46).
  if (digest(content) !== (stubs.get(id) ?? contentHash)) return 'content-changed'
  if (typeIn(content) !== type) return 'type-changed'
  const expected = measureId ? (positions.get(measureId) ?? 0) + 1 : null
  if (position !== expected) return 'position-changed'
  if (previousHash !== before.hash) return 'not-linked'
  return hash === hashOf(envelopeOf(row)) ? null : 'changed'
}

/** A row of the record as it was hashed. */
export function envelopeOf({ at, ...row }: Row): Envelope {
  const { id, measureId, position, type, personId, delegation, lane, audience } = row
  const { contentHash, previousHash, salt } = row
  return {
    id,
    measureId,
    position,
    type,
    at: at.toISOString(),
    personId,
    delegation,
    lane,
    audience,
    contentHash,
    previousHash,
    ...(salt !== null && { salt }),
  }
}

function typeIn(content: string): unknown {
  try {
    const event: unknown = JSON.parse(content)
    return typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined
  } catch {
    return undefined
  }
}
