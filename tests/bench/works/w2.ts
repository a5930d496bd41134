import { untilDurable } from '../durable.ts'
import { percentile } from '../statistics.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

/** One document, many who type: what an update costs, and when the last one is safe. */
export const w2: Work = {
  key: 'W2',
  title: 'one document, 20 clients, each types 50 times a second for 10 s',
  isFor: () => true,
  async measure({ stage, contender, start, isQuick }) {
    const running = await start(paragraphs(40))
    const [documentId = ''] = await running.newDocuments(1)
    const { crowd } = stage
    await crowd.open(Array.from({ length: 20 }, (_, each) => running.task(documentId, each)))
    await crowd.type(20, 50, isQuick ? 0.2 : 2)
    await crowd.quiet(500)
    await crowd.forget()
    const before = await running.cpu()
    await crowd.type(20, 50, isQuick ? 2 : 10)
    const durable = contender.isDurable
      ? await untilDurable(contender, running, crowd, documentId)
      : null
    await crowd.quiet(500)
    const after = await running.cpu()
    const { latencies, missing, messages } = await crowd.latencies()
    if (missing > 0) throw new Error(`${missing} edits were not seen`)
    const perUpdate = (ms: number) => (ms * 1000) / latencies.length
    return {
      'server CPU per delivered update (µs)': perUpdate(after.server - before.server),
      'with its database (µs)': perUpdate(
        after.server - before.server + after.database - before.database,
      ),
      ...(durable !== null && { 'last edit durable after (ms)': durable }),
      'seen p50 (ms)': percentile(latencies, 0.5),
      'seen p99 (ms)': percentile(latencies, 0.99),
      'messages received': messages,
    }
  },
}
