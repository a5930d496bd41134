import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { editionAddress, entryAddress, measureAddress } from '#app/open-data/addresses.ts'
import { documents } from '#db/schema/documents.ts'
import { attachments, measures, parallelDrafts } from '#db/schema/measures.ts'
import { mail } from '#db/schema/post.ts'
import { seals } from '#db/schema/record.ts'
import { entries } from '#db/schema/register.ts'
import { openSession } from '#db/sessions.server.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { signIn } from '#tests/realtime/portal.ts'
import { joinWish, RawSocket } from '#tests/realtime/raw-socket.ts'
import { type Answer, crawlerOf, type Crawler } from './crawler.ts'
import { planted, plantComments, plantWords, writeUnshared } from './planted.ts'

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal
let hidden: Awaited<ReturnType<typeof plantWords>>

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, { DATABASE_URL: database.url })
  hidden = await plantWords(database.db)
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

async function crawlerFor(person: string | null): Promise<Crawler> {
  if (!person) return crawlerOf(portal.origin, null)
  const { token } = await database.db.transaction((tx) =>
    openSession(tx, demoPersonId(person), null),
  )
  return crawlerOf(portal.origin, sessionCookie(portal.origin).keep(token).split(';')[0] ?? null)
}

const starts = [
  '/',
  '/home',
  '/files',
  '/register',
  '/post',
  '/commission',
  '/article-10',
  '/help',
  '/account',
  '/people',
]

/** Every address that leads to something, whether or not a page links to it. */
async function everyAddress(): Promise<string[]> {
  const files = await database.db.select().from(measures)
  const rooms = [
    '',
    '/draft',
    '/codes?code=3B801',
    '/lost-words',
    '/share',
    '/details',
    '/notice',
    '/record',
    '/record/notification',
    '/positions',
    '/attachments',
    '/compare?from=1&to=2',
    '/outcomes?state=all',
    '/as-of',
    '/as-of?day=2999-01-01&time=12:00',
    '/withhold',
    '/authors',
    '/authors?at=1',
    '/proposals',
    '/proposals?version=1',
    '/words',
    '/words?version=1',
    '/versions/1',
    '/versions/1?language=de',
    '/versions/1?language=de&sides=both',
    '/versions/1/translations',
    '/versions/1/table',
    '/versions/1/answers',
    '/versions/1/table.docx?status=inner',
    '/versions/1/text.docx?inner=on',
    '/draft.docx',
    '/compare.docx?from=1&to=2',
    '/positions.docx',
    '/versions/2',
    '/versions/2/table',
  ]
  // In the others nothing is planted: links lead into them, and these rooms tell of other files.
  const withWords = [hidden.unshared, hidden.shared, hidden.notice, hidden.amendment]
  const roomsOf = (reference: string) =>
    withWords.includes(reference) ? rooms : ['', '/record', '/versions/1', '/codes?code=3B801']
  const uploads = await database.db.select().from(attachments)
  const links = await database.db.select().from(parallelDrafts)
  return [
    ...files.flatMap(({ reference }) =>
      roomsOf(reference).map((room) => `/files/${referenceInAddress(reference)}${room}`),
    ),
    ...links.flatMap(({ measureId, otherId }) => {
      const [one = '', other = ''] = [measureId, otherId].map((id) =>
        referenceInAddress(files.find((file) => file.id === id)?.reference ?? ''),
      )
      return [`/files/${one}/parallel/${other}`, `/files/${other}/parallel/${one}`]
    }),
    ...withWords.flatMap((reference) =>
      uploads.map(({ id }) => `/files/${referenceInAddress(reference)}/attachments/${id}`),
    ),
    // By the beginning of the word: an answer may repeat what was asked for.
    ...Object.values(planted).flatMap((word) => [
      `/register?q=${word.slice(0, -2)}`,
      `/register.json?q=${word.slice(0, -2)}&${everyState}`,
      `/register.csv?q=${word.slice(0, -2)}&${everyState}`,
      `/files?words=${word}`,
      `/sign-in?return=/${word}`.replace(word, ''),
    ]),
    ...(await sealedRecords(files)),
    ...(await registerAddresses(files)),
  ]
}

const everyState = 'state=in-force&state=to-come&state=unrecorded&state=ended'

/** The register as data: everything, each file by its reference, and each entry that nobody may know of. */
async function registerAddresses(files: readonly (typeof measures.$inferSelect)[]) {
  const rows = await database.db.select().from(entries)
  const planted = rows.filter(({ isPublic, code }) => !isPublic || code.startsWith('8A97'))
  return [
    `/register.json?limit=500&${everyState}`,
    `/register.csv?${everyState}`,
    '/register/measures.json?limit=500',
    '/register/compilations.json',
    '/register/feed.atom?limit=200',
    '/register/feed.atom?code=8A977',
    '/register/NL/feed.atom?limit=200',
    '/register/dataset.jsonld',
    '/register/openapi.json',
    '/register/data',
    ...files.flatMap(({ reference }) => {
      const address = measureAddress(reference)
      return [
        address,
        ...['measure.json', 'measure.xml', 'feed.atom'].map((as) => `${address}/${as}`),
      ]
    }),
    ...planted.flatMap(({ issuer, key, id }) => [
      ...['', '/entry.json', '/feed.atom'].map((as) => entryAddress(issuer, key) + as),
      ...['', '/edition.json', '/edition.xml'].map((as) => editionAddress(issuer, key, id) + as),
    ]),
  ]
}

async function sealedRecords(files: readonly (typeof measures.$inferSelect)[]): Promise<string[]> {
  const rows = await database.db.select().from(seals)
  return rows.map(({ of, subjectId, measureId }) => {
    const file = files.find(({ id }) => id === measureId)
    const reference = file ? referenceInAddress(file.reference) : ''
    switch (of) {
      case 'adoption':
        return `/register/measures/${reference}/sealed.json`
      case 'notification':
        return `/files/${reference}/record/notifications/${subjectId}/sealed.json`
      case 'compilation':
        return `/compilations/${subjectId}/sealed.json`
    }
  })
}

/**
 * Opens a socket, asks for every text and every version, follows what is recorded, and keeps each
 * packet as it came. Updates of texts travel as base64, so they are read as bytes as well.
 */
async function listenAs(person: string, forbidden: readonly string[]) {
  const raw = await RawSocket.open(portal.origin, await signIn(database, person))
  const packets: string[] = []
  raw.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => packets.push(String(data)))
  const texts = await database.db.select({ id: documents.id }).from(documents)
  for (const { id } of texts) await raw.ask('join', joinWish(id))
  const files = await database.db.select({ reference: measures.reference }).from(measures)
  for (const { reference } of files) await raw.ask('watch', { reference, version: 1 })
  await raw.ask('follow', { after: 0 })
  const heard = () => packets.map((packet) => `${packet}\n${bytesIn(packet)}`.toLowerCase())
  return {
    askForAllThatHappened: () => raw.ask('follow', { after: 0 }),
    leaks: () =>
      heard().flatMap((packet) =>
        forbidden
          .filter((word) => packet.includes(word))
          .map((word) => `${person} received ${word}: ${packet.slice(0, 200)}`),
      ),
    holds: (word: string) => heard().some((packet) => packet.includes(word)),
    close: () => raw.close(),
  }
}

function bytesIn(packet: string): string {
  const encoded = packet.match(/"[A-Za-z0-9+/]{16,}={0,2}"/g) ?? []
  return encoded.map((text) => Buffer.from(text, 'base64').toString('latin1')).join('\n')
}

/**
 * Each loader alone, past its parents: what Remix answers to `?_data=`. Loaders of other pages than the
 * address names are refused by Remix itself; that is asked of the first address only.
 */
function loadersAlone(addresses: readonly string[]): string[] {
  const routes = [
    'root',
    ...readdirSync('app/routes').map((name) => `routes/${name.replace(/\.tsx?$/, '')}`),
  ]
  return addresses.flatMap((address, index) => {
    const [path = ''] = address.split('?')
    const asked = index === 0 ? routes : routes.filter((route) => mayLeadTo(route, path))
    return asked.map(
      (route) => `${address}${address.includes('?') ? '&' : '?'}_data=${encodeURIComponent(route)}`,
    )
  })
}

/** Whether a route of this name is the one of a path, or one around it. */
function mayLeadTo(route: string, path: string): boolean {
  // The root and the page for what is not there are the same everywhere.
  if (['root', 'routes/$'].includes(route)) return false
  const parts = route
    .replace('routes/', '')
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((part) => part !== '_index')
    .map((part) => part.replaceAll('\0', '.').replace(/_$/, ''))
  const asked = path.split('/').filter((part) => part !== '')
  return parts.every((part, index) =>
    part.startsWith('$') ? asked[index] !== undefined : part === asked[index],
  )
}

function findings(answers: readonly Answer[], words: readonly string[]): string[] {
  return answers.flatMap(({ address, status, body }) =>
    words
      // An answer may repeat what was asked for.
      .filter((word) => !address.includes(word) && body.toLowerCase().includes(word))
      .map((word) => `${address} (${status}) holds ${word}`),
  )
}

const { unshared, forGermany, translatedForGermany, insideGermany, forTheOwner, insideItaly } =
  planted
/** What the owner adopted and has told nobody of. */
const adopted = [planted.unpublished, planted.preparing, planted.amending]

/** Who may not have which words. */
const withoutRight: readonly [string, string | null, readonly string[]][] = [
  ['a stranger', null, Object.values(planted)],
  ['France', 'fr-representative', Object.values(planted)],
  ['the Commission', 'com-officer', Object.values(planted)],
  ['the Council secretariat', 'gsc-reader', Object.values(planted)],
  ['Germany', 'de-representative', [unshared, insideItaly, ...adopted]],
  ['the owner', 'nl-representative', [insideGermany, insideItaly]],
  ['an administrator of the owner', 'nl-administrator', Object.values(planted)],
]

describe('a planted word (row 33)', () => {
  it.each(withoutRight)(
    'is never received by %s, who may not have it',
    async (_, person, words) => {
      const crawler = await crawlerFor(person)
      const linked = await crawler.crawl(starts, 2)
      const addresses = await everyAddress()
      const hiddenRooms = addresses.filter((address) =>
        [hidden.unshared, hidden.shared].some((reference) =>
          address.includes(referenceInAddress(reference)),
        ),
      )
      // Files to take away have no loader beside their own.
      const pages = hiddenRooms.filter((address) => !address.includes('.docx'))
      const seen = new Set(linked.map(({ address }) => address))
      const others = addresses.filter((address) => !seen.has(address))
      const direct = await crawler.getAll([...others, ...loadersAlone(pages)])
      expect(findings([...linked, ...direct], words)).toEqual([])
      // The crawl went somewhere: it is no proof to have been turned away at the door.
      expect(linked.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
    },
    240_000,
  )

  it('is found by those who may have it', async () => {
    const owner = await crawlerFor('nl-drafter')
    const germany = await crawlerFor('de-drafter')
    const address = (reference: string) => `/files/${referenceInAddress(reference)}`
    expect((await owner.get(address(hidden.unshared))).body).toContain(unshared)
    expect((await germany.get(`${address(hidden.shared)}/versions/1`)).body).toContain(forGermany)
    expect((await germany.get(`${address(hidden.shared)}/versions/1`)).body).toContain(
      insideGermany,
    )
    const translated = `${address(hidden.shared)}/versions/1?language=de`
    expect((await germany.get(translated)).body).toContain(translatedForGermany)
    const amendment = `/files/${new Date().getFullYear()}-NL-0003/versions/2`
    expect((await owner.get(amendment)).body).toContain(forTheOwner)
    for (const [reference, word] of [
      [hidden.unpublished, planted.unpublished],
      [hidden.published, planted.preparing],
      [hidden.amending, planted.amending],
    ])
      expect((await owner.get(`${address(reference ?? '')}/versions/1`)).body).toContain(word)
    // The list that stands in the gazette is there for everybody, as far as it is the measure.
    const open = await (
      await crawlerFor(null)
    ).get(`${measureAddress(hidden.published)}/measure.xml`)
    expect(open.body).toContain('Submersibles')
  })

  it('comes through the socket of nobody who may not have it', async () => {
    const listeners = await Promise.all(
      withoutRight.flatMap(([, person, words]) => (person ? [listenAs(person, words)] : [])),
    )
    const owner = await listenAs('nl-drafter', [])
    await writeUnshared(database.db, hidden.unshared)
    await plantComments(database.db, hidden.shared)
    for (const listener of [...listeners, owner]) await listener.askForAllThatHappened()
    expect(listeners.flatMap(({ leaks }) => leaks())).toEqual([])
    // Whoever may have it got it the same way: the socket was open and the text was written.
    expect(owner.holds(unshared)).toBe(true)
    for (const { close } of [...listeners, owner]) close()
  })

  it('stands in no mail', async () => {
    const rows = await database.db.select().from(mail)
    const text = JSON.stringify(rows).toLowerCase()
    expect(rows.length).toBeGreaterThan(0)
    expect(Object.values(planted).filter((word) => text.includes(word))).toEqual([])
  })

  it('stands in no line of the log', () => {
    const said = (portal.output() + portal.errors()).toLowerCase()
    expect(Object.values(planted).filter((word) => said.includes(word))).toEqual([])
  })
})

describe('a measure that no gazette has', () => {
  it('is answered by the register like one that there is not, also to those who know it', async () => {
    const row = (await database.db.select().from(entries)).find(({ code }) => code === '8A978')
    if (!row) throw new Error('the list was adopted')
    const addresses = (reference: string, key: string, id: string) => [
      ...['', '/measure.json', '/measure.xml', '/feed.atom'].map(
        (as) => measureAddress(reference) + as,
      ),
      ...['', '/entry.json', '/feed.atom'].map((as) => entryAddress('NL', key) + as),
      ...['', '/edition.json', '/edition.xml'].map((as) => editionAddress('NL', key, id) + as),
      ...['', '/edition.json', '/edition.xml'].map((as) => editionAddress('NL', '8A977', id) + as),
      `/register.json?after=${id}`,
      `/register/measures.json?after=${referenceInAddress(reference)}`,
      `/register/feed.atom?before=${referenceInAddress(reference)}/adopted`,
    ]
    const none = '00000000-0000-4000-8000-000000000000'
    const missing = hidden.unpublished.replace(/\d+$/, '9999')
    for (const person of [null, 'de-representative', 'nl-representative']) {
      const crawler = await crawlerFor(person)
      const told = async (reference: string, key: string, id: string) =>
        (await crawler.getAll(addresses(reference, key, id))).map(({ status, body }) =>
          anonymous(
            { address: '', status, body: body.replaceAll(key, 'KEY').replaceAll(id, 'ID') },
            referenceInAddress(reference),
          ),
        )
      expect(await told(hidden.unpublished, '8A978', row.id)).toEqual(
        await told(missing, '8A979', none),
      )
    }
  })
})

describe('a file that one may not see', () => {
  it('is answered like one that does not exist, on every address and for every form (row 15) (row 34)', async () => {
    const crawler = await crawlerFor('fr-representative')
    const there = referenceInAddress(hidden.unshared)
    const missing = there.replace(/\d+$/, '9999')
    const answers = async (reference: string) => [
      ...(await Promise.all(rooms.map((room) => crawler.get(`/files/${reference}${room}`)))),
      ...(await Promise.all(
        acts.map((act) => crawler.post(`/files/${reference}?index`, { ...form, act })),
      )),
    ]
    const of = async (reference: string) =>
      (await answers(reference)).map((answer) => anonymous(answer, reference))
    const told = await of(there)
    expect(told).toEqual(await of(missing))
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([404]))
  })
})

const rooms = [
  '',
  '/draft',
  '/codes?code=3B801',
  '/lost-words',
  '/share',
  '/details',
  '/record',
  '/positions',
  '/versions/1',
  '/versions/1/table',
  '/versions/1/answers',
  '/versions/1/answers/00000000-0000-4000-8000-000000000001',
  '/versions/1/table.csv',
  '/versions/1/table.docx',
  '/versions/1/table.pdf',
  '/versions/1/text.docx',
  '/versions/1/text.pdf',
  '/compare.docx?from=1&to=2',
  '/draft.docx',
  '/positions.docx',
  '/positions.pdf',
  '/compare?from=1&to=2',
  '/notice',
  '/record/notification',
  '/record/notifications/00000000-0000-4000-8000-000000000001',
  '/record/notifications/00000000-0000-4000-8000-000000000001/pack',
  '/record/notifications/00000000-0000-4000-8000-000000000001/sealed.json',
  '/attachments',
  '/attachments/00000000-0000-4000-8000-000000000001',
]
const acts = ['recall', 'withdraw', 'link', 'step', 'open-draft']
const form = {
  reference: 'x',
  reason: 'x',
  revision: '1',
  number: '1',
  title: 'x',
  key: '6f1b2a52-43a5-4b57-8a3d-8f0d0a1c1a01',
  on: '',
}

/** An answer without what is different in every one: incident, time, nonce and its own address. */
function anonymous({ status, body }: Answer, reference: string) {
  const text = body
    .replaceAll(reference, 'REFERENCE')
    .replaceAll(reference.replaceAll('-', '/'), 'REFERENCE')
    .replaceAll(/nonce-[\w+/=]+|nonce="[^"]*"|nonce\\?":\\?"[^"]*"/g, 'NONCE')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?!-)/g, 'INCIDENT')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|date: .*/gi, 'TIME')
    .replaceAll(/etag: .*/gi, '')
  return { status, text }
}
