import { setTimeout as wait } from 'node:timers/promises'
import { findLastEventId } from '../../../db/event-headers.server.ts'
import type { Running } from '../contenders.ts'
import type { Stage } from '../stage.ts'
import { percentile } from '../statistics.ts'
import type { Figures } from '../work.ts'
import { Acts } from './acts.ts'
import { actsAfter, hashOfPage, type RecordedAct } from './expected.ts'
import { fillBusyFile, type Seat } from './scene.ts'
import type { ScreenReport } from './screen.ts'
import { Screens } from './screens.ts'

interface BusyDay {
  perSecond: number
  seconds: number
  seed: number
}

/** What is compiled and cached by being used is so before the measurement begins. */
const rehearsalSeconds = 3
/** So long screens may take to hear of the last act before it counts as missing. */
const patienceMs = 30_000

/**
 * 150 people in one file, comments and positions on it: from the moment that an act was recorded to
 * the moment that its outcome is among the data of every screen whose reader may see it.
 */
export async function measureBusyDay(
  stage: Stage,
  running: Running,
  { perSecond, seconds, seed }: BusyDay,
): Promise<Figures> {
  const { db } = stage.database
  const { origin } = running.task('', 0)
  const file = await fillBusyFile(stage.database, origin)
  const { reference, path, seats } = file
  const screens = new Screens(stage.watchdog)
  try {
    await screens.enter(seats.map(({ cookie }) => ({ origin, path, cookie })))
    await new Acts(origin, file, seed + 1).play(perSecond, rehearsalSeconds)
    await screens.quiet()

    const begin = await findLastEventId(db)
    const before = await running.cpu()
    const acts = new Acts(origin, file, seed)
    await acts.play(perSecond, seconds)
    const after = await running.cpu()
    await acts.close()
    if (acts.failures.length > 0) throw new Error(`acts failed: ${acts.failures.join('\n')}`)

    const recorded = await actsAfter(db, reference, begin)
    const reports = await reportsOnceAll(screens, recorded, seats)
    const seen = outcomes(recorded, seats, reports)
    const latencies = Float64Array.from(seen.flatMap(({ ms }) => ms ?? [])).sort()
    const hashes = await screens.hashes()
    let others = 0
    for (const [index, { actor }] of seats.entries())
      if (hashes[index] !== (await hashOfPage(db, actor, reference))) others += 1
    const answered = Float64Array.from(acts.took).sort()
    return {
      'on screens p50 (ms)': percentile(latencies, 0.5),
      'on screens p95 (ms)': percentile(latencies, 0.95),
      'on screens p99 (ms)': percentile(latencies, 0.99),
      missing: seen.length - latencies.length,
      doubled: reports.reduce((sum, { doubled }) => sum + doubled, 0),
      'screens that hold something else than the page': others,
      'outcomes to be seen': seen.length,
      'questions of screens': reports.reduce((sum, { questions }) => sum + questions, 0),
      'form answered p50 (ms)': percentile(answered, 0.5),
      'form answered p95 (ms)': percentile(answered, 0.95),
      'server CPU (ms)': after.server - before.server,
      'database CPU (ms)': after.database - before.database,
    }
  } finally {
    screens.end()
  }
}

/** Each act with each screen whose reader may see it, and how long it took; undefined: it is not there. */
function outcomes(
  recorded: readonly RecordedAct[],
  seats: readonly Seat[],
  reports: readonly ScreenReport[],
): { ms: number | undefined }[] {
  return seats.flatMap(({ actor }, index) => {
    const seenAt = new Map(reports[index]?.seenAt)
    return recorded
      .filter((act) => act.isFor(actor))
      .map(({ name, at }) => {
        const seen = seenAt.get(name)
        return { ms: seen === undefined ? undefined : seen - at }
      })
  })
}

async function reportsOnceAll(
  screens: Screens,
  recorded: readonly RecordedAct[],
  seats: readonly Seat[],
): Promise<ScreenReport[]> {
  const giveUp = Date.now() + patienceMs
  for (;;) {
    const reports = await screens.reports()
    const isMissing = outcomes(recorded, seats, reports).some(({ ms }) => ms === undefined)
    if (!isMissing || Date.now() > giveUp) return reports
    await wait(500)
  }
}
