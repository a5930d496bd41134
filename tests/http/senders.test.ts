import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { comments } from '#db/schema/comments.ts'
import { events } from '#db/schema/record.ts'
import { endSessions, openSession } from '#db/sessions.server.ts'
import { roomScene } from '#tests/browser/room-scene.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal
let room: { reference: string; number: number; path: string }

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
  room = await roomScene(database.db).room()
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

async function signIn(person: string) {
  const { token, sessionId } = await database.db.transaction((tx) =>
    openSession(tx, demoPersonId(person), null),
  )
  const cookie = sessionCookie(portal.origin).keep(token).split(';')[0] ?? ''
  return { cookie, end: () => database.db.transaction((tx) => endSessions(tx, { sessionId })) }
}

/** How a page of ours sends a form: by its script, or as the browser does without one. */
const ways = {
  script: `?index&_data=${encodeURIComponent('routes/files.$reference.versions.$number._index')}`,
  browser: '?index',
}

async function post(address: string, cookie: string, body: URLSearchParams | FormData) {
  const headers = { origin: portal.origin, cookie }
  const answer = await fetch(portal.origin + address, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body,
  })
  return { status: answer.status, text: await answer.text() }
}

const written = (person: string, more: Record<string, string> = {}) => ({
  act: 'write',
  key: randomUUID(),
  place: 'whole',
  commentType: 'scope',
  body: 'Wider than the risk, "it" <seems>.',
  sender: demoPersonId(person),
  ...more,
})

const sentBy = (form: Record<string, string>, cookie: string, way: keyof typeof ways) =>
  post(room.path + ways[way], cookie, new URLSearchParams(form))

async function row(key: string) {
  const [found] = await database.db.select().from(comments).where(eq(comments.id, key))
  return found
}

/** The fields of the one form of a page, as a browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [
      name,
      value
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ]),
  )
}

describe('a form that is sent after the session has ended', () => {
  it('comes back to the script with what was entered, and is no way to another page', async () => {
    const session = await signIn('de-drafter')
    await session.end()
    const form = written('de-drafter')
    const { status, text } = await sentBy(form, session.cookie, 'script')
    expect(status).toBe(401)
    const { sender, ...entered } = form
    expect(JSON.parse(text)).toEqual({ refusal: 'refusals.session-ended', values: entered })
    expect(text).not.toContain(sender)
  })

  it('comes back without a script as a page that sends it again, once, for the same person', async () => {
    const session = await signIn('de-drafter')
    await session.end()
    const form = written('de-drafter')
    const { status, text } = await sentBy(form, session.cookie, 'browser')
    expect(status).toBe(401)
    expect(text).toContain('Your session has ended, so nothing was sent.')
    expect(text).toMatch(/<a href="\/sign-in" target="_blank" rel="noopener">/)
    expect(text).toContain(`action="${room.path}?index="`)
    expect(fieldsOf(text)).toEqual(form)
    const again = await signIn('de-drafter')
    for (const _ of [1, 2]) {
      const answer = await post(
        `${room.path}?index=`,
        again.cookie,
        new URLSearchParams(fieldsOf(text)),
      )
      expect(answer.status).toBe(200)
    }
    expect(await row(form.key)).toMatchObject({ body: form.body, delegation: 'DE' })
    const acts = await database.db.select().from(events)
    expect(acts.filter(({ content }) => content.includes(form.key))).toHaveLength(1)
  })

  it('says that a file has to be chosen again', async () => {
    const form = new FormData()
    form.set('name', 'The risk assessment, in words')
    form.set('file', new File(['%PDF-1.7'], 'risk.pdf', { type: 'application/pdf' }))
    const path = room.path.replace(/versions.*/, 'attachments')
    const { status, text } = await post(`${path}?index`, '', form)
    expect(status).toBe(401)
    expect(text).toContain('A file that was sent with it is not kept')
    expect(fieldsOf(text)).toEqual({ name: 'The risk assessment, in words' })
  })

  it('leaves pages that are only looked at to the sign-in, which leads back', async () => {
    const answer = await fetch(portal.origin + room.path, { redirect: 'manual' })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/sign-in?return=${encodeURIComponent(room.path)}`)
  })
})

describe('a form of a page that was made for somebody else', () => {
  it.each(['script', 'browser'] as const)('is refused, and says why (%s)', async (way) => {
    const { cookie } = await signIn('fr-drafter')
    const form = written('de-drafter')
    const { status, text } = await sentBy(form, cookie, way)
    expect(status).toBe(403)
    expect(text).toContain(form.body.slice(0, 20))
    expect(text).toContain(
      { script: 'refusals.other-sender', browser: 'Nothing was sent in their name.' }[way],
    )
    expect(await row(form.key)).toBeUndefined()
  })
})

describe('a right that is lost', () => {
  /** The roles of a person end while their form waits for the record. */
  async function withoutRights(person: string, send: () => ReturnType<typeof post>) {
    const holder = await database.sql.reserve()
    try {
      await holder`BEGIN`
      // The lock of the record (db/record.server.ts): the act has been allowed and waits to be written.
      await holder`SELECT pg_advisory_xact_lock(${0x0c_0e_27})`
      const answer = send()
      await expect
        .poll(async () => {
          const [waiting] = await database.db.execute<{ count: number }>(
            sql`SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
          )
          return waiting?.count
        })
        .toBe(1)
      await holder`UPDATE role_grants SET ended_at = now()
        WHERE person_id = ${demoPersonId(person)} AND ended_at IS NULL`
      await holder`COMMIT`
      return await answer
    } finally {
      holder.release()
    }
  }

  it('between the asking and the record is a refusal, with what was entered', async () => {
    const { cookie } = await signIn('es-drafter')
    const form = written('es-drafter')
    const { status, text } = await withoutRights('es-drafter', () => sentBy(form, cookie, 'script'))
    expect(status).toBe(403)
    expect(JSON.parse(text)).toMatchObject({
      refusal: 'refusals.rights-withdrawn',
      values: { body: form.body },
    })
    expect(await row(form.key)).toBeUndefined()
  })

  it('is one without a script too, and before the asking', async () => {
    const { cookie } = await signIn('it-drafter')
    const form = written('it-drafter')
    const late = await withoutRights('it-drafter', () => sentBy(form, cookie, 'browser'))
    expect(late.status).toBe(403)
    expect(late.text).toContain('Your rights were changed while this was being sent')
    expect(fieldsOf(late.text)).toEqual(form)
    const early = await sentBy(form, cookie, 'browser')
    // Nobody may see it who has no role, so it is not there.
    expect(early.status).toBe(404)
    expect(fieldsOf(early.text)).toEqual(form)
  })
})

describe('the sources', () => {
  const files = ['app/components', 'app/routes'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => ({
        name: `${folder}/${name}`,
        text: readFileSync(`${folder}/${name}`, 'utf8'),
      })),
  )

  it('name the sender in every form that is posted, where a stranger has nothing to send', () => {
    const forms = files.flatMap(({ name, text }) =>
      [...text.matchAll(/<Form\s[^>]*method="post"[^>]*>\s*(<\w+)?/g)].map(([, first]) => ({
        name,
        isNamed: first === '<SenderField',
      })),
    )
    expect(forms.filter(({ isNamed }) => !isNamed).map(({ name }) => name)).toEqual([
      'app/components/shell.tsx',
      'app/routes/invitations.$token.tsx',
      'app/routes/sign-in.tsx',
      'app/routes/sign-in_.demonstration.tsx',
    ])
    expect(forms.length).toBeGreaterThan(8)
  })

  it('keep every page of somebody signed in when it may not be theirs any more', () => {
    const asking = files.filter(
      ({ text }) =>
        text.includes('requireActor(') &&
        text.includes('function loader') &&
        text.includes('export default'),
    )
    expect(asking.length).toBeGreaterThan(20)
    expect(
      asking.filter(
        ({ text }) =>
          !/keepPage as shouldRevalidate|shouldRevalidate = asksAgain|\|\| asksAgain\(/.test(text),
      ),
    ).toEqual([])
  })
})
