import { spreadOf } from '../statistics.ts'
import type { Stretch } from './screen.ts'
import type { ServerFigures } from './server.ts'
import type { Visit } from './visit.ts'

export interface RoomFigures {
  comments: number
  threads: number
  /** Processes that wanted to run when it began, over 1, 5 and 15 minutes. */
  load: number[]
  server: Record<string, ServerFigures>
  browser: Visit[]
}

const stretches = {
  opening: 'opening the room',
  wheelText: 'scrolling the text by wheel',
  wheelThreads: 'scrolling the comments by wheel',
  keys: 'from comment to comment by key',
  typing: 'typing a comment',
  arriving: 'a comment arrives',
} as const satisfies { [Name in keyof Visit]?: string }

/** The figures as the tables of docs/bench.md; in the browser the median of the rounds. */
export function roomReport({ comments, threads, load, server, browser }: RoomFigures): string {
  const median = (pick: (visit: Visit) => number) => spreadOf(browser.map(pick)).median
  const of = (name: keyof typeof stretches, pick: (stretch: Stretch) => number) =>
    median((visit) => pick(visit[name])).toFixed(0)
  const lines = [
    `${comments} comments in ${threads} threads; load ${load.join(', ')}`,
    '',
    '| at the server | p50 (ms) | p95 (ms) | its processor (ms) | answer (KB) | compressed (KB) |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(server).map(
      ([name, { p50, p95, work, kilobytes, compressed }]) =>
        `| ${name} | ${[p50, p95, work, kilobytes, compressed].map((value) => value.toFixed(0)).join(' | ')} |`,
    ),
    '',
    '| in the browser | long tasks | longest (ms) | long by processor | longest (ms) | longest between pictures (ms) | answered p95 (ms) |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(stretches).map(([key, name]) => {
      const stretch = key as keyof typeof stretches
      const cells = [
        of(stretch, ({ long }) => long),
        of(stretch, ({ longest }) => longest),
        of(stretch, ({ longWork }) => longWork),
        of(stretch, ({ longestWork }) => longestWork),
        of(stretch, ({ gap }) => gap),
        of(stretch, ({ p95 }) => p95),
      ]
      return `| ${name} | ${cells.join(' | ')} |`
    }),
    '',
    `readable after ${median(({ readableMs }) => readableMs).toFixed(0)} ms, usable after ${median(({ usableMs }) => usableMs).toFixed(0)} ms; a comment arrived after ${median(({ arrivedMs }) => arrivedMs).toFixed(0)} ms; ${median(({ elements }) => elements)} elements`,
  ]
  return lines.join('\n')
}
