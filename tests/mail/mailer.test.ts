import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { carryPost, type PostRound, startMailer } from '#app/mail/mailer.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { openDatabase } from '#db/client.server.ts'
import { record } from '#db/record.server.ts'
import { delegations, people } from '#db/schema/people.ts'
import { deliveries, letters, mail } from '#db/schema/post.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { type SmtpServer, startSmtpServer } from './smtp-server.ts'

const planted = 'Zwaluwstaart'
const origin = 'https://concert.example.eu'
const from = 'concert@example.eu'
const lasting = new AbortController().signal

let scene: Scene
let smtp: SmtpServer
let round: PostRound
let nl: Actor
let nlRepresentative: Actor
let de: Actor
let reference: string

beforeEach(async () => {
  ;[scene, smtp] = await Promise.all([openScene(), startSmtpServer()])
  round = { digestTime: '07:30', origin, send: openTransport({ smtpUrl: smtp.url, from }, origin) }
  nl = await scene.person('NL', 'drafter')
  nlRepresentative = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  reference = await scene.file(nl)
})
afterEach(() => Promise.all([scene.close(), smtp.close()]))

const carry = (by: Partial<PostRound> = {}) =>
  carryPost(scene.deps.db, { ...round, ...by }, lasting)

const setMailbox = (code: DelegationCode, functionalMailbox: string) =>
  scene.deps.db.update(delegations).set({ functionalMailbox }).where(eq(delegations.code, code))

const setEmail = ({ personId }: Actor, email: string) =>
  scene.deps.db.update(people).set({ email }).where(eq(people.id, personId))

/** As if what waits had been written a day earlier: the digest of today is then due. */
const letDayPass = () =>
  scene.deps.db.update(mail).set({ actedAt: sql`${mail.actedAt} - interval '1 day'` })

/** As if the pause before the next attempt were over. */
const letPausePass = () =>
  scene.deps.db.update(deliveries).set({ tryAfter: sql`now() - interval '1 second'` })

async function recall() {
  const [version] = await scene.versions(reference)
  await scene.happen(nlRepresentative, reference, {
    type: 'version-recalled',
    versionId: version?.id ?? '',
    number: 1,
    reason: planted,
  })
}

async function releaseThree() {
  const comments: { id: string; revision: number }[] = []
  for (let n = 0; n < 3; n++) {
    const place = { reference, number: 1 }
    const written = await writeComment(scene.deps, de, place, said({ body: planted }))
    if (written.ok) comments.push({ id: written.commentId, revision: 1 })
  }
  const input = { comments, audience: { kind: 'owner' } as const }
  expect(await releaseComments(scene.deps, de, reference, input)).toMatchObject({ ok: true })
}

const header = (name: string, index = 0) =>
  smtp.received[index]?.headers.find((line) => line.toLowerCase().startsWith(`${name}:`))

describe('the digest', () => {
  it('waits for its time, and then tells everything in one message', async () => {
    await setMailbox('NL', 'export@nl.example')
    await scene.share(nlRepresentative, reference)
    await releaseThree()
    await carry()
    expect(smtp.received).toEqual([])

    await letDayPass()
    await carry()
    await carry()
    expect(smtp.received.map(({ to }) => to)).toEqual([['export@nl.example']])
    const [{ from: sender, body, raw } = { from: '', body: '', raw: '' }] = smtp.received
    expect(sender).toBe(from)
    expect(header('subject')).toBe(`Subject: [Concert] ${reference}: 3 comments released (Germany)`)
    expect(body).toMatch(
      new RegExp(`${reference}\r?\n {2}.*, \\d\\d:\\d\\d · Germany · 3 comments released\r?\n`),
    )
    expect(body).toContain(`${origin}/files/${reference.replaceAll('/', '-')}/versions/1`)
    expect(raw + body).not.toContain(planted)
    expect(raw + body).not.toContain('semiconductor')
  })

  it('keeps the files of a day apart, and counts them in its subject', async () => {
    await setMailbox('DE', 'export@de.example')
    const second = await scene.file(nl)
    await scene.share(nlRepresentative, reference)
    await scene.share(nlRepresentative, second)
    await scene.share(nlRepresentative, second)
    await letDayPass()
    await carry()
    expect(smtp.received).toHaveLength(1)
    expect(header('subject')).toBe('Subject: [Concert] 3 acts in 2 files')
    const order = [reference, second].map((each) => smtp.received[0]?.body.indexOf(each) ?? -1)
    expect(order[0]).toBeGreaterThan(0)
    expect(order[1]).toBeGreaterThan(order[0] ?? 0)
  })
})

describe('what cannot wait', () => {
  it('goes by itself, at once', async () => {
    await setMailbox('DE', 'export@de.example')
    await scene.share(nlRepresentative, reference)
    await recall()
    await carry()
    expect(smtp.received).toHaveLength(1)
    expect(header('subject')).toBe(
      `Subject: [Concert] ${reference}: Version recalled (Netherlands)`,
    )
    expect(smtp.received[0]?.body).not.toContain('shared')
  })

  it('wakes the mailer of every node, and only one of them sends it', async () => {
    await setMailbox('DE', 'export@de.example')
    const other = openDatabase(scene.database.url)
    const silent = { error: () => {} }
    const mailers = await Promise.all(
      [scene.database, other].map((database) => startMailer(database, round, silent)),
    )
    await scene.share(nlRepresentative, reference)
    await recall()
    await expect.poll(() => smtp.received.length).toBe(1)
    // Who is stopped before it has noted the answer of the mail server has sent nothing, and it is sent again.
    await expect
      .poll(() => scene.deps.db.select().from(deliveries))
      .toMatchObject([{ sentAt: expect.any(Date) }])
    await Promise.all(mailers.map((mailer) => mailer.stop()))
    await other.close()
    await carry()
    expect(smtp.received).toHaveLength(1)
  })
})

describe('a letter', () => {
  it('goes to the functional mailbox and to those who may see the post, to each address once', async () => {
    const reader = await scene.person('DE', 'reader')
    const administrator = await scene.person('DE', 'administrator')
    const former = await scene.person('DE', 'drafter')
    await setMailbox('DE', 'export@de.example')
    await setEmail(de, 'Export@de.example')
    await setEmail(reader, 'reader@de.example')
    await setEmail(administrator, 'administrator@de.example')
    await setEmail(former, 'former@de.example')
    await scene.deps.db
      .update(people)
      .set({ isActive: false })
      .where(eq(people.id, former.personId))
    await scene.grant(de, 'representative')
    await scene.grant(reader, 'reader')
    await scene.grant(administrator, 'administrator')
    await scene.grant(former, 'drafter')
    await setMailbox('FR', 'export@fr.example')
    await scene.share(nlRepresentative, reference, { kind: 'named', delegations: ['DE'] })
    await letDayPass()
    await carry()
    const addresses = smtp.received.flatMap(({ to }) => to)
    expect(addresses.toSorted()).toEqual(['export@de.example', 'reader@de.example'])
  })

  it('goes to nobody whose right has ended while it waited', async () => {
    await setEmail(de, 'representative@de.example')
    await scene.grant(de, 'representative')
    await scene.share(nlRepresentative, reference)
    await recall()
    smtp.refuseNext(1)
    await carry()
    await scene.deps.db.update(people).set({ isActive: false }).where(eq(people.id, de.personId))
    await letPausePass()
    await carry()
    expect(smtp.received).toEqual([])
    expect(await scene.deps.db.select().from(deliveries)).toMatchObject([
      { sentAt: null, lastError: 'no address' },
    ])
  })

  it('is made and kept where no mail server is set, and delivered to no address', async () => {
    await setMailbox('DE', 'export@de.example')
    await scene.share(nlRepresentative, reference)
    await recall()
    await carry({ send: null })
    const made = await scene.deps.db.select().from(letters)
    expect(made.map(({ delegation }) => delegation)).toContain('DE')
    expect(await scene.deps.db.select().from(deliveries)).toEqual([])
  })
})

describe('a failure', () => {
  beforeEach(async () => {
    await setMailbox('DE', 'export@de.example')
    await scene.share(nlRepresentative, reference)
    await recall()
  })

  it('of the mail server is tried again after a pause, under the same id', async () => {
    smtp.refuseNext(1)
    await carry()
    await carry()
    expect(smtp.received).toEqual([])
    expect(await scene.deps.db.select().from(deliveries)).toMatchObject([
      { attempts: 1, sentAt: null, lastError: expect.stringContaining('451') },
    ])
    await letPausePass()
    await carry()
    const [delivery] = await scene.deps.db.select().from(deliveries)
    expect(delivery).toMatchObject({ attempts: 2, sentAt: expect.any(Date), lastError: null })
    expect(header('message-id')).toBe(`Message-ID: <${delivery?.id}@concert.example.eu>`)
  })

  it('is given up after eight attempts', async () => {
    smtp.refuseNext(100)
    for (let attempt = 0; attempt < 10; attempt++) {
      await carry()
      await letPausePass()
    }
    expect(await scene.deps.db.select().from(deliveries)).toMatchObject([
      { attempts: 8, sentAt: null, givenUpAt: expect.any(Date) },
    ])
  })

  it('of one mailbox does not keep the others waiting', async () => {
    await setMailbox('FR', 'export@fr.example')
    smtp.unknown.add('export@de.example')
    await carry()
    expect(smtp.received.map(({ to }) => to)).toEqual([['export@fr.example']])
  })

  it('to reach the mail server leaves the letters as they were, except the one that was tried', async () => {
    await setMailbox('FR', 'export@fr.example')
    const nobody = { smtpUrl: 'smtp://127.0.0.1:1', from }
    await carry({ send: openTransport(nobody, origin) })
    const tried = await scene.deps.db.select().from(deliveries).where(eq(deliveries.attempts, 1))
    expect(tried).toHaveLength(1)
    await letPausePass()
    await carry()
    expect(smtp.received).toHaveLength(2)
  })

  it('of the database after the message was handed over sends it again under the same id', async () => {
    const { db } = scene.deps
    await db.execute(sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'the disk is full'; END $$`)
    await db.execute(
      sql`CREATE TRIGGER refuse BEFORE UPDATE ON deliveries EXECUTE FUNCTION refuse()`,
    )
    await expect(carry()).rejects.toMatchObject({ cause: { message: 'the disk is full' } })
    await db.execute(sql`DROP TRIGGER refuse ON deliveries`)
    await carry()
    const ids = smtp.received.map((_, index) => header('message-id', index))
    expect(ids).toEqual([ids[0], ids[0]])
  })
})

describe('two mailers at once', () => {
  it('make each letter once and send it once', async () => {
    for (const code of ['BE', 'BG', 'CZ', 'DK', 'DE', 'EE', 'IE', 'EL', 'ES', 'FR'] as const)
      await setMailbox(code, `export@${code}.example`)
    await scene.share(nlRepresentative, reference)
    await letDayPass()
    const databases = [1, 2, 3].map(() => openDatabase(scene.database.url))
    await Promise.all(databases.map(({ db }) => carryPost(db, round, lasting)))
    await Promise.all(databases.map((database) => database.close()))
    expect(smtp.received).toHaveLength(10)
    expect(new Set(smtp.received.flatMap(({ to }) => to)).size).toBe(10)
    expect(await scene.deps.db.$count(letters)).toBe(27)
  })
})

describe('a line break in a field', () => {
  it('adds no header and no recipient (row 41)', async () => {
    const com = await scene.person('COM', 'officer')
    await setMailbox('DE', 'export@de.example')
    await scene.deps.db.transaction((tx) =>
      record(tx, com, null, [
        {
          type: 'compilation-recorded',
          compilationId: '00000000-0000-4000-8000-000000000001',
          kind: 'compilation',
          corrects: null,
          ojReference: 'C/2026/1\r\nBcc: thief@example.com\r\n\r\nHello',
          publishedOn: '2026-02-10',
          title: planted,
          url: null,
          note: '',
          entryIds: [],
        },
      ]),
    )
    await letDayPass()
    await carry()
    expect(smtp.received.map(({ to }) => to)).toEqual([['export@de.example']])
    expect(header('bcc')).toBeUndefined()
    expect(header('subject')).toContain('C/2026/1 Bcc: thief@example.com Hello')
  })

  it.each([
    'export@de.example\r\nBcc: thief@example.com',
    'export@de.example>\r\nRCPT TO:<thief@example.com',
    'export@de.example, thief@example.com',
    'Export <export@de.example>',
  ])('in an address, or a second one, sends it to nobody: %j', async (address) => {
    await setMailbox('DE', address)
    await scene.share(nlRepresentative, reference)
    await recall()
    await carry()
    expect(smtp.received).toEqual([])
    expect(await scene.deps.db.select().from(deliveries)).toMatchObject([
      { givenUpAt: expect.any(Date), lastError: 'no address' },
    ])
  })
})
