/**
 * `npm run bench:register -- [--files 20000] [--json]`: what is asked of the register, the moments of the
 * past and home, with a tenth of the files and with all of them, in turns. How: docs/bench.md.
 */
import { parseArgs } from 'node:util'
import { startWatchdog } from '../setup/watchdog.ts'
import { measureRegister } from './register/register.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    requests: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
})
const watchdog = startWatchdog()
const summary = await measureRegister(watchdog, {
  files: Number(values.files),
  requests: Number(values.requests),
})
await watchdog.finish()

if (values.json) {
  console.log(JSON.stringify(summary, null, 2))
} else {
  const shown = (ms: number) => ms.toFixed(1)
  for (const { files, entries, events } of [summary.few, summary.many])
    console.log(`${files} files, ${entries} public entries, ${events} acts\n`)
  console.log(`| asked | a tenth: p50, p95 (ms) | all: p50, p95 (ms) | p50 of all to a tenth | p95 ≤ 100 ms | ≤ 1.2 |
| --- | --- | --- | --- | --- | --- |`)
  for (const { name, few, many, ratio, isQuick, isSteady } of summary.asked)
    console.log(
      `| ${name} | ${shown(few.p50)}, ${shown(few.p95)} | ${shown(many.p50)}, ${shown(many.p95)} | ${ratio.toFixed(2)} | ${isQuick ? 'yes' : 'no'} | ${isSteady ? 'yes' : 'no'} |`,
    )
}
