import { writeLongText, type LongText } from '../long-text.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

/** Written once for all rounds: that takes longer than all the rest. */
let written: LongText | null = null

/** A text with a long past, opened by the first who comes to a server that has just been started. */
export const w4: Work = {
  key: 'W4',
  title:
    'a document of 260 000 edits, server just started: from connecting until the text is there',
  isFor: ({ isDurable }) => isDurable,
  async measure({ stage, start, isQuick }) {
    written ??= writeLongText(isQuick ? 10_000 : 260_000)
    const before = await start(paragraphs(1))
    const documentId = await before.storeLongText(written)
    await before.end('SIGTERM')
    const running = await start(paragraphs(1))
    const task = running.task(documentId, 0)
    const { bytes, applied } = await stage.crowd.load(task, written)
    return {
      'text there after (ms)': applied,
      'its bytes there after (ms)': bytes,
      'size (KB)': written.state.byteLength / 1024,
    }
  },
}
