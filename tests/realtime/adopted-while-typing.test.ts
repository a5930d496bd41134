import { randomInt, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson, type Json } from '#app/text/canonical.ts'
import { plainText } from '#app/text/content.ts'
import { newLiveText } from '#app/text/live-text.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { issueClientId } from '#db/document-clients.server.ts'
import { appendRound, findDocument } from '#db/document-log.server.ts'
import { documentsChannel } from '#db/documents.server.ts'
import { versionTexts } from '#db/schema/measures.ts'
import { Rooms } from '#realtime/rooms.server.ts'
import type { Answer, Member } from '#realtime/round.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { firstWords, updateOf } from './edits.ts'
import { textOfLog } from './log-truth.ts'
import { type Draft, loadPeople, openDraft } from './portal.ts'
import { seededRandom } from './seeded-random.ts'

/**
 * Somebody records adoption while two others type, each on a node of their own, over the rooms, the gate and
 * the log that everybody writes through. Every try is a file of its own; some are under way at once.
 */

const tries = 1_000
const together = 4
const seed = Number(process.env.SEED ?? randomInt(2 ** 31))

interface Node {
  database: OpenDatabase
  rooms: Rooms
}

let database: FreshDatabase
let nodes: [Node, Node]
const representative = demoActor('nl-representative')
const writers = ['nl-drafter', 'nl-second-drafter'] as const
const text = doc(section('items', paragraph('p1', 'An overlay ≤ 1.50 nm')))

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  nodes = [await startNode(), await startNode()]
})
afterAll(async () => {
  for (const { rooms, database } of nodes) {
    await rooms.stop()
    await database.close()
  }
  await database.close()
})

/** A node with its rooms and what it hears of the others, and nobody at the sockets. */
async function startNode(): Promise<Node> {
  const own = openDatabase(database.url, { connections: 6 })
  const outlet = { sendUpdate() {}, sendPresence() {}, sendAway() {}, admit() {}, release() {} }
  const rooms = new Rooms({ db: own.db, outletOf: () => outlet, report() {}, lingerMs: 50 })
  await own.sql.listen(documentsChannel, (payload) => rooms.heard(payload))
  return { database: own, rooms }
}

interface Written {
  words: string
  answer: Answer
}

/** As the server does: a room that closed between finding and entering it is found anew. */
async function letIn(rooms: Rooms, db: Node['database']['db'], documentId: string, member: Member) {
  for (;;) {
    const document = await findDocument(db, documentId)
    const room = await rooms.find(documentId)
    if (!document || typeof room === 'string') throw new Error(`${documentId} cannot be joined`)
    const state = await room.enter(member, document, new Uint8Array([0]))
    if (state === 'ahead') throw new Error('nobody was let in')
    if (state) return { room, state }
  }
}

/** Lets somebody into a text; what it gives types there until something is refused. */
async function join(
  { database: { db }, rooms }: Node,
  key: (typeof writers)[number],
  { documentId }: Draft,
): Promise<(onSaved: () => void) => Promise<Written[]>> {
  const { personId, name, delegation } = demoActor(key)
  const clientId = await issueClientId(db, documentId, personId)
  const member: Member = {
    socketId: randomUUID(),
    personId,
    name,
    delegation,
    clientId,
    mode: 'write',
  }
  const { room, state } = await letIn(rooms, db, documentId, member)
  const copy = newLiveText()
  Y.applyUpdate(copy.doc, state.update)
  if (state.more) Y.applyUpdate(copy.doc, state.more.update)
  copy.doc.clientID = clientId
  return async (onSaved) => {
    const written: Written[] = []
    for (;;) {
      const words = `${key}${written.length} `
      const update = updateOf(copy, () => firstWords(copy).insert(0, words))
      const answer = await new Promise<Answer>((resolve) => room.submit(member, [update], resolve))
      written.push({ words, answer })
      if (!answer.ok) return written
      onSaved()
    }
  }
}

/** One try. `after`: how much is saved before adoption is sent. */
async function adoptWhileTyping(after: number) {
  const { db } = database
  const draft = await openDraft(database, text)
  let saved = 0
  let isReached = () => {}
  const reached = new Promise<void>((resolve) => (isReached = resolve))
  if (after === 0) isReached()
  const onSaved = () => {
    saved += 1
    if (saved === after) isReached()
  }
  const typists = await Promise.all(
    nodes.map((node, index) => join(node, writers[index] ?? writers[0], draft)),
  )
  const typing = Promise.all(typists.map((type) => type(onSaved)))
  await reached
  const adopted = await recordAdoption({ db }, representative, draft.reference, {
    key: randomUUID(),
    revision: 2,
    actTitle: 'Regeling',
    actNumber: '',
    adoptedOn: '2026-11-29',
    gazette: '',
    reference: '',
    url: '',
    gazettedOn: null,
    inForceOn: null,
  })
  if (!adopted.ok) throw new Error(adopted.reason)
  const written = (await typing).flat()
  const adoption = await findAdoption(db, draft.measureId)
  const document = await findDocument(db, draft.documentId)
  const [kept] = await db
    .select()
    .from(versionTexts)
    .where(eq(versionTexts.sha256, adoption?.sha256 ?? ''))
  const logged = await textOfLog(db, draft.documentId)
  const numbers = written.flatMap(({ answer }) => (answer.ok ? [answer.seq] : []))
  // Whoever would judge anew, on the rights of now, is refused by the status of the document.
  const late = await appendRound(nodes[0].database.db, {
    documentId: draft.documentId,
    accessEpoch: document?.accessEpoch ?? 0,
    after: document?.head ?? 0,
    clientIds: new Set(),
    shares: [
      { personId: representative.personId, delegation: 'NL', update: new Uint8Array([0, 0]) },
    ],
  })
  const adoptedWords = plainText(logged)
  const found = {
    status: document?.status,
    // What was called saved last is the end of the log, and that is what was adopted.
    lastSaved: Math.max(1, ...numbers) === document?.head,
    hash: adoption?.sha256 === digest(canonicalJson(JSON.parse(JSON.stringify(logged)))),
    keptHash: adoption?.sha256 === digest(canonicalJson(kept?.content as Json)),
    lost: written.filter(({ answer, words }) => answer.ok && !adoptedWords.includes(words)),
    unsaved: written.filter(({ answer, words }) => !answer.ok && adoptedWords.includes(words)),
    late: late.ok || late.reason,
  }
  return { found, saved: numbers.length }
}

it(`an adoption while others still type freezes first, in ${tries} tries (row 36)`, async () => {
  console.log(`seed ${seed}`)
  const random = seededRandom(seed)
  const waits = Array.from({ length: tries }, () => random(7))
  const outcomes: Awaited<ReturnType<typeof adoptWhileTyping>>[] = []
  const lane = async () => {
    for (let after = waits.pop(); after !== undefined; after = waits.pop())
      outcomes.push(await adoptWhileTyping(after))
  }
  await Promise.all(Array.from({ length: together }, lane))
  const right = {
    status: 'closed',
    lastSaved: true,
    hash: true,
    keptHash: true,
    lost: [],
    unsaved: [],
    late: 'not-open',
  }
  expect(outcomes).toHaveLength(tries)
  const wrong = outcomes.filter(({ found }) => JSON.stringify(found) !== JSON.stringify(right))
  expect(wrong).toEqual([])
  // They did type: before adoption was sent, and in many tries while it was under way.
  expect(outcomes.filter(({ saved }) => saved > 7).length).toBeGreaterThan(0)
}, 120_000)
