import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionAddress, entryAddress } from '#app/open-data/addresses.ts'
import { entries } from '#db/schema/register.ts'
import { openValidator } from '#tests/akn/validator.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { describedBy } from './described.ts'
import { readFeed } from './read-feed.ts'

/** The register of the demonstration, asked over HTTP and held against its own description. */

const watchdog = startWatchdog()
let database: FreshDatabase
let portal: Portal
let described: ReturnType<typeof describedBy>

beforeAll(async () => {
  database = await demonstrationDatabase()
  portal = await startPortal(watchdog, {
    DATABASE_URL: database.url,
    REGISTER_LICENCE: 'https://creativecommons.org/licenses/by/4.0/',
  })
  described = describedBy((await ask('/register/openapi.json')).json())
}, 120_000)
afterAll(async () => {
  await portal.stop()
  await database.close()
  await watchdog.finish()
})

async function ask(address: string, init: RequestInit = {}) {
  const answer = await fetch(new URL(address, portal.origin), { redirect: 'manual', ...init })
  const text = await answer.text()
  const { status, headers } = answer
  const mediaType = headers.get('content-type')?.split(';')[0] ?? ''
  return { status, headers, mediaType, text, json: () => JSON.parse(text) }
}

/** Asks for JSON and holds it against what the description publishes of the path. */
async function asked(path: string, address: string, status = 200) {
  const answer = await ask(address)
  expect([address, answer.status]).toEqual([address, status])
  const faults = described.faultsOf(path, status, answer.mediaType, answer.json())
  expect(faults).toEqual([])
  return answer.json()
}

const everyState = 'state=in-force&state=to-come&state=unrecorded&state=ended'
type Entry = typeof entries.$inferSelect

function addressOf(entry: Entry | undefined): string {
  return entry ? editionAddress(entry.issuer, entry.key, entry.id) : ''
}

const publicEntries = () => database.db.select().from(entries).where(eq(entries.isPublic, true))

describe('a search', () => {
  it('gives every published edition once, page by page, as it is described', async () => {
    const pages: { on: string; next: string | null; entries: { id: string }[] }[] = []
    let next: string | null = `/register.json?limit=4&${everyState}`
    while (next) {
      const page = await asked('/register.json', next)
      pages.push(page)
      next = page.next
    }
    const seen = pages.flatMap((page) => page.entries.map(({ id }) => id))
    const all = await publicEntries()
    expect(all.length).toBeGreaterThan(8)
    expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
    expect(Math.max(...pages.map((page) => page.entries.length))).toBe(4)
    // The day is asked for from the second page on, so that midnight changes nothing.
    const days = pages.slice(0, -1).map((page) => new URL(page.next ?? '').searchParams.get('on'))
    expect(days).toEqual(pages.slice(0, -1).map((page) => page.on))
  })

  it('says in a header where the next page is, as JSON and as CSV', async () => {
    for (const address of ['/register.json', '/register.csv']) {
      const { headers } = await ask(`${address}?limit=1&${everyState}`)
      const [, next] = headers.get('link')?.match(/^<([^>]+)>; rel="next"$/) ?? []
      expect((await ask(next ?? '')).status).toBe(200)
    }
    expect((await ask(`/register.json?${everyState}`)).headers.get('link')).toBeNull()
    const whole = await ask(`/register.csv?${everyState}`)
    expect(whole.headers.get('link')).toBeNull()
    expect(whole.text.trim().split('\r\n')).toHaveLength((await publicEntries()).length + 1)
  })

  it('goes on behind the same entry when others are published meanwhile', async () => {
    const first = await asked('/register.json', `/register.json?limit=2&${everyState}`)
    const hidden = await database.db
      .update(entries)
      .set({ isPublic: false })
      .where(and(eq(entries.isPublic, true), eq(entries.id, first.entries[0].id)))
      .returning()
    const second = await asked('/register.json', first.next)
    await database.db
      .update(entries)
      .set({ isPublic: true })
      .where(eq(entries.id, first.entries[0].id))
    expect(hidden).toHaveLength(1)
    const again = await asked('/register.json', first.next)
    expect(again.entries).toEqual(second.entries)
  })

  it('is refused where it cannot be read, as it is described', async () => {
    const problem = await asked('/register.json', '/register.json?issuer=GR&words=laser', 400)
    expect(problem.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'issuer',
      'words',
    ])
    const lost = '/register.json?after=00000000-0000-4000-8000-000000000000'
    expect(await asked('/register.json', lost, 400)).toMatchObject({ status: 400 })
    expect((await ask('/register.csv?on=2023-02-31')).mediaType).toBe('application/problem+json')
  })
})

describe('whether an item is controlled', () => {
  it('is answered for every entry, on any day, as it is described, and never by a bare no', async () => {
    const path = '/register/{issuer}/{code}/entry.json'
    for (const { issuer, key } of await publicEntries()) {
      for (const on of ['', '?on=1990-01-01', '?on=2023-10-21', '?on=2099-01-01']) {
        const answer = await asked(path, `${entryAddress(issuer, key)}/entry.json${on}`)
        expect(answer.nationalControl.meaning).toMatch(/\.$/)
        expect(answer.article10.meaning).toContain('only where the competent authority')
        expect(answer.editions.map(({ id }: { id: string }) => id)).toContain(
          answer.nationalControl.editionId,
        )
      }
    }
  })

  it('is answered apart from whether others may rely on it', async () => {
    const before = await asked(
      '/register/{issuer}/{code}/entry.json',
      '/register/NL/3B1001/entry.json?on=2023-09-15',
    )
    expect(before.nationalControl.state).toBe('in-force')
    expect(before.article10.basis).toEqual({ state: 'to-come', from: '2023-10-20' })
  })

  it('is not answered with no where nothing is found', async () => {
    const path = '/register/{issuer}/{code}/entry.json'
    const missing = await asked(path, '/register/NL/9Z999/entry.json', 404)
    expect(missing.detail).toContain('may be controlled all the same')
    expect(missing.notice).toContain('Absence does not mean')
    await asked(path, '/register/NL/3B801/entry.json?on=yesterday', 400)
  })
})

describe('an edition', () => {
  const path = '/register/{issuer}/{code}/editions/{id}/edition.json'

  it('has an address of its own, for good, as a page and as data', async () => {
    for (const { issuer, key, id } of await publicEntries()) {
      const { edition } = await asked(path, `${editionAddress(issuer, key, id)}/edition.json`)
      expect(edition).toMatchObject({
        id,
        address: portal.origin + editionAddress(issuer, key, id),
      })
      const entry = await asked(
        '/register/{issuer}/{code}/entry.json',
        `${entryAddress(issuer, key)}/entry.json`,
      )
      expect(entry.editions).toContainEqual(edition)
    }
    const [first] = await publicEntries()
    const { status, text } = await ask(addressOf(first))
    expect(status).toBe(200)
    expect(text).toContain(`${addressOf(first)}/edition.json`)
  })

  it('is led to by its number, which may come to be that of another one', async () => {
    const first = (await publicEntries()).find(({ edition }) => edition === 1)
    if (!first) throw new Error('the demonstration has published entries')
    const { issuer, key, id } = first
    const numbered = await ask(`${entryAddress(issuer, key)}/editions/1`)
    expect([numbered.status, numbered.headers.get('location')]).toEqual([
      302,
      editionAddress(issuer, key, id),
    ])
  })

  it('is none under the name of another entry, nor before it is published', async () => {
    const [one, other] = await publicEntries()
    const [hidden] = await database.db.select().from(entries).where(eq(entries.isPublic, false))
    for (const address of [
      editionAddress('NL', '3B802', one?.key === '3B802' ? (other?.id ?? '') : (one?.id ?? '')),
      addressOf(hidden),
      `${entryAddress('NL', '3B801')}/editions/99`,
      `${entryAddress('NL', '3B801')}/editions/x`,
    ]) {
      expect([address, (await ask(address)).status]).toEqual([address, 404])
      await asked(path, `${address}/edition.json`, 404)
    }
  })
})

describe('a measure', () => {
  it('is found among all of them, page by page, and has an address of its own', async () => {
    const seen: string[] = []
    let next: string | null = '/register/measures.json?limit=2'
    while (next) {
      const page: { next: string | null; measures: { address: string }[] } = await asked(
        '/register/measures.json',
        next,
      )
      seen.push(...page.measures.map(({ address }) => address))
      next = page.next
    }
    const html = (await ask('/register/measures')).text
    const linked = [...html.matchAll(/href="(\/register\/measures\/[^"/]+)"/g)].map(([, at]) => at)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(linked.map((at) => portal.origin + at))
    for (const address of seen) {
      const path = '/register/measures/{reference}/measure.json'
      const measure = await asked(path, `${address}/measure.json`)
      expect(measure.address).toBe(address)
      for (const entry of measure.entries) expect((await ask(entry.address)).status).toBe(200)
    }
    const unknown = '/register/measures.json?after=1999-NL-0001'
    await asked('/register/measures.json', unknown, 400)
  })

  it('is told without what only prepared it', async () => {
    const [adopted] = (await asked('/register/measures.json', '/register/measures.json')).measures
    const measure = await asked(
      '/register/measures/{reference}/measure.json',
      `${adopted.address}/measure.json`,
    )
    const sections = measure.content.content.map(
      ({ attrs }: { attrs: { key: string } }) => attrs.key,
    )
    expect(sections).toEqual(['subject', 'items'])
  })

  it('is not found before it is published, no more than one that there is not', async () => {
    const path = '/register/measures/{reference}/measure.json'
    const year = new Date().getFullYear()
    const told = await Promise.all(
      [`${year}-NL-0003`, `${year}-NL-9999`, 'x'].map((reference) =>
        asked(path, `/register/measures/${reference}/measure.json`, 404),
      ),
    )
    expect(new Set(told.map((problem) => JSON.stringify(problem))).size).toBe(1)
  })
})

describe('a published text in Akoma Ntoso', () => {
  it('is valid by the OASIS schema, for every measure and every edition', async () => {
    const validator = openValidator()
    const { measures } = await asked('/register/measures.json', '/register/measures.json')
    const addresses = [
      ...measures.map(({ address }: { address: string }) => `${address}/measure.xml`),
      ...(await publicEntries()).map((entry) => `${addressOf(entry)}/edition.xml`),
    ]
    expect(addresses.length).toBeGreaterThan(12)
    for (const address of addresses) {
      const { status, mediaType, text } = await ask(address)
      expect([address, status, mediaType]).toEqual([address, 200, 'application/akn+xml'])
      expect([address, validator.faultsOf(text)]).toEqual([address, []])
    }
    validator.dispose()
  })

  it('holds the measure alone, and is none before it is published', async () => {
    const year = new Date().getFullYear()
    const { text } = await ask(`/register/measures/${year}-NL-0002/measure.xml`)
    expect(text).toContain('name="subject"')
    expect(text).not.toMatch(/name="(grounds|risk|operators|industry|customs)"/)
    expect((await ask(`/register/measures/${year}-NL-0003/measure.xml`)).status).toBe(404)
    expect((await ask('/register/NL/3B801/editions/1/edition.xml')).status).toBe(404)
  })
})

describe('a feed of what becomes known', () => {
  async function feedAt(address: string) {
    const { status, mediaType, headers, text } = await ask(address)
    expect([address, status, mediaType]).toEqual([address, 200, 'application/atom+xml'])
    const feed = readFeed(text)
    expect([address, feed.faults]).toEqual([address, []])
    const next = feed.next === null ? null : `<${feed.next}>; rel="next"`
    expect(headers.get('link')).toBe(next)
    return { ...feed, headers }
  }

  it('is valid for everything, each state, measure and entry, and leads to pages that are there', async () => {
    const { measures } = await asked('/register/measures.json', '/register/measures.json')
    const feeds = await Promise.all(
      [
        '/register/feed.atom?limit=200',
        '/register/feed.atom?code=3B801',
        '/register/feed.atom?code=9Z999',
        '/register/MT/feed.atom',
        ...new Set(
          measures.map(({ issuer }: { issuer: string }) => `/register/${issuer}/feed.atom`),
        ),
        ...measures.map(({ address }: { address: string }) => `${address}/feed.atom`),
        ...(await publicEntries()).map(
          ({ issuer, key }) => `${entryAddress(issuer, key)}/feed.atom`,
        ),
      ].map(feedAt),
    )
    const pages = new Set(feeds.flatMap(({ alternates }) => alternates))
    for (const page of pages) expect([page, (await ask(page)).status]).toEqual([page, 200])
    // One fact has one id, wherever it is told.
    const [all, ...some] = feeds
    const ids = new Set(all?.ids)
    expect(some.flatMap((feed) => feed.ids.filter((id) => !ids.has(id)))).toEqual([])
  })

  it('tells each kind of fact that the demonstration knows', async () => {
    const { terms, titles } = await feedAt('/register/feed.atom?limit=200')
    for (const kind of [
      'adopted',
      'gazetted',
      'in-force',
      'compiled',
      'compilation',
      'amended',
      'covered',
    ])
      expect(terms).toContain(kind)
    expect(titles).toContain('Netherlands: in the compilation on 20 October 2023: 3B1001')
    expect(titles).toContain(
      'Netherlands: covered wholly by Annex I (3B501.f.1.b) on 15 November 2025: 3B801.f.5',
    )
  })

  it('goes page by page, each fact once, and is sent once to who has it', async () => {
    const whole = (await feedAt('/register/feed.atom?limit=200')).ids
    const seen: string[] = []
    let next: string | null = '/register/feed.atom?limit=5'
    while (next) {
      const page: Awaited<ReturnType<typeof feedAt>> = await feedAt(next)
      expect(page.self).toBe(new URL(next, portal.origin).href)
      seen.push(...page.ids)
      next = page.next
    }
    expect(seen).toEqual(whole)
    const first = await feedAt('/register/feed.atom')
    const modified = first.headers.get('last-modified') ?? ''
    expect(Date.parse(modified)).toBe(Math.floor(Date.parse(first.updated ?? '') / 1_000) * 1_000)
    const again = await ask('/register/feed.atom', { headers: { 'if-modified-since': modified } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('stands beside what programs and catalogues read, on the page of the register', async () => {
    const { text } = await ask('/register')
    expect(text).toMatch(/<link rel="service-desc"[^>]* href="\/register\/openapi.json"/)
    expect(text).toMatch(/<link rel="describedby"[^>]* href="\/register\/dataset.jsonld"/)
    expect(text).toMatch(/<a href="\/register\/openapi.json">/)
  })

  it('is told of in the head of the pages that it follows', async () => {
    for (const [page, feed] of [
      ['/register', '/register/feed.atom'],
      ['/register?issuer=NL', '/register/NL/feed.atom'],
      ['/register/measures', '/register/feed.atom'],
      ['/register/compilations', '/register/feed.atom'],
      ['/register/NL/3B801', '/register/NL/3B801/feed.atom'],
    ]) {
      const head = (await ask(page ?? '')).text.split('</head>')[0] ?? ''
      expect(head).toMatch(
        new RegExp(
          `<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="${feed}"/>`,
        ),
      )
    }
  })

  it('is none of what is not published, and refuses what it cannot read', async () => {
    const year = new Date().getFullYear()
    for (const address of [
      `/register/measures/${year}-NL-0003/feed.atom`,
      '/register/XX/feed.atom',
      '/register/NL/9Z999/feed.atom',
    ])
      expect([address, (await ask(address)).status]).toEqual([address, 404])
    for (const query of [
      'before=nothing',
      'limit=201',
      `code=${'x'.repeat(65)}`,
      'since=2026-01-01',
    ])
      expect([query, (await ask(`/register/feed.atom?${query}`)).status]).toEqual([query, 400])
  })
})

it('what catalogues are told is there, in the formats that they are told', async () => {
  const { mediaType, json } = await ask('/register/dataset.jsonld')
  expect(mediaType).toBe('application/ld+json')
  const graph: Record<string, { '@id': string }>[] = json()['@graph']
  const distributions = graph.filter((node) => 'dcat:downloadURL' in node)
  expect(distributions).toHaveLength(5)
  for (const node of distributions) {
    const answer = await ask(node['dcat:downloadURL']?.['@id'] ?? '')
    expect(node['dcat:mediaType']?.['@id']).toBe(
      `http://www.iana.org/assignments/media-types/${answer.mediaType}`,
    )
  }
  expect(JSON.stringify(graph)).toContain('"dct:modified"')
  const known = 'https://creativecommons.org/licenses/by/4.0/'
  expect(JSON.stringify(graph)).toContain(known)
})

it('the page for those who use the data has every address with an example that answers, and is led to', async () => {
  const { text } = await ask('/register/data')
  const paths = [...text.matchAll(/<code>(\/register[^<]*)<\/code>/g)].map(([, path]) => path)
  expect(paths).toEqual(described.paths)
  const examples = [...text.matchAll(/href="([^"]+)" aria-label="Example of /g)].map(([, at]) => at)
  expect(examples).toHaveLength(paths.length)
  for (const example of examples)
    expect([example, (await ask(example ?? '')).status]).toEqual([example, 200])
  expect(text).toContain('https://creativecommons.org/licenses/by/4.0/')
  expect((await ask('/register')).text).toContain('href="/register/data"')
  // What answers and texts refer to is there.
  const places = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const { measures } = await asked('/register/measures.json', '/register/measures.json')
  const answers = [
    await ask('/register.json?nonsense=1'),
    await ask('/register/NL/9Z999/entry.json'),
    await ask('/register/feed.atom'),
    await ask(`${measures[0].address}/measure.xml`),
    await ask(`${examples.find((at) => at?.endsWith('edition.xml'))}`),
  ]
  const referred = answers.flatMap((answer) => [
    ...answer.text.matchAll(/\/register\/data#([\w-]+)/g),
  ])
  expect(referred.length).toBeGreaterThan(10)
  expect(referred.map(([, id]) => id).filter((id) => !places.has(id ?? ''))).toEqual([])
})

it('compilations are given all at once, each with its page', async () => {
  const path = '/register/compilations.json'
  const { compilations } = await asked(path, path)
  expect(compilations).toMatchObject([
    { kind: 'update', publishedOn: '2024-09-27', citation: 'OJ C, 27.9.2024', eli: null },
    {
      ojReference: 'C/2023/441',
      publishedOn: '2023-10-20',
      citation: 'OJ C, C/2023/441, 20.10.2023',
      eli: 'http://data.europa.eu/eli/C/2023/441/oj',
      celex: '52023XC00441',
    },
  ])
  expect((await ask(compilations[0].address)).status).toBe(200)
})

describe('everything that is given away', () => {
  const addresses = [
    '/register.json',
    '/register.csv',
    '/register/NL/3B801/entry.json',
    '/register/measures.json',
    '/register/compilations.json',
    '/register/feed.atom',
    '/register/NL/feed.atom',
    '/register/NL/3B801/feed.atom',
    '/register/dataset.jsonld',
    '/register/openapi.json',
  ]

  it.each(addresses)(
    '%s may be read by the pages of others, once, and without the body',
    async (address) => {
      const whole = await ask(address, { headers: { origin: 'https://elsewhere.example' } })
      expect(whole.status).toBe(200)
      expect(whole.headers.get('access-control-allow-origin')).toBe('*')
      expect(whole.headers.get('access-control-allow-credentials')).toBeNull()
      expect(whole.headers.get('set-cookie')).toBeNull()
      const tag = whole.headers.get('etag') ?? ''
      const again = await ask(address, { headers: { 'if-none-match': tag } })
      expect([again.status, again.text]).toEqual([304, ''])
      const head = await ask(address, { method: 'HEAD' })
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', tag])
      expect(head.mediaType).toBe(whole.mediaType)
    },
  )

  it('is all that others may read: no page and no file', async () => {
    for (const address of [
      '/register',
      '/help',
      '/files',
      '/register/measures/2026-NL-0001/sealed.json',
    ])
      expect((await ask(address)).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('refuses what it does not know of, wherever it is asked', async () => {
    for (const address of addresses) {
      const { status, mediaType } = await ask(`${address}?nonsense=1`)
      expect([address, status, mediaType]).toEqual([address, 400, 'application/problem+json'])
    }
  })
})
