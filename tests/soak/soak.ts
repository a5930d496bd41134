import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { canonicalJson } from '#app/text/canonical.ts'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { findDocument } from '#db/document-log.server.ts'
import { pauseDocument, reopenDocument } from '#db/documents.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { Screen } from './screen.ts'
import { openWorld, type World } from './world.ts'

export interface Report {
  seed: number
  steps: number
  marks: number
  updates: number
  /** How often each thing was done to them. */
  faults: Record<string, number>
  /** Copies that were given up with words that were kept for copying. */
  refusals: number
  /** How often saved words were looked for in the log, and all screens compared with it. */
  looks: number
  comparisons: number
  longestHealingMs: number
  violations: string[]
}

export const newSeed = () => randomInt(2 ** 31)

const keys = ['nl-drafter', 'nl-second-drafter', 'nl-representative', 'nl-deputy', 'nl-drafter']
/** How long everything may take to heal, on a machine that has other work. */
const healingMs = 120_000

type Random = (below: number) => number

interface SoakOptions {
  seed: number
  /** Steps between two times at which everything heals. */
  stepsOfRound: number
  /** Ends it before the next step. */
  end: AbortSignal
  say(line: string): void
}

/** Does all that until it is told to end; the order of what is done follows from the seed. */
export async function soak({ seed, stepsOfRound, end, say }: SoakOptions): Promise<Report> {
  const world = await openWorld()
  const run = new Run(world, seed, say)
  try {
    await run.open()
    while (!end.aborted && run.report.violations.length === 0) await run.round(stepsOfRound, end)
  } catch (error) {
    run.violate(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  await run.close()
  return run.report
}

class Run {
  readonly report: Report
  private readonly random: Random
  private screens: Screen[] = []
  /** People whose right is withdrawn, and texts that are frozen. */
  private readonly underWay = new Set<string>()
  /** What is still to be put right, each with how. */
  private readonly cures: (() => Promise<unknown>)[] = []

  constructor(
    private readonly world: World,
    seed: number,
    private readonly say: (line: string) => void,
  ) {
    this.random = seededRandom(seed)
    this.report = {
      seed,
      steps: 0,
      marks: 0,
      updates: 0,
      faults: {},
      refusals: 0,
      looks: 0,
      comparisons: 0,
      longestHealingMs: 0,
      violations: [],
    }
  }

  async open() {
    for (const key of keys) this.screens.push(await this.openScreen(key))
  }

  async close() {
    this.report.refusals += this.screens.reduce((sum, screen) => sum + screen.countOfRefusals, 0)
    for (const screen of this.screens) screen.close()
    await this.world.close()
  }

  violate(what: string) {
    this.report.violations.push(`seed ${this.report.seed}, step ${this.report.steps}: ${what}`)
    this.say(what)
  }

  async round(stepsOfRound: number, end: AbortSignal) {
    for (let step = 0; step < stepsOfRound && !end.aborted; step++) await this.step()
    await this.heal()
    await this.compare()
    const { steps, updates, faults, longestHealingMs } = this.report
    const done = Object.values(faults).reduce((sum, count) => sum + count, 0)
    this.say(
      `${steps} steps, ${updates} updates, ${done} faults, healed in ${longestHealingMs} ms at most`,
    )
  }

  private async step() {
    this.report.steps += 1
    const draw = this.random(1000)
    const screen = this.pick(this.screens)
    if (draw < 620) screen.type(++this.report.marks, this.random)
    else if (draw < 850) screen.scribble(this.random)
    else if (draw < 950) await this.lookIntoLog(screen)
    else if (draw < 975) screen.dismiss()
    else await this.fault(screen)
    await wait(this.random(60))
  }

  private async fault(screen: Screen) {
    const faults = Object.entries(this.faults)
    const [name, act] = this.pick(faults)
    this.report.faults[name] = (this.report.faults[name] ?? 0) + 1
    await act(screen)
  }

  private readonly faults: Record<string, (screen: Screen) => Promise<unknown> | void> = {
    'a line is cut': ({ line }) => line.cut(),
    'a line loses everything': ({ line }) => line.lose(),
    'a laptop sleeps': (screen) => {
      screen.line.lead()
      screen.line.cut()
      this.cureLater(() => this.wakeLaptop(screen))
    },
    'a node is killed': () => this.replaceNode((node) => node.kill()),
    'a node is told to stop': () => this.replaceNode((node) => node.stop()),
    'a node is paused': () => {
      const node = this.pick(this.world.nodes)
      node.pause()
      this.cureLater(async () => node.wake())
    },
    'the connections of the database end': () =>
      this.world.database.sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    'a right is withdrawn': (screen) => this.withdraw(screen),
    'a session ends': (screen) => this.endSession(screen),
    'a text is frozen': () => this.freeze(),
  }

  private async replaceNode(end: (node: World['nodes'][number]) => Promise<void>) {
    const { nodes, program, url, origin } = this.world
    const index = this.random(nodes.length)
    const node = nodes[index]
    if (!node) return
    // One that stands still is woken first: it could not end.
    node.wake()
    await end(node)
    nodes[index] = await program.start(url, { port: node.port, origin })
  }

  private async withdraw({ who: { personId } }: Screen) {
    if (this.isUnderWay(personId)) return
    const { db } = this.world.database
    const { marks, wild } = this.world
    // Read in the transaction, which holds the documents: whatever is written later is beyond these.
    const [lastMark, lastWild] = await db.transaction(async (tx) => {
      await tx.execute(sql`UPDATE role_grants SET ended_at = now() WHERE person_id = ${personId}`)
      await raiseAccess(tx, 'NL')
      const documents = [await findDocument(tx, marks), await findDocument(tx, wild)]
      return documents.map((document) => document?.head ?? 0)
    })
    this.cureLater(async () => {
      const written = await db.execute(sql`
        SELECT document_id, seq FROM document_updates WHERE person_id = ${personId} AND (
          (document_id = ${marks} AND seq > ${lastMark ?? 0}) OR
          (document_id = ${wild} AND seq > ${lastWild ?? 0}))`)
      if (written.length > 0) this.violate(`written after a withdrawal: ${JSON.stringify(written)}`)
      await db.transaction(async (tx) => {
        await tx.execute(sql`UPDATE role_grants SET ended_at = NULL WHERE person_id = ${personId}`)
        await raiseAccess(tx, 'NL')
      })
      this.underWay.delete(personId)
    })
  }

  /** Whoever was signed out comes back with a new session, in a tab of their own. */
  private async endSession(screen: Screen) {
    const { sessionId } = screen.who
    await this.world.database.db.transaction((tx) => endSessions(tx, { sessionId }))
    this.report.refusals += screen.countOfRefusals
    screen.close()
    const index = this.screens.indexOf(screen)
    this.screens[index] = await this.openScreen(screen.key)
  }

  private async freeze() {
    const { database, marks } = this.world
    if (this.isUnderWay(marks)) return
    await database.db.transaction((tx) => pauseDocument(tx, marks))
    const head = (await findDocument(database.db, marks))?.head
    this.cureLater(async () => {
      const now = (await findDocument(database.db, marks))?.head
      if (now !== head) this.violate(`a frozen text went from ${head} to ${now}`)
      await database.db.transaction((tx) => reopenDocument(tx, marks))
      this.underWay.delete(marks)
    })
  }

  /** Whether this is done to them already; from now on it is. */
  private isUnderWay(what: string): boolean {
    if (this.underWay.has(what)) return true
    this.underWay.add(what)
    return false
  }

  private async openScreen(key: string): Promise<Screen> {
    return Screen.open(this.world, key, this.portsFrom(this.random(2)))
  }

  private async wakeLaptop({ line }: Screen) {
    line.lead(...this.portsFrom(this.random(2)))
  }

  /** The one node, and the other when that is not there. */
  private portsFrom(index: number): number[] {
    const ports = this.world.nodes.map(({ port }) => port)
    return index === 0 ? ports : ports.toReversed()
  }

  /** Puts something right after a while, or when everything heals. */
  private cureLater(cure: () => Promise<unknown>) {
    const once = async () => {
      const index = this.cures.indexOf(once)
      if (index < 0) return
      this.cures.splice(index, 1)
      await cure()
    }
    this.cures.push(once)
    setTimeout(
      () => void once().catch((error: unknown) => this.violate(`a cure failed: ${String(error)}`)),
      200 + this.random(8_000),
    ).unref()
  }

  /** What a screen has called saved is in the log now. */
  private async lookIntoLog(screen: Screen) {
    const acknowledged = [...screen.acknowledged]
    const stored = marksIn(plainText(await this.readLog(this.world.marks)))
    this.report.looks += 1
    const lost = acknowledged.filter((mark) => !stored.has(mark))
    if (lost.length > 0) this.violate(`called saved and not in the log: ${lost.join(', ')}`)
  }

  private async heal() {
    while (this.cures[0]) await this.cures[0]()
    const since = performance.now()
    for (;;) {
      for (const screen of this.screens) {
        screen.dismiss()
        for (const live of screen.documents) if (live.saveState.kind !== 'saved') live.retry()
      }
      if (await this.isHealedWithin(3_000)) break
      if (performance.now() - since < healingMs) continue
      const states = this.screens.map(({ marks, wild }) => [marks.saveState, wild.saveState])
      return this.violate(`not healed: ${JSON.stringify(states)}`)
    }
    const took = Math.round(performance.now() - since)
    this.report.longestHealingMs = Math.max(this.report.longestHealingMs, took)
  }

  private async isHealedWithin(ms: number): Promise<boolean> {
    const isHealed = () =>
      this.screens.every(({ documents }) =>
        documents.every(({ saveState }) => saveState.kind === 'saved'),
      )
    for (const until = performance.now() + ms; performance.now() < until;) {
      if (isHealed()) return true
      await wait(50)
    }
    return isHealed()
  }

  /** After quiet every screen shows what the log alone gives. */
  private async compare() {
    if (this.report.violations.length > 0) return
    for (const id of ['marks', 'wild'] as const) {
      const text = canonicalJson(await this.readLog(this.world[id]))
      for (const [index, screen] of this.screens.entries()) {
        const shown = () => canonicalJson(shownContent(screen[id].text))
        for (const until = performance.now() + 30_000; shown() !== text;) {
          if (performance.now() > until) return this.violate(`screen ${index} shows another ${id}`)
          await wait(50)
        }
      }
    }
    const stored = plainText(await this.readLog(this.world.marks))
    const twice = [...stored.matchAll(/<(\d+)>/g)].map(([, mark]) => Number(mark))
    if (new Set(twice).size !== twice.length) this.violate('a mark is stored twice')
    for (const screen of this.screens) await this.lookIntoLog(screen)
    const heads = [this.world.marks, this.world.wild].map((id) =>
      findDocument(this.world.database.db, id),
    )
    const documents = await Promise.all(heads)
    this.report.updates = documents.reduce((sum, document) => sum + (document?.head ?? 0), 0)
    this.report.comparisons += 1
  }

  private readLog(id: string) {
    return textOfLog(this.world.database.db, id)
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[this.random(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
}

function marksIn(text: string): Set<number> {
  return new Set([...text.matchAll(/<(\d+)>/g)].map(([, mark]) => Number(mark)))
}
