import type { Memory } from '../server-process.ts'
import { slopeOf } from '../statistics.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

const clientsEach = 3

/** Many documents at once, each with a few people who type slowly: what one more open document costs. */
export const w3: Work = {
  key: 'W3',
  title: '200 documents, 3 clients each, each types once a second',
  isFor: ({ name }) => name !== 'ws-relay' && name !== 'socket-io-relay',
  async measure({ stage, start, isQuick }) {
    const steps = 4
    const perStep = isQuick ? 10 : 50
    const running = await start(paragraphs(40))
    const { crowd } = stage
    const points: { documents: number; memory: Memory }[] = []
    const clients = (documents: number) => documents * clientsEach
    for (let documents = perStep; documents <= perStep * steps; documents += perStep) {
      const added = await running.newDocuments(perStep)
      await crowd.open(
        added.flatMap((documentId, index) =>
          Array.from({ length: clientsEach }, (_, each) =>
            running.task(documentId, index * clientsEach + each),
          ),
        ),
      )
      // A document counts as open once it has been written in: before that it need not be read.
      await crowd.type(clients(documents), 1, isQuick ? 1 : 4)
      await crowd.quiet(500)
      points.push({ documents, memory: await running.memory() })
    }
    await crowd.forget()
    const before = await running.cpu()
    await crowd.type(clients(perStep * steps), 1, isQuick ? 2 : 20)
    await crowd.quiet(500)
    const after = await running.cpu()
    const { missing } = await crowd.latencies()
    if (missing > 0) throw new Error(`${missing} edits were not seen`)
    const perDocument = (of: keyof Memory) =>
      slopeOf(points.map(({ documents, memory }) => ({ x: documents, y: memory[of] / 1024 })))
    return {
      'RSS per open document (KB)': perDocument('rss'),
      'live memory per open document (KB)': perDocument('live'),
      'server CPU (ms)': after.server - before.server,
      'with its database (ms)': after.server - before.server + after.database - before.database,
      'RSS with all open (MB)': (points.at(-1)?.memory.rss ?? Number.NaN) / 2 ** 20,
    }
  },
}
