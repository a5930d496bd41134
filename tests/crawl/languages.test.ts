import { createHash, randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { findLanguagesDesk } from '#app/queries/languages-desk.server.ts'
import { findLanguagePage } from '#app/queries/list-languages.server.ts'
import { findNextPackage } from '#app/queries/language-package.server.ts'
import { events } from '#db/schema/record.ts'
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

const year = new Date().getFullYear()
const reference = `${year}/PL/0001`
const list = `/files/${year}-PL-0001/languages`

async function get(person: string | null, address: string) {
  return fetch(portal.origin + address, {
    redirect: 'manual',
    headers: person ? await headersOf(portal.origin, database.db, person) : {},
  })
}

const lastEvent = async () =>
  (await database.db.select().from(events).orderBy(desc(events.id)).limit(1))[0]?.id

/** Sends a form that must be refused, and shows that nothing at all was recorded. */
async function refused(person: string, address: string, body: URLSearchParams | FormData) {
  const before = await lastEvent()
  const answer = await fetch(portal.origin + address, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: await headersOf(portal.origin, database.db, person),
  })
  const page = await answer.text()
  expect(await lastEvent()).toBe(before)
  expect(page).not.toMatch(/\n\s+at .*:\d+:\d+/)
  return { status: answer.status, page }
}

function upload(name: string, bytes: string | Uint8Array) {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], name))
  return form
}

const officerPage = async (language: 'de' | 'fr' | 'pl') => {
  const place = { reference, language }
  const page = await findLanguagePage({ db: database.db }, demoActor('com-officer'), place)
  if (!page.ok) throw new Error(page.reason)
  return page
}

describe('addresses of languages', () => {
  it('are those of the official languages, and of lists and entries that are there', async () => {
    const [entry] = (await officerPage('fr')).rows
    const statuses = await Promise.all(
      [
        `${list}/fr`,
        `${list}/fr/entries/${entry?.id}`,
        `${list}/xx`,
        `${list}/FR`,
        // That of the act.
        `${list}/en`,
        `${list}/fr/entries/${randomUUID()}`,
        `${list}/fr/entries/1`,
        `${list}/fr/uploads/${randomUUID()}`,
        `${list}/fr/table.csv?entry=nothing`,
        '/files/2020-PL-0009/languages',
        `/commission/languages/packages/${randomUUID()}`,
        '/commission/languages/packages/none/package.zip',
      ].map(async (address) => (await get('com-officer', address)).status),
    )
    expect(statuses).toEqual([200, 200, ...Array.from({ length: 10 }, () => 404)])
  })

  it('are for the Commission and the state whose list it is', async () => {
    const [entry] = (await officerPage('fr')).rows
    const desk = await findLanguagesDesk({ db: database.db }, demoActor('com-officer'))
    if (!desk.ok) throw new Error(desk.reason)
    const handed = `/commission/languages/packages/${desk.packages[0]?.id}`
    const pages = [
      list,
      `${list}/fr`,
      `${list}/fr/entries/${entry?.id}`,
      `${list}/fr/text.docx`,
      `${list}/fr/original.docx`,
      `${list}/fr/table.csv`,
      '/commission/languages',
      '/commission/languages/packages/new',
      handed,
      `${handed}/package.zip`,
    ]
    const statuses = async (person: string | null) =>
      Promise.all(pages.map(async (address) => (await get(person, address)).status))
    const of = (inner: number, desk: number) => [
      ...Array.from({ length: 6 }, () => inner),
      ...Array.from({ length: 4 }, () => desk),
    ]
    expect(await statuses('com-officer')).toEqual(of(200, 200))
    expect(await statuses('pl-drafter')).toEqual(of(200, 403))
    expect(await statuses('de-representative')).toEqual(of(403, 403))
    expect(new Set(await statuses(null))).toEqual(new Set([302]))
  })
})

describe('forms of languages', () => {
  it('say beside the file what is wrong with it', async () => {
    const address = `${list}/fr?index`
    const page = async (form: FormData) => refused('com-officer', address, form)
    const nothing = await page(new FormData())
    expect([nothing.status, nothing.page.includes('Choose a file.')]).toEqual([422, true])
    const neither = await page(upload('a.csv', 'neither,nor'))
    expect([neither.status, neither.page.includes('is no Word document and no table')]).toEqual([
      422,
      true,
    ])
    const broken = await page(upload('a.docx', 'PK\u0003\u0004 broken'))
    expect(broken.status).toBe(422)
    const large = await page(upload('a.csv', 'x'.repeat(5 * 1024 * 1024)))
    expect(large.status).toBe(413)
    expect((await refused('de-representative', address, upload('a.csv', 'x'))).status).toBe(403)
    expect((await refused('pl-representative', address, upload('a.csv', 'x'))).status).toBe(403)
  })

  it('name every row of a table that does not belong', async () => {
    const table = await (await get('com-officer', `${list}/fr/table.csv`)).text()
    const rows = table.replace('"3A901', '"moved').replaceAll('4 K', '5 K')
    const { status, page } = await refused(
      'com-officer',
      `${list}/fr?index`,
      upload('fr.csv', rows),
    )
    expect(status).toBe(422)
    expect(page).toContain('Rows that do not belong')
    expect(page).toContain('says something else than the act')
    expect(page).toMatch(/aria-invalid="true"[^>]*name="file"|name="file"[^>]*aria-invalid="true"/)
  })

  it('are refused with what does not fit, and with acts that are none', async () => {
    const { rows } = await officerPage('fr')
    const [row] = rows
    const post = (form: Record<string, string>, person = 'com-officer') =>
      refused(person, `${list}/fr?index`, new URLSearchParams(form))
    expect((await post({ act: 'publish' })).status).toBe(422)
    expect((await post({ act: 'hold', holder: 'somebody', entryIds: row?.id ?? '' })).status).toBe(
      422,
    )
    expect((await post({ act: 'hold', holder: 'nobody' })).status).toBe(422)
    expect((await post({ act: 'hold', holder: 'nobody', entryIds: randomUUID() })).status).toBe(404)
    const check = { act: 'check', key: randomUUID(), versions: row?.version?.id ?? '', reason: '' }
    const left = await post(check)
    expect([left.status, left.page.includes('The concordance finds differences')]).toEqual([
      422,
      true,
    ])
    expect((await post({ ...check, versions: randomUUID() })).status).toBe(404)
    expect((await post(check, 'pl-representative')).status).toBe(403)
    // Of another language.
    const german = await refused(
      'com-officer',
      `${list}/de?index`,
      new URLSearchParams({ ...check, reason: 'Why.' }),
    )
    expect(german.status).toBe(404)
  })

  it('hand over only what was seen, with a reason for its gaps', async () => {
    const next = await findNextPackage({ db: database.db }, demoActor('com-officer'))
    if (!next.ok) throw new Error(next.reason)
    const form = {
      key: randomUUID(),
      recipient: 'Publications Office',
      handedOn: next.today,
      reference: '',
      reason: '',
      manifest: next.sha256,
    }
    const post = (more: object, person = 'com-officer') =>
      refused(
        person,
        '/commission/languages/packages/new',
        new URLSearchParams({ ...form, ...more }),
      )
    const gaps = await post({})
    expect([gaps.status, gaps.page.includes('Not every language is complete.')]).toEqual([
      422,
      true,
    ])
    expect((await post({ reason: 'Why.', manifest: 'a'.repeat(64) })).status).toBe(409)
    expect((await post({ reason: 'Why.', manifest: 'no hash' })).status).toBe(422)
    expect((await post({ reason: 'Why.', handedOn: '2999-01-01' })).status).toBe(422)
    expect((await post({ reason: 'Why.' }, 'pl-representative')).status).toBe(403)
  })
})

describe('what is taken away', () => {
  it('is a table that opens as text, and documents of Word', async () => {
    const table = await get('com-officer', `${list}/fr/table.csv`)
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(table.headers.get('cache-control')).toContain('no-store')
    const bytes = new Uint8Array(await table.arrayBuffer())
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const word = await get('pl-drafter', `${list}/fr/text.docx`)
    const parts = unzipSync(new Uint8Array(await word.arrayBuffer()))
    const document = new TextDecoder().decode(parts['word/document.xml'])
    expect(document).toContain('une puissance dissipée inférieure à 10 mW.')
  })

  it('is a package whose manifest is byte for byte what was recorded, and says what it lacks', async () => {
    const desk = await findLanguagesDesk({ db: database.db }, demoActor('com-officer'))
    if (!desk.ok) throw new Error(desk.reason)
    const address = `/commission/languages/packages/${desk.packages[0]?.id}`
    const zip = await get('com-officer', `${address}/package.zip`)
    expect(zip.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    const sha256 = createHash('sha256')
      .update(files['manifest.json'] ?? '')
      .digest('hex')
    const page = await (await get('com-officer', address)).text()
    expect(page).toContain(sha256)
    expect(page).toContain('1 of 24 languages, not complete')
    const about = new TextDecoder().decode(files['about.txt'])
    expect(about).toContain('1 of 24 languages, not complete')
    expect(about).toContain(sha256)
    const texts = Object.keys(files).filter((name) => name.endsWith('.docx'))
    expect(texts).toEqual(['en.docx'])
    const parts = unzipSync(files['en.docx'] ?? new Uint8Array())
    const document = new TextDecoder().decode(parts['word/document.xml'])
    expect(document).toContain('1 of 24 languages, not complete')
  })
})
