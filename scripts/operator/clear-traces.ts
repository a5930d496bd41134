/**
 * `npm run clear-traces`: after something was purged, writes every table of the portal's database anew, so that
 * no free space in its files holds what was deleted. Nobody can work meanwhile. docs/purge.md says what else
 * holds traces, and what is to be done about it.
 */
import { checkpoint, clearTraces } from '#db/traces.server.ts'
import { operate, Problem } from './operate.ts'

operate(readArguments, async (_task: null, { database: { sql } }) => {
  const tables = await clearTraces(sql)
  const isDone = await checkpoint(sql)
  return [
    `${tables} tables were written anew`,
    isDone
      ? 'a checkpoint was made: older parts of the write-ahead log will be written over'
      : 'no checkpoint was made: have somebody make one who may (CHECKPOINT)',
    'not reached: the write-ahead log and its archive, replicas, backups, copies outside; see docs/purge.md',
  ].join('\n')
})

function readArguments(): null {
  if (process.argv.length > 2) throw new Problem('usage: npm run clear-traces')
  return null
}
