import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { brusselsDate } from '#app/measures/calendar.ts'
import {
  type DelegationCode,
  delegationCodes,
  memberStates,
} from '#app/measures/delegation-codes.ts'
import type { EventOf } from '#app/measures/events.ts'
import type { Json } from '#app/text/canonical.ts'
import { findMeasureByReference, lockMeasure } from '#db/measures.server.ts'
import { keepPack } from '#db/notifications.server.ts'
import { record } from '#db/record.server.ts'
import { mail } from '#db/schema/post.ts'
import { entries } from '#db/schema/register.ts'
import { keepText } from '#db/version-texts.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { gazetted, inForce, item, list } from './adopted-list.ts'

/** Words that stand somewhere in what is recorded below, and may stand in no mail. */
const planted = 'Zwaluwstaart'

let scene: Scene
let nl: Actor
let nlRepresentative: Actor
let de: Actor
let fr: Actor
let com: Actor
let reference: string

const all: Audience = { kind: 'all' }
const named = (...delegations: DelegationCode[]): Audience => ({ kind: 'named', delegations })

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'drafter')
  nlRepresentative = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
  com = await scene.person('COM', 'officer')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
})

/** The mail that tells of a kind of act in the file, in protocol order of those who get it. */
async function mailsOf(act: string, of = reference) {
  const rows = await scene.deps.db
    .select()
    .from(mail)
    .where(eq(mail.reference, of))
    .orderBy(asc(mail.actedAt))
  return rows
    .filter((row) => row.act === act)
    .sort((a, b) => delegationCodes.indexOf(a.delegation) - delegationCodes.indexOf(b.delegation))
}

async function measure() {
  const found = await findMeasureByReference(scene.deps.db, reference)
  if (!found) throw new Error(`no file ${reference}`)
  return found
}

const addresseesOf = async (act: string, of = reference) =>
  (await mailsOf(act, of)).map(({ delegation }) => delegation)

async function released(audience: Audience): Promise<string> {
  const written = await writeComment(
    scene.deps,
    de,
    { reference, number: 1 },
    said({ body: planted }),
  )
  if (!written.ok) throw new Error(written.reason)
  const { commentId: id } = written
  const comments = [{ id, revision: 1 }]
  const result = await releaseComments(scene.deps, de, reference, { comments, audience })
  expect(result).toMatchObject({ ok: true })
  return id
}

async function adopt() {
  const content = list(item('e1', '3B801', planted))
  const sha256 = await scene.deps.db.transaction((tx) => keepText(tx, content as unknown as Json))
  const number = (await scene.versions(reference)).length + 1
  await scene.happen(nlRepresentative, reference, {
    type: 'adoption-recorded',
    versionId: randomUUID(),
    number,
    sha256,
    language: 'en',
    documentSeq: 1,
    actTitle: planted,
    actNumber: planted,
    adoptedOn: '2026-01-15',
    comparedWith: null,
  })
  await scene.happen(nlRepresentative, reference, gazetted, inForce('2026-02-01'))
}

const others = memberStates.filter((code) => code !== 'NL')

describe('a version', () => {
  it('is told to those it is shared with, with a link to it and nothing else', async () => {
    await scene.share(nlRepresentative, reference, named('DE', 'COM'))
    expect(await mailsOf('version-shared')).toMatchObject(
      ['DE', 'COM'].map((delegation) => ({
        delegation,
        sender: 'NL',
        reference,
        path: `/files/${reference.replaceAll('/', '-')}/versions/1`,
        due: 'digest',
        letterId: null,
      })),
    )
  })

  it('that is shared with all goes to no secretariat', async () => {
    await scene.share(nlRepresentative, reference)
    expect(await addresseesOf('version-shared')).toEqual([...others, 'COM'])
  })

  it('cannot wait for the digest when comments are requested by tomorrow', async () => {
    const inDays = (days: number) => brusselsDate(new Date(Date.now() + days * 86_400_000))
    for (const [days, due] of [
      [1, 'at-once'],
      [2, 'digest'],
    ] as const) {
      reference = await scene.file(nl)
      await scene.share(nlRepresentative, reference, all, undefined, inDays(days))
      expect(await mailsOf('version-shared')).toMatchObject([...others, 'COM'].map(() => ({ due })))
    }
  })

  it('that is recalled is told at once to those who had it, and to nobody else', async () => {
    await scene.share(nlRepresentative, reference, named('DE'))
    const [version] = await scene.versions(reference)
    await scene.happen(nlRepresentative, reference, {
      type: 'version-recalled',
      versionId: version?.id ?? '',
      number: 1,
      reason: planted,
    })
    expect(await mailsOf('version-recalled')).toMatchObject([{ delegation: 'DE', due: 'at-once' }])
  })
})

describe('what stays inside', () => {
  it('is told to nobody', async () => {
    await scene.share(nlRepresentative, reference)
    await writeComment(scene.deps, de, { reference, number: 1 }, said({ body: planted }))
    await scene.happen(nl, reference, {
      type: 'national-step-recorded',
      stepId: randomUUID(),
      title: planted,
      on: null,
    })
    const rows = await scene.deps.db.select().from(mail).where(eq(mail.reference, reference))
    expect(new Set(rows.map(({ act }) => act))).toEqual(new Set(['version-shared']))
  })
})

describe('a comment', () => {
  beforeEach(() => scene.share(nlRepresentative, reference))

  it.each([
    [{ kind: 'owner' } as const, ['NL']],
    [{ kind: 'owner-commission' } as const, ['NL', 'COM']],
    [named('FR'), ['FR', 'NL']],
    [all, [...memberStates.filter((code) => code !== 'DE'), 'COM']],
  ] satisfies [Audience, DelegationCode[]][])(
    'is told to its audience: %o',
    async (audience, to) => {
      await released(audience)
      expect(await addresseesOf('comment-released')).toEqual(to)
    },
  )

  it('that is recalled is told at once to those who had it', async () => {
    const comment = await released(named('FR'))
    await recallComment(scene.deps, de, reference, { comment, reason: planted })
    expect(await mailsOf('comment-recalled')).toMatchObject(
      ['FR', 'NL'].map((delegation) => ({
        delegation,
        due: 'at-once',
        path: `/files/${reference.replaceAll('/', '-')}/versions/1`,
      })),
    )
  })

  it('is answered to the delegation that made it', async () => {
    const comment = await released(all)
    const reply = { key: randomUUID(), comment, outcome: 'not' as const, reason: planted }
    expect(await giveReply(scene.deps, nlRepresentative, reference, reply)).toMatchObject({
      ok: true,
    })
    expect(await addresseesOf('reply-given')).toEqual(['DE'])
  })
})

describe('a position', () => {
  it('is told to the owner, whoever else may see it', async () => {
    await scene.share(nlRepresentative, reference)
    const position = {
      key: randomUUID(),
      entryCode: null,
      stance: 'concern' as const,
      intentions: [],
      reasons: planted,
      audience: all,
    }
    expect(await statePosition(scene.deps, fr, { reference, number: 1 }, position)).toMatchObject({
      ok: true,
    })
    expect(await addresseesOf('position-stated')).toEqual(['NL'])
  })
})

describe('the end of a draft', () => {
  it('by adoption is told to those who had it', async () => {
    await scene.share(nlRepresentative, reference, named('DE', 'FR'))
    await adopt()
    expect(await addresseesOf('adoption-recorded')).toEqual(['DE', 'FR'])
  })

  it('by adoption is told to nobody where nobody had it', async () => {
    await adopt()
    expect(await addresseesOf('adoption-recorded')).toEqual([])
  })

  it('by withdrawal is told to those who had it, a recalled version included', async () => {
    await scene.share(nlRepresentative, reference, named('DE'))
    await scene.happen(nlRepresentative, reference, {
      type: 'measure-withdrawn',
      reason: planted,
    })
    expect(await addresseesOf('measure-withdrawn')).toEqual(['DE'])
  })
})

describe('after adoption', () => {
  let notification: string

  async function notify() {
    notification = randomUUID()
    const sha256 = await scene.deps.db.transaction((tx) => keepPack(tx, { planted }))
    await scene.happen(
      nlRepresentative,
      reference,
      {
        type: 'notification-prepared',
        notificationId: notification,
        article: '9(2)',
        reasons: planted,
        description: planted,
        packSha256: sha256,
      },
      {
        type: 'notification-sent',
        notificationId: notification,
        addressees: (['DE', 'FR', 'COM'] as const).map((delegation) => ({
          delegation,
          channel: planted,
          sentOn: '2026-02-02',
          reference: planted,
        })),
      },
    )
  }

  beforeEach(async () => {
    await adopt()
    await notify()
  })

  it('a notification is told at once to those to whom it was sent', async () => {
    expect(await mailsOf('notification-sent')).toMatchObject(
      ['DE', 'FR', 'COM'].map((delegation) => ({ delegation, due: 'at-once' })),
    )
  })

  it('what the Commission says of it goes to the owner, the answer to the Commission', async () => {
    const questionId = randomUUID()
    await scene.happen(
      com,
      reference,
      {
        type: 'notification-acknowledged',
        notificationId: notification,
        acknowledgedOn: '2026-02-03',
        reference: planted,
      },
      {
        type: 'missing-content-asked',
        questionId,
        notificationId: notification,
        question: planted,
      },
    )
    await scene.happen(nlRepresentative, reference, {
      type: 'missing-content-supplied',
      questionId,
      notificationId: notification,
      answer: planted,
    })
    expect(await addresseesOf('notification-acknowledged')).toEqual(['NL'])
    expect(await addresseesOf('missing-content-asked')).toEqual(['NL'])
    expect(await addresseesOf('missing-content-supplied')).toEqual(['COM'])
  })

  it('a requirement is told to those whom the relying state chose', async () => {
    await rely(named('FR'))
    expect(await addresseesOf('requirement-recorded')).toEqual(['FR'])
  })

  it('a requirement that is told to nobody makes no mail, to the issuer neither', async () => {
    await rely({ kind: 'owner' })
    expect(await addresseesOf('requirement-recorded')).toEqual([])
  })

  it('a refusal is told to the Commission and the other states', async () => {
    await scene.happen(de, reference, {
      type: 'refusal-recorded',
      refusalId: randomUUID(),
      entryId: await entryId(),
      delegation: 'DE',
      duesReference: planted + randomUUID(),
      refusedOn: '2026-03-01',
    })
    expect(await addresseesOf('refusal-recorded')).toEqual([
      ...memberStates.filter((code) => code !== 'DE'),
      'COM',
    ])
  })

  it('a repeal is told to the states that rely on the list, and to no other', async () => {
    await rely({ kind: 'owner' })
    await scene.happen(nlRepresentative, reference, {
      type: 'measure-repealed',
      repealedOn: '2026-04-01',
      repealedBy: planted,
      correction: null,
    })
    expect(await addresseesOf('measure-repealed')).toEqual(['DE'])
  })

  async function entryId(): Promise<string> {
    const rows = await scene.deps.db.select().from(entries)
    const { id } = await measure()
    const found = rows.find(({ measureId }) => measureId === id)
    if (!found) throw new Error('no entry')
    return found.id
  }

  async function rely(audience: Audience) {
    const event: EventOf<'requirement-recorded'> = {
      type: 'requirement-recorded',
      requirementId: randomUUID(),
      entryId: await entryId(),
      compilationId: null,
      relying: 'DE',
      exporterInformedOn: '2026-03-01',
      customsInformedOn: null,
      information: planted,
      informationReason: planted,
      audience,
      warnings: [],
    }
    await scene.happen(de, reference, event)
  }
})

describe('a compilation', () => {
  it('is told to all under its reference in the Official Journal, on one line', async () => {
    const compilationId = randomUUID()
    const db = scene.deps.db
    await db.transaction((tx) =>
      record(tx, com, null, [
        {
          type: 'compilation-recorded',
          compilationId,
          kind: 'compilation',
          ojReference: 'C/2026/1\r\nBcc: everybody@example.eu',
          publishedOn: '2026-02-10',
          title: planted,
          url: null,
          note: planted,
          entryIds: [],
        },
      ]),
    )
    const line = 'C/2026/1 Bcc: everybody@example.eu'
    expect(await addresseesOf('compilation-recorded', line)).toEqual([...memberStates])
    expect(await mailsOf('compilation-recorded', line)).toMatchObject(
      memberStates.map(() => ({ path: `/compilations/${compilationId}` })),
    )
  })
})

describe('the outbox', () => {
  it('is written with the act, or not at all', async () => {
    await expect(
      scene.deps.db.transaction(async (tx) => {
        const found = await lockMeasure(tx, (await measure()).id)
        await record(tx, nlRepresentative, found, [{ type: 'measure-withdrawn', reason: planted }])
        throw new Error('the power failed')
      }),
    ).rejects.toThrow('the power failed')
    expect(await addresseesOf('measure-withdrawn')).toEqual([])
  })

  it('holds nothing of what was said, titles neither', async () => {
    const rows = await scene.deps.db.select().from(mail)
    expect(rows.length).toBeGreaterThan(100)
    const written = JSON.stringify(rows)
    expect(written).not.toContain(planted)
    expect(written).not.toContain('Advanced semiconductor')
  })
})
