import { measureBusyDay } from '../busy-day/busy-day.ts'
import { paragraphs } from '../texts.ts'
import type { Work } from '../work.ts'

/** Many people in one file, who comment and say where they stand: how long until all screens have it. */
export const w6: Work = {
  key: 'W6',
  title: '150 people in one file, 30 comments and positions a second for 20 s',
  isFor: ({ name }) => name === 'concert',
  async measure({ stage, start, isQuick }) {
    const running = await start(paragraphs(1))
    return measureBusyDay(stage, running, { perSecond: 30, seconds: isQuick ? 4 : 20, seed: 1 })
  },
}
