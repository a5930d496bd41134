import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sumOf, tallyUp, type Results } from './tally.ts'
import { wayNames } from './ways.ts'

/**
 * `npm run bench:anchors -- --json`: random scripts, and what became of the words in each. The README
 * beside this file says what is counted. Exit code 1 if ours was wrong once, or has dropped words.
 */

const share = process.env.ANCHOR_SHARE?.split(' ').map(Number)
const hasTables = process.argv.includes('--tables')
if (share) process.send?.(tallyUp(share[0] ?? 0, share[1] ?? 0, wayNames, { hasTables }))
else await main()

async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      tables: { type: 'boolean', default: false },
      scripts: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '1' },
    },
  })
  const [scripts, seed] = [Number(values.scripts), Number(values.seed)]
  const started = performance.now()
  const { tallies, failures } = sumOf(await runAll(seed, scripts, Number(values.workers)))
  const seconds = Math.round((performance.now() - started) / 1000)

  const { ours, ...others } = tallies
  if (values.json) console.log(JSON.stringify({ ...ours, seed, seconds, others }))
  else {
    console.table(tallies)
    console.log(`${scripts} scripts from seed ${seed} in ${seconds} s`)
  }
  for (const { seed, verdict, claim, edits } of failures) {
    console.error(`seed ${seed} ${verdict}: ${claim} after ${edits}`)
  }
  if (failures.length > 0) process.exitCode = 1
}

/** In this process, or the seeds shared out among several. */
async function runAll(seed: number, scripts: number, workers: number): Promise<Results[]> {
  if (workers <= 1) return [tallyUp(seed, scripts, wayNames, { hasTables })]
  const each = Math.ceil(scripts / workers)
  return Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const from = seed + index * each
      return runApart(from, Math.min(each, Math.max(0, seed + scripts - from)))
    }),
  )
}

function runApart(from: number, scripts: number): Promise<Results> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ANCHOR_SHARE: `${from} ${scripts}` }
    const child = fork(fileURLToPath(import.meta.url), hasTables ? ['--tables'] : [], {
      env,
      serialization: 'advanced',
    })
    child.once('message', (results: Results) => resolve(results))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`a share of the scripts ended with ${code}`)))
  })
}
