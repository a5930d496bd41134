import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import type { Tx } from '#db/client.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { firstWords, updateOf } from '#tests/realtime/edits.ts'
import { openLine } from '#tests/realtime/line.ts'
import { textOfLog } from '#tests/realtime/log-truth.ts'
import { buildNode, type NodeProcess, type NodeProgram } from '#tests/realtime/node-processes.ts'
import {
  isSaved,
  loadPeople,
  openDraft,
  openTabOver,
  signIn,
  until,
  type SignedIn,
  type Tab,
} from '#tests/realtime/portal.ts'
import { RawSocket } from '#tests/realtime/raw-socket.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

/** Two nodes as processes of their own on one database; one of them dies, or stands still. */

const deaths = 6
const watchdog = startWatchdog()
let database: FreshDatabase
let program: NodeProgram
let nodes: [NodeProcess, NodeProcess]
let drafter: SignedIn
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  program = await buildNode(watchdog, 'two')
  drafter = await signIn(database, 'nl-drafter')
  const first = await program.start(database.url)
  nodes = [first, await program.start(database.url, { origin: first.origin })]
})
afterAll(async () => {
  for (const each of open.splice(0)) each.close()
  for (const node of nodes) await node.kill()
  program.remove()
  await database.close()
  await watchdog.finish()
})

const port = (index: 0 | 1) => nodes[index].port

/** A tab whose line leads to the one node, and to the other when that is not there. */
async function openAt(index: 0 | 1, who: SignedIn, documentId: string) {
  const line = await openLine(port(index), port(index === 0 ? 1 : 0))
  const tab = openTabOver(line, nodes[0].origin, who, documentId)
  open.push(tab.connection, line)
  await until(tab.live, isSaved)
  return tab
}

const shown = ({ live }: Tab) => shownContent(live.text)

describe('one of two nodes', () => {
  it(`dies ${deaths} times under typing: its people go on at the other, and nothing is lost (row 7)`, async () => {
    const seed = randomInt(2 ** 31)
    console.log(`death seed ${seed}`)
    const random = seededRandom(seed)
    const { documentId } = await openDraft(database, doc(section('subject', paragraph('p', '.'))))
    const second = await signIn(database, 'nl-second-drafter')
    const tabs = [
      await openAt(0, drafter, documentId),
      await openAt(1, second, documentId),
      await openAt(0, second, documentId),
    ]
    let words = 0
    const type = (live: LiveDocument) => {
      const place = firstWords(live)
      place.insert(random(place.length), `<${++words}>`)
    }
    for (let death = 0; death < deaths; death++) {
      const index = random(2) === 0 ? 0 : 1
      for (let strokes = 5 + random(30); strokes > 0; strokes--) {
        const tab = tabs[random(tabs.length)]
        if (tab) type(tab.live)
        for (let turns = random(12); turns > 0; turns--) await turn()
      }
      await nodes[index].kill()
      const diedAt = performance.now()
      for (const { live } of tabs) type(live)
      for (const { live } of tabs) await until(live, isSaved)
      console.log(`all saved ${Math.round(performance.now() - diedAt)} ms after the death`)
      nodes[index] = await program.start(database.url, nodes[index])
    }
    const text = await textOfLog(database.db, documentId)
    for (const tab of tabs) await expect.poll(() => shown(tab)).toEqual(text)
    const letters = plainText(text)
    const marks = Array.from({ length: words }, (_, n) => String(n + 1))
    expect(numbersIn(letters), `seed ${seed}`).toEqual(marks.join('').split('').sort())
  })
})

/** The digits of a text: words may stand inside each other, but each of their letters is there once. */
function numbersIn(text: string): string[] {
  return text.replaceAll(/\D/g, '').split('').sort()
}

type End = [what: string, end: (tx: Tx, who: SignedIn) => Promise<unknown>]

const ends: End[] = [
  ['a session', (tx, { sessionId }) => endSessions(tx, { sessionId })],
  [
    'a role',
    async (tx, { personId }) => {
      await tx.execute(sql`UPDATE role_grants SET ended_at = now() WHERE person_id = ${personId}`)
      await raiseAccess(tx, 'NL')
    },
  ],
]

describe('a node that stood still', () => {
  afterEach(() => nodes[1].wake())

  it.each(ends)(
    'neither serves nor accepts on rights that ended meanwhile: %s (row 9)',
    async (_, end) => {
      const { documentId } = await openDraft(database)
      const { origin } = nodes[0]
      const leaver = await signIn(database, 'nl-deputy')
      const [mine, colleague] = [
        await openAt(0, drafter, documentId),
        await openAt(1, await signIn(database, 'nl-second-drafter'), documentId),
      ]
      const line = await openLine(port(1))
      const host = new URL(origin).host
      const raw = await RawSocket.open(line.url, leaver, { origin, host })
      open.push(raw, line)
      const { copy } = await raw.join(documentId)
      expect(await raw.ask('follow', { after: null })).toMatchObject({ ok: true })
      const heard = new Set<string>()
      raw.socket.onAny((event: string) => heard.add(event))

      const told = new Set<string | null | undefined>()
      colleague.connection.onChange((change) => told.add(change?.reference))
      // What the line answers after it shows that it follows the record from here on.
      firstWords(colleague.live).insert(0, 'before the pause ')
      await until(colleague.live, isSaved)

      nodes[1].pause()
      await database.db.transaction((tx) => end(tx, leaver))
      const { reference } = await openDraft(database)
      firstWords(mine.live).insert(0, 'written after the end ')
      await until(mine.live, isSaved)
      heard.clear()
      const update = updateOf(copy, () => firstWords(copy).insert(0, 'unlawful '))
      const answer = raw.send(documentId, update).catch(() => null)
      firstWords(colleague.live).insert(0, 'lawful ')
      const caret = Y.createRelativePositionFromTypeIndex(firstWords(colleague.live), 0)
      colleague.live.setPosition(caret, caret)
      await database.sql`SELECT pg_sleep(1.5)`
      nodes[1].wake()

      await until(colleague.live, isSaved)
      await expect.poll(() => told).toContain(reference)
      expect(await answer).not.toMatchObject({ ok: true })
      const text = await textOfLog(database.db, documentId)
      expect(plainText(text)).toContain('written after the end ')
      expect(plainText(text)).toContain('lawful ')
      expect(plainText(text)).not.toContain('unlawful')
      for (const tab of [mine, colleague]) await expect.poll(() => shown(tab)).toEqual(text)
      // Of one's own rights one is told; of nothing else.
      const ofRights = ['rejoin', 'goodbye', 'rights']
      expect([...heard].filter((event) => !ofRights.includes(event))).toEqual([])
    },
  )
})
