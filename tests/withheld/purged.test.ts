import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withhold } from '#app/commands/withhold.server.ts'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { type Measure, referenceInAddress } from '#app/measures/measure.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { findActs } from '#db/events.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { attachments, notifications } from '#db/schema/measures.ts'
import { openSession } from '#db/sessions.server.ts'
import { clearTraces } from '#db/traces.server.ts'
import { findWithholdings } from '#db/withholdings.server.ts'
import { crawlerOf } from '#tests/crawl/crawler.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { type Portal, startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { cast, everythingOf, plantEverywhere } from './planted-everywhere.ts'
import { searchDatabase } from './search-database.ts'

/** Two nodes on one database, a word in every place of a file, and everybody who may read any of it. */

const word = 'zirkonnebel'
const watchdog = startWatchdog()
let database: FreshDatabase
let owner: OpenDatabase
let nodes: [Portal, Portal]
let reference: string

beforeAll(async () => {
  database = await demonstrationDatabase()
  const url = new URL(inject('clusterUrl'))
  url.pathname = new URL(database.url).pathname
  owner = openDatabase(url.href, { connections: 1 })
  reference = await plantEverywhere(database.db, word)
  const start = () => startPortal(watchdog, { DATABASE_URL: database.url })
  nodes = [await start(), await start()]
}, 120_000)
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()))
  await owner.close()
  await database.close()
  await watchdog.finish()
})

const people = [
  'nl-drafter',
  'nl-representative',
  'nl-administrator',
  'de-drafter',
  'fr-representative',
  'com-officer',
  'gsc-reader',
] as const

async function asked(node: Portal, person: string | null) {
  if (!person) return crawlerOf(node.origin, null)
  const { token } = await database.db.transaction((tx) =>
    openSession(tx, demoPersonId(person), null),
  )
  const cookie = sessionCookie(node.origin).keep(token).split(';')[0] ?? null
  return crawlerOf(node.origin, cookie)
}

async function file(): Promise<Measure> {
  const measure = await findMeasureByReference(database.db, reference)
  if (!measure) throw new Error(`no file ${reference}`)
  return measure
}

/** An act after which the word stood in the file, of which those who had its versions know. */
async function anActBefore(): Promise<number> {
  const acts = await findActs(database.db, (await file()).id)
  return acts.findLast(({ event }) => event.type === 'version-shared')?.id ?? 0
}

/** Every address at which something of the file is told, whether or not a page links to it. */
async function addresses(): Promise<string[]> {
  const { id, versions } = await file()
  const path = `/files/${referenceInAddress(reference)}`
  const uploads = await database.db.select().from(attachments).where(eq(attachments.measureId, id))
  const sent = await database.db.select().from(notifications).where(eq(notifications.measureId, id))
  const ofFile = [
    '',
    '/draft',
    '/draft.docx',
    '/authors',
    '/as-of',
    `/as-of?act=${await anActBefore()}`,
    '/words',
    '/lost-words',
    '/codes?code=3B801',
    '/details',
    '/share',
    '/withhold',
    '/notice',
    '/record',
    '/record/notification',
    '/positions',
    '/positions.docx',
    '/outcomes?state=all',
    '/proposals',
    '/compare?from=2&to=3',
    '/compare.docx?from=2&to=3',
    '/joint',
    ...sent.flatMap(({ id }) =>
      ['', '/pack', '/sealed.json'].map((of) => `/record/notifications/${id}${of}`),
    ),
    ...uploads.map(({ id }) => `/attachments/${id}`),
    ...versions.flatMap(({ number }) =>
      [
        '',
        '?language=de&sides=both',
        '/table',
        '/table.csv',
        '/table.docx?status=inner',
        '/text.docx?inner=on',
        '/translations',
        '/answers',
      ].map((of) => `/versions/${number}${of}`),
    ),
  ]
  return [
    ...ofFile.map((of) => `${path}${of}`),
    `/register/measures/${referenceInAddress(reference)}/sealed.json`,
    `/files?words=${word.slice(0, 8)}`,
    '/home',
    '/files',
    '/post',
    '/register',
    '/commission',
  ]
}

/** Who is told the word by which node, and where. */
async function whoIsTold(
  all: readonly string[],
  readers: readonly (string | null)[] = [...people, null],
): Promise<string[]> {
  const told: string[] = []
  for (const [index, node] of nodes.entries()) {
    for (const person of readers) {
      const answers = await (await asked(node, person)).getAll(all)
      for (const { address, body, status } of answers) {
        expect(status).not.toBe(500)
        if (body.includes(word)) told.push(`${index} ${person} ${address.split('?')[0]}`)
      }
    }
  }
  return told
}

function inFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const name = path.join(entry.parentPath, entry.name)
    return entry.isFile() && readFileSync(name).includes(word) ? [entry.name] : []
  })
}

describe('words that were pasted by mistake (row 46)', () => {
  it('are told by both nodes to those who may read them, to begin with', async () => {
    // Texts that a node has read once it keeps in its memory.
    const path = `/files/${referenceInAddress(reference)}`
    const told = await whoIsTold(
      ['', '/versions/2', '/versions/3', '/compare?from=2&to=3', '/authors'].map(
        (room) => `${path}${room}`,
      ),
    )
    const tellers = new Set(told.map((one) => one.split(' ').slice(0, 2).join(' ')))
    expect([...tellers].toSorted()).toEqual(
      [0, 1].flatMap((node) =>
        people
          .filter((person) => !['nl-administrator', 'gsc-reader'].includes(person))
          .map((person) => `${node} ${person}`)
          .toSorted(),
      ),
    )
  }, 120_000)

  it('are told by no node to anybody from the moment in which they are withheld', async () => {
    for (const [code, actor] of [
      ['DE', cast.de],
      ['FR', cast.fr],
      ['COM', cast.officer],
    ] as const) {
      const form = { key: randomUUID(), targets: await everythingOf(database.db, reference, code) }
      expect(await withhold({ db: database.db }, actor, reference, form)).toEqual({ ok: true })
    }
    // The owner by the page that everybody would use.
    const drafter = await asked(nodes[0], 'nl-drafter')
    const form = new URLSearchParams({ key: randomUUID(), draft: 'whole' })
    for (const target of await everythingOf(database.db, reference, 'NL')) {
      if (target.kind === 'version') form.append('versions', `${target.versionId}:${target.number}`)
      if (target.kind === 'attachment') form.append('attachments', target.attachmentId)
      if (target.kind === 'comment') form.append('comments', target.commentId)
      if (target.kind === 'act') form.append('acts', `${target.eventId}`)
    }
    const page = `/files/${referenceInAddress(reference)}/withhold?index`
    const answer = await drafter.post(page, form)
    expect(answer.status).toBe(200)
    expect(await whoIsTold(await addresses())).toEqual([])
    expect(await searchDatabase(database.sql, word)).toEqual(['public.set_aside.content'])
  }, 120_000)

  it('are purged with a confirmation that was read, and then stand in no table', async () => {
    const { id } = await file()
    for (const { id: one, delegation } of await findWithholdings(database.db, id)) {
      const person =
        delegation === 'COM' ? 'com-officer' : `${delegation.toLowerCase()}-representative`
      const releaser = await asked(nodes[1], person)
      const page = `/files/${referenceInAddress(reference)}/withhold/${one}`
      const form = { act: 'purge', key: randomUUID(), reason: 'Classified.', orderedBy: 'Security' }
      const unread = await releaser.post(page, new URLSearchParams(form))
      expect(unread.status).toBe(422)
      const done = await releaser.post(page, new URLSearchParams({ ...form, understood: 'on' }))
      expect(done.status).toBe(200)
    }
    expect(await searchDatabase(database.sql, word)).toEqual([])
    expect(await whoIsTold(await addresses(), ['nl-representative', 'de-drafter'])).toEqual([])
  }, 120_000)

  it('are not in the files of the database either, once the operator has cleared them', async () => {
    const [where] = await owner.sql<{ data: string; oid: string }[]>`
      SELECT current_setting('data_directory') AS data, oid::text FROM pg_database
      WHERE datname = current_database()`
    const folder = path.join(where?.data ?? '', 'base', where?.oid ?? '')
    await owner.sql`CHECKPOINT`
    expect(inFiles(folder)).not.toEqual([])
    expect(await clearTraces(database.sql)).toBeGreaterThan(40)
    await owner.sql`CHECKPOINT`
    expect(inFiles(folder)).toEqual([])
  })
})
