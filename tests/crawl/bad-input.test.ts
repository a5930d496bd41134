import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor, writeDraft } from '#app/demonstration/acting.server.ts'
import { draft } from '#app/demonstration/text.ts'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { comments } from '#db/schema/comments.ts'
import { measures } from '#db/schema/measures.ts'
import { events } from '#db/schema/record.ts'
import { entries } from '#db/schema/register.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { headersOf } from './signed-in.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

type Form = Record<string, string | string[]>

async function statusOf(person: string, address: string): Promise<number> {
  const headers = await headersOf(portal.origin, database.db, person)
  return (await fetch(portal.origin + address, { headers })).status
}

async function post(person: string, address: string, form: Form) {
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  )
  const answer = await fetch(portal.origin + address, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: await headersOf(portal.origin, database.db, person),
  })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    page: await answer.text(),
  }
}

const file = (more: Form = {}): Form => ({
  key: randomUUID(),
  kind: 'national-control-list',
  changes: '',
  title: 'Dilution refrigerators',
  grounds: ['public-security'],
  marking: 'none',
  contact: '',
  originalLanguage: 'nl',
  ...more,
})

async function openFile(): Promise<string> {
  const { status, location } = await post('nl-drafter', '/files/new', file())
  expect(status).toBe(302)
  return location.replace(/\/draft$/, '')
}

async function measureAt(address: string) {
  const reference = referenceFromAddress(address.split('/').at(-1) ?? '')
  const measure = await findMeasureByReference(database.db, reference ?? '')
  if (!measure) throw new Error(`no file at ${address}`)
  return measure
}

const lastEvent = async () =>
  (await database.db.select().from(events).orderBy(desc(events.id)).limit(1))[0]?.id

/** Sends a form that must be refused, and shows that nothing at all was recorded. */
async function refused(person: string, address: string, form: Form) {
  const before = await lastEvent()
  const answer = await post(person, address, form)
  expect(await lastEvent()).toBe(before)
  expect(answer.page).not.toMatch(/\n\s+at .*:\d+:\d+/)
  return answer
}

const adoption = (revision: number, more: Form = {}): Form => ({
  act: 'adopt',
  key: randomUUID(),
  revision: String(revision),
  actTitle: 'Regeling',
  actNumber: 'Stcrt. 2026, 1',
  adoptedOn: '2026-11-20',
  gazette: '',
  reference: '',
  url: '',
  gazettedOn: '',
  inForceOn: '',
  ...more,
})

describe('bad input', () => {
  it('an empty title is said next to the field, and what was typed comes back', async () => {
    const { status, page } = await refused(
      'nl-drafter',
      '/files/new',
      file({ title: '  ', contact: 'Unit for licences' }),
    )
    expect(status).toBe(422)
    expect(page).toMatch(
      /name="title"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="title"/,
    )
    expect(page).toContain('Unit for licences')
  })

  it('a title of nothing but what nobody sees is empty', async () => {
    const { status, page } = await refused(
      'nl-drafter',
      '/files/new',
      file({ title: '\u200b\u2060 \u202e\ufeff\u00ad' }),
    )
    expect(status).toBe(422)
    expect(page).toMatch(
      /name="title"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="title"/,
    )
  })

  it('a title is kept as it is read: composed, in one line, turned by nothing', async () => {
    const title = ' Cafe\u0301s\u00a0\u00a0of\t\u202e31 \u200bnanometres\u2069 '
    const { location } = await post('nl-drafter', '/files/new', file({ title }))
    const { id } = await measureAt(location.replace(/\/draft$/, ''))
    const [row] = await database.db
      .select({ title: measures.title })
      .from(measures)
      .where(eq(measures.id, id))
    expect(row?.title).toBe('Cafés of 31 nanometres')
  })

  it('a wish that lies in the past is said next to the date', async () => {
    const address = await openFile()
    await write(address, '3B801')
    const { revision } = await measureAt(address)
    const { status, page } = await refused('nl-representative', `${address}/share`, {
      key: randomUUID(),
      revision: String(revision),
      audience: 'all',
      coverNote: 'kept',
      commentsBy: '2020-01-01',
    })
    expect(status).toBe(422)
    expect(page).toMatch(
      /name="commentsBy"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="commentsBy"/,
    )
    expect(page).toContain('kept')
  })

  it('a stale form is refused and not merged', async () => {
    const address = await openFile()
    const { revision } = await measureAt(address)
    const details = { title: 'First', grounds: ['human-rights'], marking: 'none', contact: '' }
    const form = { revision: String(revision), ...details }
    expect((await post('nl-drafter', `${address}/details`, form)).status).toBe(302)
    const { status } = await refused('nl-drafter', `${address}/details`, {
      ...form,
      title: 'Second',
    })
    expect(status).toBe(409)
    const [row] = await database.db
      .select({ title: measures.title })
      .from(measures)
      .where(eq(measures.id, (await measureAt(address)).id))
    expect(row?.title).toBe('First')
  })

  it('a second adoption is refused, and an odd code warns but is adopted', async () => {
    const address = await openFile()
    await write(address, 'Position 8486 (old)')
    const { revision } = await measureAt(address)
    const first = await post('nl-representative', `${address}/record?index`, adoption(revision))
    expect(first.status).toBe(302)
    const adopted = await measureAt(address)
    expect(adopted.stage).toBe('adopted')
    const second = await refused(
      'nl-representative',
      `${address}/record?index`,
      adoption(adopted.revision),
    )
    expect(second.status).toBe(409)
    const rows = await database.db.select().from(entries).where(eq(entries.measureId, adopted.id))
    expect(rows.map(({ code }) => code)).toEqual(['Position 8486 (old)'])
  })

  it('a form sent for another state does nothing, and says no more than for a file that is not there', async () => {
    const address = await openFile()
    const { revision } = await measureAt(address)
    const theirs = await refused('de-representative', `${address}/record?index`, {
      ...adoption(revision),
      owner: 'NL',
      delegation: 'NL',
    })
    expect(theirs.status).toBe(404)
    const opened = await post('de-drafter', '/files/new', file({ owner: 'NL', delegation: 'NL' }))
    expect((await measureAt(opened.location.replace(/\/draft$/, ''))).owner).toBe('DE')
  })

  it('five megabytes of text are refused next to the field, and nothing is half written', async () => {
    const amendment = `/files/${new Date().getFullYear()}-NL-0003/versions/2?index`
    const count = () => database.db.$count(comments)
    const before = await count()
    const { status } = await refused('fr-representative', amendment, {
      act: 'write',
      key: randomUUID(),
      place: 'whole',
      commentType: 'scope',
      body: 'x'.repeat(5 * 1024 * 1024),
    })
    expect([413, 422]).toContain(status)
    expect(await count()).toBe(before)
  })

  it('a body larger than any form is turned away with a reason', async () => {
    const { status, page } = await refused(
      'nl-drafter',
      '/files/new',
      file({ title: 'x'.repeat(9 * 1024 * 1024) }),
    )
    expect(status).toBe(413)
    expect(page.length).toBeGreaterThan(0)
  })

  it.each(['/sign-in/demonstration', '/files/new'])(
    'more fields than any form has are refused at %s, from whoever sends them',
    async (address) => {
      const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`f${n}`, '1']))
      const { status, page } = await refused('nl-drafter', address, many)
      expect(status).toBe(413)
      expect(page).toContain('more fields than any form')
    },
  )

  it.each([
    '/register?on=0000-01-01',
    '/files?page=0',
    '/files?page=99999999999999999999',
    '/files?page=-1.5',
  ])('%s is answered as if it had not been said', async (address) => {
    expect(await statusOf('nl-drafter', address)).toBe(200)
  })

  it.each(['/register.csv?on=0000-01-01', '/register.json?on=abc'])(
    '%s is answered 400: a file does not say what was left out of the question',
    async (address) => {
      expect(await statusOf('nl-drafter', address)).toBe(400)
    },
  )
})

async function write(address: string, code: string) {
  const { reference } = await measureAt(address)
  const content = draft({ subject: ['Subject'], grounds: ['Public security'] }, [
    { code, heading: 'Items', children: [] },
  ])
  await database.db.transaction((tx) =>
    writeDraft({ tx, deps: { db: tx } }, demoActor('nl-drafter'), reference, content),
  )
}
