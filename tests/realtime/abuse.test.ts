import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, shownContent, type LiveText } from '#app/text/live-text.ts'
import type { Tx } from '#db/client.server.ts'
import { findDocument, lockDocument, readUpdates } from '#db/document-log.server.ts'
import { textAt } from '#db/documents.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import { endSessions } from '#db/sessions.server.ts'
import { limits } from '#realtime/protocol.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { attacks, lateAttacks } from './attacks.ts'
import { firstWords, updateOf } from './edits.ts'
import { startNode, type TestNode } from './node.ts'
import { isSaved, loadPeople, openDraft, openTab, signIn, until, type SignedIn } from './portal.ts'
import { joinWish, knock, RawSocket } from './raw-socket.ts'
import { seededRandom } from './seeded-random.ts'

let database: FreshDatabase
let node: TestNode
let drafter: SignedIn
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  drafter = await signIn(database, 'nl-drafter')
})
afterAll(() => database.close())

// A node each: it remembers who asked too often.
beforeEach(async () => {
  node = await startNode(database)
})
afterEach(async () => {
  for (const each of open.splice(0)) each.close()
  await node.close()
})

async function enter(who: SignedIn | string, headers?: Record<string, string>) {
  const signedIn = typeof who === 'string' ? await signIn(database, who) : who
  const raw = await RawSocket.open(node.origin, signedIn, headers)
  open.push(raw)
  return raw
}

const head = async (id: string) => (await findDocument(database.db, id))?.head ?? 0

/** What the log says now is what this copy shows. */
async function agrees(documentId: string, copy: LiveText) {
  const text = await textAt(database.db, documentId, await head(documentId))
  await expect.poll(() => shownContent(copy.text)).toEqual(text)
}

async function write(raw: RawSocket, documentId: string, copy: LiveText, words: string) {
  const update = updateOf(copy, () => firstWords(copy).insert(0, words))
  return raw.send(documentId, update)
}

describe('somebody without the right', () => {
  it('gets the same answer for a text that they may not see as for none (row 15)', async () => {
    const { documentId } = await openDraft(database)
    for (const key of ['de-drafter', 'com-officer', 'gsc-reader', 'nl-administrator']) {
      const raw = await enter(key)
      const refusal = await raw.ask('join', joinWish(documentId))
      expect(refusal).toEqual({ ok: false, reason: 'not-found' })
      const none = joinWish('00000000-0000-4000-8000-000000000001')
      expect(await raw.ask('join', none)).toEqual(refusal)
    }
  })

  it('who reads cannot write, and it is noted (row 16)', async () => {
    const { documentId } = await openDraft(database)
    const raw = await enter('nl-reader')
    const { joined, copy } = await raw.join(documentId)
    expect(joined.mode).toBe('read')
    expect(await write(raw, documentId, copy, 'mine ')).toEqual({ ok: false, reason: 'read-only' })
    expect(await head(documentId)).toBe(1)
    expect(node.reports).toContainEqual(
      expect.objectContaining({ what: 'an update was refused: read-only' }),
    )
  })

  it('who joined one text cannot write into another through it (row 16)', async () => {
    const [first, second] = [await openDraft(database), await openDraft(database)]
    const raw = await enter(drafter)
    const { copy } = await raw.join(first.documentId)
    const refusal = await write(raw, second.documentId, copy, 'elsewhere ')
    expect(refusal).toEqual({ ok: false, reason: 'not-joined' })
    expect(await head(second.documentId)).toBe(1)
  })

  it('cannot come from a page of somebody else, or from none (row 29)', async () => {
    for (const origin of ['https://evil.example', 'null', `${node.origin}.evil.example`]) {
      const headers = { ...drafter.headers(node.origin), origin }
      expect(await knock(node.origin, headers)).toEqual({ status: 403, line: null })
      await expect(enter(drafter, { origin })).rejects.toThrow('websocket error')
    }
    await expect(enter(drafter, { host: 'evil.example' })).rejects.toThrow('websocket error')
    const { origin, ...without } = drafter.headers(node.origin)
    const stranger = { ...drafter, headers: () => without }
    expect(origin).toBe(node.origin)
    await expect(RawSocket.open(node.origin, stranger)).rejects.toThrow('websocket error')
  })

  it('is not let in without a session', async () => {
    const nobody = { ...drafter, headers: (origin: string) => ({ origin, cookie: 'concert=x' }) }
    await expect(RawSocket.open(node.origin, nobody)).rejects.toThrow('signed-out')
  })
})

describe('a right that ends', () => {
  type End = (tx: Tx, who: SignedIn) => Promise<unknown>
  const ends: [what: string, end: End][] = [
    ['a role', (tx, { personId }) => endRoles(tx, personId)],
    ['a session', (tx, { sessionId }) => endSessions(tx, { sessionId })],
  ]
  it.each(ends)(
    'leaves no row behind it, however fast somebody types: %s (row 17)',
    async (what, end) => {
      const seed = randomInt(2 ** 31)
      console.log(`withdrawal of ${what}: seed ${seed}`)
      const random = seededRandom(seed)
      for (let run = 0; run < 12; run++) {
        const { documentId } = await openDraft(database)
        const typist = await signIn(database, 'nl-second-drafter')
        const raw = await enter(typist)
        const { copy } = await raw.join(documentId)
        const typing = typeUntilRefused(raw, documentId, copy)
        for (let turns = random(60); turns > 0; turns--) await turn()
        const last = await database.db.transaction(async (tx) => {
          await end(tx, typist)
          return (await findDocument(tx, documentId))?.head
        })
        const refusal = await typing
        expect(refusals, `seed ${seed}`).toContain(refusal)
        expect(await head(documentId), `seed ${seed}, run ${run}`).toBe(last)
        raw.close()
        const { rights } = await comeBack(typist, documentId)
        expect(rights).toMatch(/not-found|signed-out/)
        await database.db.execute(
          sql`UPDATE role_grants SET ended_at = NULL WHERE person_id = ${typist.personId}`,
        )
      }
    },
  )

  it('closes the socket of an ended session; unsent words stay on the screen (row 18)', async () => {
    const { documentId } = await openDraft(database)
    const leaver = await signIn(database, 'nl-representative')
    const tab = openTab(node.origin, leaver, documentId)
    open.push(tab.connection)
    await until(tab.live, isSaved)
    await database.db.transaction((tx) => endSessions(tx, { sessionId: leaver.sessionId }))
    await expect.poll(() => tab.live.saveState).toEqual({ kind: 'read-only', reason: 'signed-out' })
    firstWords(tab.live).insert(0, 'not sent ')
    expect(tab.live.saveState).toEqual({ kind: 'not-saved', reason: 'signed-out' })
    expect(JSON.stringify(contentOf(tab.live.text))).toContain('not sent ')
    expect(await head(documentId)).toBe(1)
  })

  it('ends a socket by itself when the session runs out', async () => {
    const raw = await enter(await signIn(database, 'nl-deputy'))
    const sessions = sql`UPDATE sessions SET expires_at = now() WHERE person_id IN (SELECT id FROM people WHERE subject = 'nl-deputy')`
    await database.db.execute(sessions)
    await raw.closed
    expect(raw.socket.connected).toBe(false)
  })
})

/** What typing may end with when the right to it does; `closed`: the socket was. */
const refusals = ['not-joined', 'signed-out', 'not-found', 'closed']

async function endRoles(tx: Tx, personId: string) {
  await tx.execute(sql`UPDATE role_grants SET ended_at = now() WHERE person_id = ${personId}`)
  await raiseAccess(tx, 'NL')
}

/** Why somebody may not come back. */
async function comeBack(who: SignedIn, documentId: string) {
  const back = enter(who).then((raw) => raw.join(documentId))
  return back.then(
    () => ({ rights: 'none has ended' }),
    ({ message }: Error) => ({ rights: message }),
  )
}

async function typeUntilRefused(raw: RawSocket, documentId: string, copy: LiveText) {
  const closed = { ok: false as const, reason: 'closed' }
  while (raw.socket.connected) {
    const answer = await write(raw, documentId, copy, 'x').catch(() => closed)
    if (!answer.ok) return answer.reason
  }
  return closed.reason
}

describe('one who speaks the raw protocol', () => {
  it.each(['watch', 'discussion'])('asks for no file that cannot be: %s', async (event) => {
    const raw = await enter(drafter)
    const place = { reference: '2026/NL/0001\0', version: 1 }
    const question = event === 'discussion' ? { ...place, after: 0 } : place
    expect(await raw.ask(event, question)).toEqual({ ok: false, reason: 'invalid-message' })
  })

  for (const { title, reason, bytes } of [...attacks, ...lateAttacks]) {
    it(`is refused an update that ${title}; others write on`, async () => {
      const { documentId } = await openDraft(database)
      const [enemy, victim] = [await enter(drafter), await enter('nl-second-drafter')]
      const [theirs, mine] = [await enemy.join(documentId), await victim.join(documentId)]
      const update = bytes(theirs.copy, theirs.joined.clientId, mine.joined.clientId)
      const tooMuch = {
        ok: false,
        reason: update.byteLength > limits.update ? 'invalid-message' : reason,
      }
      expect(await enemy.send(documentId, update)).toEqual(tooMuch)
      expect(await head(documentId)).toBe(1)
      expect(await write(victim, documentId, mine.copy, 'still here ')).toMatchObject({ ok: true })
      await agrees(documentId, mine.copy)
      expect(await readUpdates(database.db, documentId, 0, 9)).toHaveLength(2)
    })
  }

  it('cannot write under the client id of a colleague who is not there', async () => {
    const { documentId } = await openDraft(database)
    const colleague = await enter('nl-second-drafter')
    const { joined } = await colleague.join(documentId)
    const enemy = await enter(drafter)
    const wish = { ...joinWish(documentId), clientId: joined.clientId }
    expect(await enemy.ask('join', wish)).toEqual({ ok: false, reason: 'not-your-client-id' })
  })

  it('is shown under their own name, state and colour, whatever they send (row 26)', async () => {
    const { documentId } = await openDraft(database)
    const [enemy, victim] = [await enter(drafter), await enter('nl-second-drafter')]
    const seen: unknown[] = []
    victim.socket.on('presence', (message: { present: unknown[] }) => seen.push(...message.present))
    await victim.join(documentId)
    const { joined } = await enemy.join(documentId)
    enemy.socket.emit('position', { documentId, anchor: 'AA==', head: null })
    await expect
      .poll(() => seen)
      .toContainEqual({
        clientId: joined.clientId,
        name: 'Drafter, Netherlands',
        delegation: 'NL',
        colour: expect.stringMatching(/^#[0-9a-f]{6}$/),
        anchor: null,
        head: null,
      })
    enemy.socket.emit('position', { documentId, anchor: null, head: null, name: 'Minister' })
    await enemy.closed
    expect(JSON.stringify(seen)).not.toContain('Minister')
  })

  it('cannot fill the line with carets (row 27)', async () => {
    const { documentId } = await openDraft(database)
    const [enemy, victim] = [await enter(drafter), await enter('nl-second-drafter')]
    const { copy } = await victim.join(documentId)
    await enemy.join(documentId)
    let heard = 0
    victim.socket.on('presence', () => heard++)
    for (let index = 0; index < 1_000; index++) {
      enemy.socket.emit('position', { documentId, anchor: null, head: null })
    }
    expect(await write(victim, documentId, copy, 'undisturbed ')).toMatchObject({ ok: true })
    expect(heard).toBeLessThan(50)
    const huge = Buffer.alloc(limits.position * 2).toString('base64')
    enemy.socket.emit('position', { documentId, anchor: huge, head: null })
    await enemy.closed
  })

  it('has to wait when too much of theirs was refused', async () => {
    const { documentId } = await openDraft(database)
    const enemy = await enter(drafter)
    for (let index = 0; index < 20; index++) {
      await enemy.join(documentId)
      await enemy.send(documentId, new Uint8Array(9))
    }
    await expect(enemy.join(documentId)).rejects.toThrow('too-fast')
  })

  it('has the text read anew once, however many sockets send what spoils it, and waits (row 27)', async () => {
    const { documentId } = await openDraft(database)
    const honest = await Promise.all(
      ['nl-second-drafter', 'nl-representative'].map(async (key) => {
        const raw = await enter(key)
        return { raw, ...(await raw.join(documentId)) }
      }),
    )
    const sessions = await Promise.all([1, 2, 3].map(() => signIn(database, 'nl-drafter')))
    const enemies = await Promise.all(
      sessions.flatMap((session) =>
        Array.from({ length: 8 }, async () => {
          const raw = await enter(session)
          return { raw, ...(await raw.join(documentId)) }
        }),
      ),
    )
    const [quiet, ...loud] = enemies
    const [spoiling] = lateAttacks
    if (!quiet || !spoiling) throw new Error('nobody there')
    // While a round waits for the text's lock, all that comes is gathered for the next.
    const { own, others, hostile } = await database.db.transaction(async (tx) => {
      await lockDocument(tx, documentId)
      const send = ({ raw, copy }: (typeof honest)[number], words: string) =>
        write(raw, documentId, copy, words)
      const own = honest.slice(0, 1).map((each) => send(each, 'first '))
      const hostile = loud.map(({ raw, joined, copy }) =>
        raw.send(documentId, spoiling.bytes(copy, joined.clientId, 0)),
      )
      const others = honest.slice(1).map((each) => send(each, 'second '))
      // What a socket sends is taken in its order.
      await Promise.all([...honest, ...loud].map(({ raw }) => raw.ask('follow', { after: null })))
      return { own, others, hostile }
    })
    for (const answer of await Promise.all([...own, ...others])) expect(answer.ok).toBe(true)
    for (const answer of await Promise.all(hostile))
      expect(answer).toEqual({ ok: false, reason: spoiling.reason })
    expect(node.reports.filter(({ what }) => what === 'a text was read anew')).toHaveLength(1)
    const text = JSON.stringify(await textAt(database.db, documentId, await head(documentId)))
    expect(text).toContain('first ')
    expect(text).toContain('second ')
    for (const { copy } of honest) await agrees(documentId, copy)
    // It is a pause for the person, also on a socket that has sent nothing.
    const refusal = await write(quiet.raw, documentId, quiet.copy, 'mine ')
    expect(refusal).toEqual({ ok: false, reason: 'too-fast' })
  })

  it('has 24 sockets and no more, in however many sessions (row 27)', async () => {
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => signIn(database, 'nl-drafter')))
    const comers = await Promise.allSettled(
      sessions.flatMap((session) => Array.from({ length: 20 }, () => enter(session))),
    )
    const letIn = comers.filter(({ status }) => status === 'fulfilled')
    expect(letIn).toHaveLength(24)
    const reasons = comers.flatMap((comer) =>
      comer.status === 'rejected' ? [`${comer.reason.message}`] : [],
    )
    expect(new Set(reasons)).toEqual(new Set(['too-fast']))
    open.shift()?.close()
    const comesBack = () =>
      enter(drafter).then(
        () => true,
        () => false,
      )
    await expect.poll(comesBack).toBe(true)
  })

  it('cannot join in a loop (row 27)', async () => {
    const { documentId } = await openDraft(database)
    const [enemy, victim] = [await enter('nl-licensing'), await enter('nl-second-drafter')]
    const { copy } = await victim.join(documentId)
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => enemy.ask('join', joinWish(documentId))),
    )
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(60)
    expect(answers).toContainEqual({ ok: false, reason: 'too-fast' })
    expect(await write(victim, documentId, copy, 'undisturbed ')).toMatchObject({ ok: true })
  })

  it.each<[string, (raw: RawSocket, documentId: string) => void]>([
    ['null', (raw) => raw.socket.emit('update', null)],
    ['nothing', (raw) => raw.socket.emit('update')],
    ['an array', (raw) => raw.socket.emit('join', [1, 2, 3], { deep: [] })],
    ['a message twice as large', (raw) => raw.socket.emit('update', 'x'.repeat(2 * limits.frame))],
    ['bytes where words belong', (raw, documentId) => raw.socket.emit('update', { documentId, updates: [Buffer.alloc(9)] })],
    ['an attachment that never comes', (raw) => raw.writeFrame('451-["update",{"_placeholder":true,"num":0}]')],
    ['a frame that is no packet', (raw) => raw.writeFrame('4nonsense')],
    ['an answer to nothing', (raw) => raw.writeFrame('43999[{}]')],
  ])('who sends %s harms only their own socket (row 28)', async (what, send) => {
    const { documentId } = await openDraft(database)
    const [enemy, victim] = [await enter(drafter), await enter('nl-second-drafter')]
    const { copy } = await victim.join(documentId)
    await enemy.join(documentId)
    send(enemy, documentId)
    if (!/attachment|answer/.test(what)) await enemy.closed
    expect(await write(victim, documentId, copy, 'undisturbed ')).toMatchObject({ ok: true })
    await agrees(documentId, copy)
  }) // prettier-ignore
})
