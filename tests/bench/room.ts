/**
 * `npm run bench:room -- [--json] [--comments 600] [--openings 40] [--rounds 3]`: the comments room and
 * the compiled table of a draft of 60 pages, at the server and in a real Chromium. What is measured
 * how: docs/bench.md.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { referenceInAddress } from '../../app/measures/measure.ts'
import { openDatabase } from '../../db/client.server.ts'
import { startCluster } from '../../db/cluster.server.ts'
import { loadDelegationsOffices } from '../../db/delegations.server.ts'
import { migrateDatabase } from '../../db/migrate.server.ts'
import { launchChromium } from '../browser/chromium.ts'
import { startPortal } from '../setup/portal.ts'
import { startWatchdog } from '../setup/watchdog.ts'
import { passagesIn } from './room/draft.ts'
import { commentOn, fillCrowdedFile, release } from './room/file.ts'
import { roomReport, type RoomFigures } from './room/report.ts'
import { openScreen } from './room/screen.ts'
import { measureServer } from './room/server.ts'
import { visitRoom } from './room/visit.ts'
import { signIn } from './sign-in.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    comments: { type: 'string', default: '600' },
    openings: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
  },
})

const watchdog = startWatchdog()
const cluster = await startCluster({ dataDir: watchdog.makeFolder('room'), say: () => {} })
await migrateDatabase(cluster.url)
const database = openDatabase(cluster.url)
const { db } = database
await db.transaction(loadDelegationsOffices)
const load = loadavg().map((value) => Math.round(value * 100) / 100)
const file = await fillCrowdedFile(db, Number(values.comments))
const portal = await startPortal(watchdog, { DATABASE_URL: cluster.url })
const browser = await launchChromium()
const { origin } = portal
const room = `/files/${referenceInAddress(file.reference)}/versions/${file.number}`
const cookies = {
  owner: await signIn(db, origin, file.owner),
  guest: await signIn(db, origin, file.guest),
}
const figures: RoomFigures = {
  comments: file.comments,
  threads: file.threads,
  load,
  server: {},
  browser: [],
}
for (const [who, cookie] of Object.entries(cookies)) {
  for (const [page, path] of Object.entries({ room, table: `${room}/table` })) {
    const name = `${page}, ${who}`
    const { pid = 0 } = portal.child
    figures.server[name] = await measureServer(origin + path, cookie, Number(values.openings), pid)
  }
}
const [passage] = passagesIn(2)
if (!passage) throw new Error('the draft has no words')
for (let round = 0; round < Number(values.rounds); round++) {
  const page = await openScreen(browser, origin, cookies.owner)
  figures.browser.push(
    await visitRoom(page, room, () => release(db, file.guest, file, commentOn(passage, round))),
  )
  await page.context().close()
}
await browser.close()
await portal.stop()
await database.close()
await cluster.stop()
await watchdog.finish()
console.log(values.json ? JSON.stringify(figures, null, 2) : roomReport(figures))
