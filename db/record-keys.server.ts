import { asc, eq } from 'drizzle-orm'
import { eventSchema, type EventOf } from '#app/measures/events.ts'
import { openNote, readVerifier, type Verifier } from '#app/proof/signed-note.ts'
import type { Database, Tx } from './client.server.ts'
import { events } from './schema/record.ts'

/** A key that the record says checkpoints are signed with. */
export interface RecordKey {
  /** Of the event that introduced it: it signs what comes after. */
  eventId: number
  verifier: Verifier
  /** first: there was none before; endorsed: the former key vouches for it; replaced: nobody does. */
  standing: 'first' | 'endorsed' | 'replaced'
  reason: string
}

/** In the order in which they were introduced; the last one signs now. */
export async function findRecordKeys(db: Database | Tx): Promise<RecordKey[]> {
  const rows = await db
    .select({ id: events.id, content: events.content })
    .from(events)
    .where(eq(events.type, 'record-key-introduced'))
    .orderBy(asc(events.id))
  const keys: RecordKey[] = []
  for (const { id, content } of rows) {
    const event = eventSchema.parse(JSON.parse(content))
    if (event.type !== 'record-key-introduced') throw new Error(`event ${id} introduces no key`)
    const verifier = readVerifier(event.verifier)
    if (!verifier) throw new Error(`event ${id} names no key`)
    const { reason } = event
    keys.push({ eventId: id, verifier, standing: standingOf(event, keys.at(-1)), reason })
  }
  return keys
}

function standingOf(
  { verifier, endorsement }: EventOf<'record-key-introduced'>,
  former: RecordKey | undefined,
): RecordKey['standing'] {
  if (!former) return 'first'
  const isEndorsed =
    endorsement !== null && openNote(endorsement, former.verifier) === `${verifier}\n`
  return isEndorsed ? 'endorsed' : 'replaced'
}

/** The one that signs a checkpoint of that many events: the last that was introduced by one of them. */
export function keyAt(keys: readonly RecordKey[], size: number): RecordKey | undefined {
  return keys.findLast(({ eventId }) => eventId <= size)
}

/** The keys of which one has to have signed a checkpoint of that many events. */
export function verifiersAt(keys: readonly RecordKey[], size: number): Verifier[] {
  const key = keyAt(keys, size)
  return key ? [key.verifier] : []
}

/** Whether checkpoints are signed with that key where this is the last one that the record names. */
export function signsNow(last: RecordKey | undefined, { name, publicKey }: Verifier): boolean {
  if (!last) return false
  const { verifier } = last
  return verifier.name === name && Buffer.from(verifier.publicKey).equals(publicKey)
}
