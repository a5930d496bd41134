/**
 * `npm run soak -- --minutes 30 --seed 1`: people type into two texts over two nodes, while nodes are
 * killed, paused and stopped, lines cut and lost, connections of the database ended, rights withdrawn,
 * sessions ended and texts frozen. Every so often everything heals, and the screens must show what the
 * log says. What does not hold is printed with the seed and ends the run with code 1.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { newSeed, soak } from './soak.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string' } },
})
const minutes = Number(values.minutes)
const seed = values.seed === undefined ? newSeed() : Number(values.seed)
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('usage: npm run soak -- [--minutes 30] [--seed 1]')
  process.exit(1)
}
console.log(`soak: ${minutes} minutes, seed ${seed}`)
const deadline = new AbortController()
void wait(minutes * 60_000, null, { ref: false }).then(() => deadline.abort())
const report = await soak({
  seed,
  stepsOfRound: 400,
  end: deadline.signal,
  say: (line) => console.log(line),
})
console.log(JSON.stringify(report, null, 2))
process.exit(report.violations.length > 0 ? 1 : 0)
