/**
 * `npm run verify -- --database [--noted NUMBER:HASH]`: goes through the whole record of DATABASE_URL, or
 * of the portal's own database, and says whether its hash chain holds. What it prints at the end can be
 * noted elsewhere and given the next time: then nothing up to there can have been changed unnoticed.
 */
import { parseArgs } from 'node:util'
import { readSettings, type Settings } from '#app/env.server.ts'
import { verifyChain, type ChainFault, type Head } from '#db/chain.server.ts'
import { findServerFault, openDatabase } from '#db/client.server.ts'
import { startCluster } from '#db/cluster.server.ts'

/** What the operator can put right; its message is all they need to see. */
class Problem extends Error {}

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

async function main() {
  const noted = readArguments()
  const read = readSettings(process.env)
  if (!read.ok) throw new Problem(read.problem)
  const { url, stop } = await reachDatabase(read.settings)
  const database = openDatabase(url, { connections: 1 })
  try {
    const fault = await findServerFault(database.sql)
    if (fault) throw new Problem(fault)
    const verdict = await verifyChain(database.db, noted)
    if (!verdict.ok) throw new Problem(`not valid: event ${verdict.eventId} ${said[verdict.fault]}`)
    console.log(
      `valid: ${verdict.head.eventId} events\nnote elsewhere: ${verdict.head.eventId}:${verdict.head.hash}`,
    )
  } finally {
    await database.close()
    await stop()
  }
}

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

/** Beside a portal that runs: its own database is adopted, and left running. */
async function reachDatabase({ databaseUrl, dataDir }: Settings) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} }
  return startCluster({ dataDir, say: () => {} })
}

main().catch((error: unknown) => {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
})
