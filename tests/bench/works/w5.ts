import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { Typing } from '../client.ts'
import { now } from '../clock.ts'
import type { ContenderName } from '../contenders.ts'
import { percentile } from '../statistics.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

/** In all rounds together; less where a trial takes long because stores are seconds apart. */
const killsOf = { concert: 50, other: 12 } as const
/** What rounds that went well have done of them: one that failed is made up for by those after it. */
const done = new Map<ContenderName, number>()
/** Milliseconds of typing within which it happens: longer than Hocuspocus takes to store. */
const longestOf = { concert: 2_000, other: 12_000 } as const

/** Killed at a random moment under typing: what was acknowledged and is not in the database. */
export const w5: Work = {
  key: 'W5',
  title:
    '2 clients type 20 times a second, kill -9 at a random moment, 50 times in all (12 for others)',
  isFor: ({ isDurable }) => isDurable,
  async measure({ stage, contender, start, roundsLeft, isQuick }) {
    const kind = contender.name === 'concert' ? 'concert' : 'other'
    const before = done.get(contender.name) ?? 0
    const kills = isQuick ? 2 : Math.ceil((killsOf[kind] - before) / roundsLeft)
    const { crowd } = stage
    const waits: number[] = []
    const lostMs: number[] = []
    let lost = 0
    let documentId: string | undefined
    for (let kill = 0; kill < kills; kill++) {
      const running = await start(paragraphs(4))
      documentId ??= (await running.newDocuments(1))[0] ?? ''
      await crowd.open([0, 1].map((each) => running.task(documentId ?? '', each)))
      await crowd.expectEnd()
      const longest = isQuick ? 1_000 : longestOf[kind]
      const typing = crowd.type(2, 20, longest / 1000 + 0.5, 'numbered')
      await wait(200 + Math.random() * longest)
      const killedAt = now()
      await running.end('SIGKILL')
      await typing
      const typings = await crowd.typings()
      const gone = lostOf(typings, await running.stored(documentId))
      lost += gone.length
      lostMs.push(killedAt - Math.min(killedAt, ...gone.map(({ at }) => at)))
      waits.push(...waitsOf(typings))
      await crowd.close()
    }
    done.set(contender.name, before + kills)
    const ascending = Float64Array.from(waits).sort()
    return {
      'acknowledged and lost (edits)': lost,
      'work lost, median (ms)': percentile(Float64Array.from(lostMs).sort(), 0.5),
      'acknowledged p50 (ms)': percentile(ascending, 0.5),
      'acknowledged p99 (ms)': percentile(ascending, 0.99),
      kills,
    }
  },
}

/** What was acknowledged and does not stand in the text exactly once. */
function lostOf(typings: readonly Typing[], doc: Y.Doc | null) {
  const text = doc?.getXmlFragment('text').toString() ?? ''
  return typings
    .flatMap(({ typed }) => typed)
    .filter(({ words, acknowledgedAt }) => {
      return acknowledgedAt !== null && text.split(words).length !== 2
    })
}

function waitsOf(typings: readonly Typing[]): number[] {
  return typings.flatMap(({ typed }) =>
    typed.flatMap(({ at, acknowledgedAt }) => (acknowledgedAt === null ? [] : acknowledgedAt - at)),
  )
}
