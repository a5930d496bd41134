import { randomUUID } from 'node:crypto'
import { schemaVersion } from '../../app/text/schema.ts'
import type { OpenDatabase } from '../../db/client.server.ts'
import { renewSnapshot } from '../../db/document-text.server.ts'
import { documents } from '../../db/schema/documents.ts'
import { openDraft, signIn } from '../realtime/portal.ts'
import { doc } from '../text/sample.ts'
import type { LongText } from './long-text.ts'

const rowsTogether = 10_000
/** The live text makes a snapshot every 500 updates: half as many stand behind the last, on average. */
const tail = 250

/** A draft whose log holds these updates, each a row, with a snapshot a little before its end. */
export async function storeLog(database: OpenDatabase, { updates }: LongText): Promise<string> {
  const { measureId } = await openDraft(database, doc())
  const { personId } = await signIn(database, 'nl-drafter')
  const id = randomUUID()
  const head = updates.length
  await database.db
    .insert(documents)
    .values({ id, measureId, purpose: 'draft', head, schemaVersion })
  for (let begin = 0; begin < head; begin += rowsTogether) {
    const rows = updates.slice(begin, begin + rowsTogether)
    await database.sql`
      INSERT INTO document_updates (document_id, seq, person_id, delegation, update)
      SELECT ${id}, seq, ${personId}, 'NL', decode(update, 'base64')
      FROM unnest(
        ${rows.map((_, index) => begin + index + 1)}::bigint[],
        ${rows.map((update) => Buffer.from(update).toString('base64'))}::text[]
      ) AS row (seq, update)`
  }
  await database.sql`ANALYZE document_updates`
  await renewSnapshot(database.db, id, head - tail)
  return id
}
