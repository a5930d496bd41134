import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { comments } from '#db/schema/comments.ts'
import { events } from '#db/schema/record.ts'
import { openSession } from '#db/sessions.server.ts'
import { roomScene } from '#tests/browser/room-scene.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal
let scene: ReturnType<typeof roomScene>
/** Everybody has it. */
let open: { reference: string; number: number; path: string }
/** Germany has it, and nobody else. */
let narrow: { reference: string; number: number; path: string }

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
  scene = roomScene(database.db)
  open = await scene.room()
  const owner = demoActor('nl-representative')
  const reference = await scene.file(owner)
  await scene.share(owner, reference, { kind: 'named', delegations: ['DE'] })
  const path = `/files/${referenceInAddress(reference)}/versions/1`
  narrow = { reference, number: 1, path }
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

async function ask(person: string | null, address: string, init: RequestInit = {}) {
  const headers: Record<string, string> = { origin: portal.origin }
  if (person) {
    const { token } = await database.db.transaction((tx) =>
      openSession(tx, demoPersonId(person), null),
    )
    headers.cookie = sessionCookie(portal.origin).keep(token).split(';')[0] ?? ''
  }
  const answer = await fetch(portal.origin + address, { redirect: 'manual', ...init, headers })
  return { status: answer.status, body: await answer.text() }
}

/** A form of the comments room, sent as the page sends it. */
const act = (person: string, room: string, form: Record<string, string>) =>
  ask(person, `${room}?index&_data=${encodeURIComponent(roomRoute)}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })

const roomRoute = 'routes/files.$reference.versions.$number._index'

const written = (more: Record<string, string> = {}) => ({
  act: 'write',
  key: randomUUID(),
  place: 'whole',
  commentType: 'scope',
  body: 'The scope seems wider than the risk.',
  ...more,
})

async function row(id: string) {
  const [found] = await database.db.select().from(comments).where(eq(comments.id, id))
  return found
}

/** As somebody's act on another node holds it. */
function holdFile(reference: string): Promise<{ letGo(): Promise<void> }> {
  return new Promise((resolve) => {
    const act = database.db.transaction(async (tx) => {
      await lockMeasureByReference(tx, reference)
      await new Promise<void>((end) => {
        const letGo = () => {
          end()
          return act
        }
        resolve({ letGo })
      })
    })
  })
}

async function waitingForLocks(): Promise<number> {
  const rows = await database.sql`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return rows.length
}

const eventsAbout = async (id: string) =>
  (await database.db.select().from(events).orderBy(events.id)).filter(({ content }) =>
    content.includes(id),
  )

describe('the rooms of a version', () => {
  const rooms = (path: string) => {
    const file = path.replace(/\/versions.*/, '')
    return [
      [path, roomRoute],
      [`${path}/table`, 'routes/files.$reference.versions.$number.table'],
      [`${path}/table.csv`, 'routes/files.$reference.versions.$number.table[.]csv'],
      [`${file}/positions`, 'routes/files.$reference.positions'],
      [`${file}/compare?from=1&to=1`, 'routes/files.$reference.compare'],
    ] as const
  }

  it('answer those who lack it as if it did not exist, also when a loader is called alone (row 32)', async () => {
    const nowhere = narrow.path.replace(/\d{4,}\//, '9999/')
    for (const [index, [address, route]] of rooms(narrow.path).entries()) {
      const other = rooms(nowhere)[index]?.[0] ?? ''
      const join = address.includes('?') ? '&' : '?'
      const alone = `${join}_data=${encodeURIComponent(route)}`
      const [page, hidden, missing] = await Promise.all([
        ask('fr-representative', address),
        ask('fr-representative', address + alone),
        ask('fr-representative', other + alone),
      ])
      expect(page.status).toBe(404)
      expect(hidden).toEqual(missing)
    }
  })

  it('tell a stranger nothing', async () => {
    await scene.release('de-drafter', open, { body: 'planted-word-released' })
    for (const [address, route] of rooms(open.path)) {
      const join = address.includes('?') ? '&' : '?'
      for (const asked of [address, `${address}${join}_data=${encodeURIComponent(route)}`]) {
        const { status, body } = await ask(null, asked)
        expect(status).toBeLessThan(400)
        expect(body).not.toContain('planted-word-released')
      }
    }
    expect((await ask('fr-drafter', open.path)).body).toContain('planted-word-released')
  })
})

describe('a form of the comments room', () => {
  it('is signed by the login, whatever it says of delegation and author (row 37)', async () => {
    const form = written({
      delegation: 'FR',
      author: demoPersonId('fr-representative'),
      writtenBy: demoPersonId('fr-representative'),
      lane: 'released',
      audience: 'all',
    })
    expect(await act('de-drafter', open.path, form)).toMatchObject({ status: 200 })
    expect(await row(form.key)).toMatchObject({
      delegation: 'DE',
      writtenBy: demoPersonId('de-drafter'),
      lane: 'inner',
      audience: null,
    })
  })

  it('is recorded once when it is posted twenty times', async () => {
    const form = written()
    await Promise.all(Array.from({ length: 20 }, () => act('de-drafter', open.path, form)))
    const release = { act: 'release', comments: `${form.key}:1`, audience: 'version' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act('de-representative', open.path, release)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await eventsAbout(form.key)).map(({ type }) => type)).toEqual([
      'comment-written',
      'comment-released',
    ])
  })

  it('leaves others their pages while many wait for one file', async () => {
    const people = ['de-drafter', 'fr-drafter', 'nl-drafter']
    const file = await holdFile(open.reference)
    // More than the node has connections.
    const forms = Array.from({ length: 24 }, (_, index) => ({
      person: people[index % people.length] ?? '',
      form: written(),
    }))
    const sent = forms.map(({ person, form }) => act(person, open.path, form))
    await expect.poll(waitingForLocks).toBeGreaterThan(0)
    for (let asked = 0; asked < 5; asked++) {
      expect((await ask('de-drafter', '/files')).status).toBe(200)
    }
    await file.letGo()
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(forms.map(() => 200))
    for (const { form } of forms) expect(await row(form.key)).toBeDefined()
  })

  it('cannot change or remove what was sent (row 38)', async () => {
    const id = await scene.release('de-drafter', open, { body: 'As it was sent.' })
    const said = { commentType: 'scope', body: 'Never said.', revision: '1' }
    expect(
      await act('de-drafter', open.path, { act: 'revise', comment: id, ...said }),
    ).toMatchObject({ status: 409 })
    expect(
      await act('de-representative', open.path, { act: 'discard', comment: id }),
    ).toMatchObject({ status: 409 })
    for (const other of ['fr-representative', 'nl-representative'])
      expect(await act(other, open.path, { act: 'recall', comment: id, reason: '' })).toMatchObject(
        {
          status: 403,
        },
      )
    expect(await row(id)).toMatchObject({ body: 'As it was sent.', recalledAt: null })
  })

  it('says of a comment that is not for the sender what it says of one that is not there (row 34)', async () => {
    const form = written({ body: 'Inside Germany.' })
    await act('de-drafter', open.path, form)
    const tries = (comment: string): Record<string, string>[] => [
      { act: 'revise', comment, revision: '1', commentType: 'scope', body: 'x' },
      { act: 'discard', comment },
      { act: 'release', comments: `${comment}:1`, audience: 'version' },
      { act: 'recall', comment, reason: '' },
      { act: 'reply', comment, key: randomUUID(), outcome: 'taken-up', reason: '' },
      { act: 'take-up', comment, key: randomUUID(), reason: '' },
      written({ key: randomUUID(), thread: comment }),
      written({ key: randomUUID(), supersedes: comment }),
    ]
    for (const person of ['fr-representative', 'nl-representative']) {
      const missing = tries(randomUUID())
      for (const [index, attempt] of tries(form.key).entries()) {
        const [hidden, absent] = await Promise.all([
          act(person, open.path, attempt),
          act(person, open.path, missing[index] ?? {}),
        ])
        expect(hidden.status).toBe(404)
        expect(JSON.parse(hidden.body)).toMatchObject({ refusal: 'refusals.not-found' })
        expect(JSON.parse(absent.body)).toMatchObject({ refusal: 'refusals.not-found' })
      }
    }
    expect(await row(form.key)).toMatchObject({ lane: 'inner', discardedAt: null })
  })

  it('does nothing in one file through the room of another', async () => {
    const form = written()
    await act('de-drafter', narrow.path, form)
    const release = { act: 'release', comments: `${form.key}:1`, audience: 'version' }
    expect(await act('de-representative', open.path, release)).toMatchObject({ status: 404 })
    expect(await row(form.key)).toMatchObject({ lane: 'inner' })
  })

  it('that names no act, or asks too much, changes nothing', async () => {
    const forms: Record<string, string>[] = [
      {},
      { act: 'constructor' },
      { act: 'adopt' },
      written({ commentType: 'nonsense' }),
      written({ key: 'not-a-key' }),
      written({ body: '' }),
      written({ body: 'x'.repeat(30_000) }),
    ]
    for (const form of forms)
      expect(await act('de-drafter', open.path, form)).toMatchObject({ status: 422 })
  })

  it('stores no character that a database could choke on', async () => {
    const form = written({ body: 'a\u0000b\u0007c' })
    expect(await act('de-drafter', open.path, form)).toMatchObject({ status: 200 })
    expect(await row(form.key)).toMatchObject({ body: 'abc' })
  })
})
