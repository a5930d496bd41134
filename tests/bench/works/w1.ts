import { percentile } from '../statistics.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

/** One document, many readers, one who types: how long until the others see it. */
export const w1: Work = {
  key: 'W1',
  title: 'one document, 100 clients, one types 10 times a second for 20 s',
  isFor: () => true,
  async measure({ stage, start, isQuick }) {
    const clients = isQuick ? 20 : 100
    const running = await start(paragraphs(40))
    const [documentId = ''] = await running.newDocuments(1)
    const { crowd } = stage
    await crowd.open(Array.from({ length: clients }, (_, each) => running.task(documentId, each)))
    // What is compiled and cached by being used is so before the measurement begins.
    await crowd.type(1, 10, isQuick ? 1 : 5)
    await crowd.quiet(500)
    await crowd.forget()
    const before = await running.cpu()
    await crowd.type(1, 10, isQuick ? 3 : 20)
    await crowd.quiet(500)
    const after = await running.cpu()
    const { latencies, missing } = await crowd.latencies()
    if (missing > 0) throw new Error(`${missing} edits were not seen`)
    return {
      'seen p50 (ms)': percentile(latencies, 0.5),
      'seen p99 (ms)': percentile(latencies, 0.99),
      'server CPU (ms)': after.server - before.server,
      'database CPU (ms)': after.database - before.database,
    }
  },
}
