/**
 * `npm run verify -- --database [--noted NUMBER:HASH]`: goes through the whole record of DATABASE_URL, or
 * of the portal's own database, and says whether its hash chain holds. What it prints at the end can be
 * noted elsewhere and given the next time: then nothing up to there can have been changed unnoticed.
 */
import { parseArgs } from 'node:util'
import { verifyChain, type ChainFault, type Head } from '#db/chain.server.ts'
import { operate, Problem } from './operate.ts'

const usage = 'usage: npm run verify -- --database [--noted NUMBER:HASH, as it was printed before]'

const said: Readonly<Record<ChainFault, string>> = {
  missing: 'is missing, though later ones are there',
  'content-changed': 'has another content than was recorded',
  'type-changed': 'is called something else than its content says',
  'position-changed': 'stands elsewhere in its file than was recorded',
  'not-linked': 'does not follow the event before it',
  changed: 'was changed beside its content',
  'cut-off': 'was there when its hash was noted, or one after it, and the record ends before it',
  rewritten: 'is another one than the one whose hash was noted',
}

operate(readArguments, async (noted, { database }) => {
  const verdict = await verifyChain(database.db, noted)
  if (!verdict.ok) throw new Problem(`not valid: event ${verdict.eventId} ${said[verdict.fault]}`)
  const { eventId, hash } = verdict.head
  return `valid: ${eventId} events\nnote elsewhere: ${eventId}:${hash}`
})

function readArguments(): Head | null {
  const { values } = parseArgs({
    options: { database: { type: 'boolean' }, noted: { type: 'string' } },
    strict: false,
  })
  if (values.database !== true) throw new Problem(usage)
  if (values.noted === undefined) return null
  const [, eventId, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(values.noted)) ?? []
  if (!eventId || !hash) throw new Problem(usage)
  return { eventId: Number(eventId), hash }
}
