import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { answerNoComments } from '#app/commands/answer-no-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import type { StatePosition } from '#app/measures/comment-inputs.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { positions } from '#db/schema/comments.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
let nl: Actor
let representative: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  representative = await scene.person('DE', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  await scene.share(nl, reference)
})

const state = (actor: Actor, more: Partial<StatePosition> = {}, number = 1) =>
  statePosition(
    scene.deps,
    actor,
    { reference, number },
    {
      key: randomUUID(),
      entryCode: null,
      stance: 'supports',
      intentions: [],
      reasons: '',
      audience: { kind: 'all' },
      ...more,
    },
  )

async function stated(reference: string) {
  const measure = await findMeasureByReference(scene.deps.db, reference)
  return scene.deps.db
    .select()
    .from(positions)
    .where(eq(positions.measureId, measure?.id ?? ''))
    .orderBy(asc(positions.statedAt))
}

describe('a position', () => {
  it('is stated by representatives of others than the owner', async () => {
    const expert = await scene.person('DE', 'expert')
    expect(await state(expert)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await state(nl)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await state(representative)).toMatchObject({ ok: true })
  })

  it('of the Commission carries no intention that only a state can have', async () => {
    const officer = await scene.person('COM', 'officer')
    expect(await state(officer, { intentions: ['considers-article-10'] })).toEqual({
      ok: false,
      reason: 'intention-of-a-state',
      field: 'intentions',
    })
    expect(await stated(reference)).toEqual([])
    expect(await state(officer)).toMatchObject({ ok: true })
  })

  it('needs reasons where it is a concern', async () => {
    expect(await state(representative, { stance: 'concern' })).toEqual({
      ok: false,
      reason: 'reasons-needed',
      field: 'reasons',
    })
    expect(
      await state(representative, { stance: 'concern', reasons: 'Our producers export these.' }),
    ).toMatchObject({ ok: true })
  })

  it('says one thing of the same control here, and what else goes with it', async () => {
    const intentions = ['plans-same-control', 'no-plans'] as const
    expect(await state(representative, { intentions: [...intentions] })).toEqual({
      ok: false,
      reason: 'contradictory-intentions',
      field: 'intentions',
    })
    expect(await stated(reference)).toEqual([])
  })

  it('is on the whole or on an entry that the version has', async () => {
    expect(await state(representative, { entryCode: '3B801' })).toMatchObject({ ok: true })
    expect(await state(representative, { entryCode: '#2' })).toMatchObject({ ok: true })
    expect(await state(representative, { entryCode: '9A999' })).toEqual({
      ok: false,
      reason: 'invalid-input',
      field: 'entry',
    })
  })

  it('supersedes what was said before about the same and leaves the rest alone', async () => {
    await state(representative, { stance: 'question' })
    await state(representative, { entryCode: '3B801' })
    await scene.share(nl, reference)
    await state(representative, { intentions: ['no-plans', 'no-known-producer'] }, 2)
    const rows = await stated(reference)
    expect(
      rows.map(({ stance, entryCode, supersededBy }) => [stance, entryCode, supersededBy]),
    ).toEqual([
      ['question', null, rows[2]?.id],
      ['supports', '3B801', null],
      ['supports', null, null],
    ])
    expect(rows[2]?.intentions).toEqual(['no-known-producer', 'no-plans'])
  })

  it('is recorded once, however often it is posted, and stays quiet when it is the same', async () => {
    const key = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => state(representative, { key })))
    await state(representative)
    expect(await stated(reference)).toHaveLength(1)
    expect(await state(representative, { key, reasons: 'Something else.' })).toEqual({
      ok: false,
      reason: 'sent-before',
    })
  })

  it('never reaches further than the version itself', async () => {
    const narrow = await scene.file(nl)
    await scene.share(nl, narrow, { kind: 'named', delegations: ['DE'] })
    reference = narrow
    expect(await state(representative)).toMatchObject({
      reason: 'audience-too-wide',
      field: 'audience',
    })
    expect(await state(representative, { audience: { kind: 'owner' } })).toMatchObject({ ok: true })
  })

  it('cannot be stated once the measure is withdrawn or the version recalled', async () => {
    await scene.happen(nl, reference, { type: 'measure-withdrawn', reason: '' })
    expect(await state(representative)).toEqual({ ok: false, reason: 'not-in-this-stage' })
  })
})

describe('answering several files with "no comments"', () => {
  it('states it on each for everybody who has the version, and names those it could not', async () => {
    const narrow = await scene.file(nl)
    await scene.share(nl, narrow, { kind: 'owner-commission' })
    const named = await scene.file(nl)
    await scene.share(nl, named, { kind: 'named', delegations: ['DE', 'IT'] })
    const files = [reference, narrow, named].map((reference) => ({
      reference,
      number: 1,
      key: randomUUID(),
    }))
    const outcome = {
      answered: [reference, named],
      refused: [{ reference: narrow, reason: 'not-found' }],
    }
    expect(await answerNoComments(scene.deps, representative, files)).toEqual(outcome)
    expect(await answerNoComments(scene.deps, representative, files)).toEqual(outcome)
    expect(await stated(reference)).toMatchObject([
      { stance: 'no-comments', delegation: 'DE', audience: { kind: 'all' } },
    ])
    expect(await stated(named)).toMatchObject([
      { audience: { kind: 'named', delegations: ['IT'] } },
    ])
    expect(await stated(narrow)).toEqual([])
  })

  it('does not wait for itself when many answer many files in different orders', async () => {
    const references = [reference, await scene.file(nl), await scene.file(nl)]
    for (const other of references.slice(1)) await scene.share(nl, other)
    const people = await Promise.all(
      (['DE', 'FR', 'IT', 'ES', 'PL', 'SE'] as const).map((code) =>
        scene.person(code, 'representative'),
      ),
    )
    const outcomes = await Promise.all(
      people.map((actor, index) => {
        const order = index % 2 === 0 ? references : references.toReversed()
        return answerNoComments(
          scene.deps,
          actor,
          order.map((reference) => ({ reference, number: 1, key: randomUUID() })),
        )
      }),
    )
    expect(outcomes.every(({ answered }) => answered.length === 3)).toBe(true)
  })
})
