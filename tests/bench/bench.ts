/**
 * Measures live texts against other servers of the kind, all on this machine:
 * `npm run bench:realtime -- [--json] [--only W1,W2] [--servers concert,hocuspocus] [--rounds N] [--quick]
 * [--profile FOLDER]`. What is measured how: docs/bench.md.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { contenders, type Running } from './contenders.ts'
import { asMarkdown, summaryOf, type Result } from './report.ts'
import { setStage, type Stage } from './stage.ts'
import type { Figures, Work } from './work.ts'
import { works } from './works/works.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    servers: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
const isAsked = (list: string | undefined, name: string) => !list || list.split(',').includes(name)

const rounds = Number(values.rounds)
const stage = await setStage()
const results: Result[] = []
const problems: string[] = []
const since = new Date()
const load: number[] = []
for (let round = 1; round <= rounds; round++) {
  load.push(loadavg()[0] ?? Number.NaN)
  for (const work of works.filter(({ key }) => isAsked(values.only, key))) {
    for (const contender of contenders) {
      if (!work.isFor(contender) || !isAsked(values.servers, contender.name)) continue
      const figures = await measure(stage, work, contender, rounds - round + 1)
      if (figures) results.push({ work: work.key, server: contender.name, round, figures })
    }
  }
}
await stage.close()
const summary = summaryOf({ works, results, problems, since, load })
// The table is for people, and what a program asked for stays readable for it.
if (values.json) console.log(JSON.stringify(summary, null, 2))
const show = values.json ? console.error : console.log
show(asMarkdown(summary))
if (problems.length > 0) process.exitCode = 1

/** One server, from its start to its end; null when it did not do the work. */
async function measure(
  stage: Stage,
  work: Work,
  contender: (typeof contenders)[number],
  roundsLeft: number,
): Promise<Figures | null> {
  const started: Running[] = []
  console.error(`${work.key} ${contender.title}`)
  try {
    const figures = await work.measure({
      stage,
      contender,
      roundsLeft,
      isQuick: values.quick,
      async start(text) {
        const running = await contender.start(stage, text, { profileFolder: values.profile })
        started.push(running)
        return running
      },
    })
    console.error(figures)
    return figures
  } catch (error) {
    problems.push(`${work.key} ${contender.title}: ${error}`)
    console.error(error)
    return null
  } finally {
    await stage.crowd.close()
    for (const running of started) await running.end('SIGTERM')
  }
}
