import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { brusselsDate } from '#app/measures/calendar.ts'
import { type DelegationCode, memberStates } from '#app/measures/delegation-codes.ts'
import { lockDelegation } from '#db/delegations.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { mail } from '#db/schema/post.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { addresseesOf, mailsOf, measureOf, planted } from './mail-scene.ts'

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

const others = memberStates.filter((code) => code !== 'NL')

describe('a version', () => {
  it('is told to those it is shared with, with a link to it and nothing else', async () => {
    await scene.share(nlRepresentative, reference, named('DE', 'COM'))
    expect(await mailsOf(scene, reference, 'version-shared')).toMatchObject(
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
    expect(await addresseesOf(scene, reference, 'version-shared')).toEqual([...others, 'COM'])
  })

  it('cannot wait for the digest when comments are requested by tomorrow', async () => {
    const inDays = (days: number) => brusselsDate(new Date(Date.now() + days * 86_400_000))
    for (const [days, due] of [
      [1, 'at-once'],
      [2, 'digest'],
    ] as const) {
      reference = await scene.file(nl)
      await scene.share(nlRepresentative, reference, all, undefined, inDays(days))
      expect(await mailsOf(scene, reference, 'version-shared')).toMatchObject(
        [...others, 'COM'].map(() => ({ due })),
      )
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
    expect(await mailsOf(scene, reference, 'version-recalled')).toMatchObject([
      { delegation: 'DE', due: 'at-once' },
    ])
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
      expect(await addresseesOf(scene, reference, 'comment-released')).toEqual(to)
    },
  )

  it('that is recalled is told at once to those who had it', async () => {
    const comment = await released(named('FR'))
    await recallComment(scene.deps, de, reference, { comment, reason: planted })
    expect(await mailsOf(scene, reference, 'comment-recalled')).toMatchObject(
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
    expect(await addresseesOf(scene, reference, 'reply-given')).toEqual(['DE'])
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
    expect(await addresseesOf(scene, reference, 'position-stated')).toEqual(['NL'])
  })
})

describe('the end of a draft', () => {
  it('by withdrawal is told to those who had it, a recalled version included', async () => {
    await scene.share(nlRepresentative, reference, named('DE'))
    await scene.happen(nlRepresentative, reference, {
      type: 'measure-withdrawn',
      reason: planted,
    })
    expect(await addresseesOf(scene, reference, 'measure-withdrawn')).toEqual(['DE'])
  })
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
          corrects: null,
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
    expect(await addresseesOf(scene, line, 'compilation-recorded')).toEqual([...memberStates])
    expect(await mailsOf(scene, line, 'compilation-recorded')).toMatchObject(
      memberStates.map(() => ({ path: `/compilations/${compilationId}` })),
    )
  })
})

describe('the outbox', () => {
  it('is written with the act, or not at all', async () => {
    await expect(
      scene.deps.db.transaction(async (tx) => {
        const found = await lockMeasure(tx, (await measureOf(scene, reference)).id)
        await record(tx, nlRepresentative, found, [{ type: 'measure-withdrawn', reason: planted }])
        throw new Error('the power failed')
      }),
    ).rejects.toThrow('the power failed')
    expect(await addresseesOf(scene, reference, 'measure-withdrawn')).toEqual([])
  })

  it('does not wait for whoever changes the rights of an addressee', async () => {
    await scene.deps.db.transaction(async (tx) => {
      await lockDelegation(tx, 'DE')
      await scene.share(nlRepresentative, reference)
      await scene.grant(de, 'representative')
    })
    expect(await addresseesOf(scene, reference, 'version-shared')).toContain('DE')
  })

  it('leads only to addresses that the portal has', async () => {
    const routes = readdirSync('app/routes').map(
      (file) =>
        new RegExp(
          `^/${file
            .replace(/\.tsx?$/, '')
            .replace(/\._index$/, '')
            .replaceAll(/\$\w+/g, '[^/]+')
            .replaceAll('.', '/')}$`,
        ),
    )
    const rows = await scene.deps.db.selectDistinct({ path: mail.path }).from(mail)
    const lost = rows.filter(({ path }) => !routes.some((route) => route.test(path)))
    expect(lost).toEqual([])
  })

  it('holds nothing of what was said, titles neither', async () => {
    const rows = await scene.deps.db.select().from(mail)
    expect(rows.length).toBeGreaterThan(100)
    const written = JSON.stringify(rows)
    expect(written).not.toContain(planted)
    expect(written).not.toContain('Advanced semiconductor')
  })
})
