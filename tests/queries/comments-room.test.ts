import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { StatePosition, WriteComment } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, scanners, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor
let deExpert: Actor
let fr: Actor
let officer: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  deExpert = await scene.person('DE', 'expert')
  fr = await scene.person('FR', 'representative')
  officer = await scene.person('COM', 'officer')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  await scene.share(nl, reference)
})

const all: Audience = { kind: 'all' }

async function write(actor: Actor, more: Partial<WriteComment> = {}, number = 1) {
  const result = await writeComment(scene.deps, actor, { reference, number }, said(more))
  if (!result.ok) throw new Error(result.reason)
  return result.commentId
}

async function release(actor: Actor, id: string, audience = all) {
  const comments = [{ id, revision: 1 }]
  expect(await releaseComments(scene.deps, actor, reference, { comments, audience })).toMatchObject(
    {
      ok: true,
    },
  )
  return id
}

async function room(actor: Actor, number = 1) {
  const found = await findCommentsRoom(scene.deps, actor, reference, number)
  if (!found.ok) throw new Error(found.reason)
  return found.room
}

const idsSeenBy = async (actor: Actor, number = 1) =>
  (await room(actor, number)).threads.flatMap(({ comments }) => comments.map(({ id }) => id))

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
      audience: all,
      ...more,
    },
  )

describe('the comments room', () => {
  it('answers those without the version as if there were none', async () => {
    const narrow = await scene.file(nl)
    await scene.share(nl, narrow, { kind: 'named', delegations: ['DE'] })
    const answers = await Promise.all([
      findCommentsRoom(scene.deps, fr, narrow, 1),
      findCommentsRoom(scene.deps, fr, '2026/NL/9999', 1),
      findCommentsRoom(scene.deps, fr, reference, 2),
    ])
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"reason":"not-found"}']),
    )
  })

  it('shows each comment to its audience and nobody else, and what is inside to the own delegation', async () => {
    const inner = await write(deExpert)
    const toOwner = await release(de, await write(deExpert), { kind: 'owner' })
    const toCommission = await release(de, await write(deExpert), { kind: 'owner-commission' })
    const toFrance = await release(de, await write(deExpert), {
      kind: 'named',
      delegations: ['FR'],
    })
    const toAll = await release(de, await write(deExpert))
    expect(await idsSeenBy(deExpert)).toEqual([inner, toOwner, toCommission, toFrance, toAll])
    expect(await idsSeenBy(nl)).toEqual([toOwner, toCommission, toFrance, toAll])
    expect(await idsSeenBy(officer)).toEqual([toCommission, toAll])
    expect(await idsSeenBy(fr)).toEqual([toFrance, toAll])
  })

  it('sends no byte of what is inside another delegation', async () => {
    await write(deExpert, {
      body: 'planted-word-inside',
      proposedWording: 'planted-wording-inside',
      place: 'words',
      element: 'f5bp',
      from: 2,
      to: 25,
    })
    for (const actor of [nl, fr, officer]) {
      const sent = JSON.stringify(await room(actor))
      expect(sent).not.toContain('planted-')
      expect(sent).not.toContain(deExpert.name)
    }
    expect(JSON.stringify(await room(de))).toContain(deExpert.name)
  })

  it('puts threads in the order of the text, the whole before everything', async () => {
    const onPoint = await write(de, { place: 'element', element: 'f5b' })
    const onWords = await write(de, { place: 'words', element: 's1', from: 0, to: 9 })
    const onWhole = await write(de)
    expect(await idsSeenBy(de)).toEqual([onWhole, onWords, onPoint])
    const { threads } = await room(de)
    expect(threads.map(({ number, name, quote }) => [number, name?.provision, quote])).toEqual([
      [1, undefined, ''],
      [2, null, 'Amendment'],
      [3, '3B801.f.5.b', 'a chuck overlay ≤ 1.50 nm.'],
    ])
  })

  it('keeps the trace of a recalled comment and takes its words back', async () => {
    const id = await release(de, await write(deExpert, { body: 'planted-word-recalled' }))
    await recallComment(scene.deps, de, reference, { comment: id, reason: 'Wrong file.' })
    const sent = await room(fr)
    expect(JSON.stringify(sent)).not.toContain('planted-word-recalled')
    expect(sent.threads[0]?.comments[0]).toMatchObject({
      delegation: 'DE',
      body: null,
      recalled: { reason: 'Wrong file.' },
    })
    expect(JSON.stringify(await room(de))).toContain('planted-word-recalled')
  })

  it('shows the reply that stands, and the earlier ones with it', async () => {
    const id = await release(de, await write(deExpert))
    for (const outcome of ['not', 'partly'] as const)
      await giveReply(scene.deps, nl, reference, {
        key: randomUUID(),
        comment: id,
        outcome,
        reason: 'Because.',
      })
    const [thread] = (await room(fr)).threads
    expect(thread?.comments[0]).toMatchObject({
      reply: { outcome: 'partly' },
      earlierReplies: [{ outcome: 'not' }],
    })
  })

  it('tells nobody the words of a version that they do not have, also in a later thread', async () => {
    const early = await scene.file(nl)
    reference = early
    const words = 'planted-word-of-version-one'
    const first = doc(section('subject', paragraph('s1', words)))
    await scene.share(nl, early, { kind: 'named', delegations: ['DE'] }, first)
    const place = { place: 'words', element: 's1', from: 0, to: words.length } as const
    const opened = await release(de, await write(deExpert, place), { kind: 'owner' })
    await scene.share(nl, early, all)
    await release(de, await write(deExpert, { thread: opened }, 2))
    const sent = await room(fr, 2)
    expect(sent.threads).toHaveLength(1)
    expect(JSON.stringify(sent)).not.toContain('planted')
    expect(sent.threads[0]).toMatchObject({ quote: null, wasAt: null })
    expect(JSON.stringify(await room(nl, 2))).toContain('planted')
  })

  it('says on which later version a comment stands, to those who see it there', async () => {
    await scene.share(nl, reference)
    const toFrance = await release(de, await write(deExpert, {}, 2), {
      kind: 'named',
      delegations: ['FR'],
    })
    const inner = await write(deExpert, {}, 2)
    const numbers = async (actor: Actor, number = 1) =>
      [toFrance, inner].map((id) => room(actor, number).then(({ later }) => later[id] ?? null))
    const told = async (actor: Actor, number = 1) => Promise.all(await numbers(actor, number))
    expect(await told(de)).toEqual([2, 2])
    expect(await told(fr)).toEqual([2, null])
    expect(await told(nl)).toEqual([2, null])
    expect((await room(officer)).later).toEqual({})
    expect(await told(fr, 2)).toEqual([null, null])
  })

  it('leads to a version that one has, where a comment was said about one that one has not', async () => {
    const narrow = await scene.file(nl)
    reference = narrow
    await scene.share(nl, narrow)
    await scene.share(nl, narrow, { kind: 'named', delegations: ['DE'] })
    const opened = await release(de, await write(deExpert, {}, 2), { kind: 'owner' })
    expect((await room(fr)).later).toEqual({})
    await scene.share(nl, narrow)
    expect((await room(fr)).later).toEqual({})
    const answered = await release(de, await write(deExpert, { thread: opened }, 3))
    expect((await room(fr)).later).toEqual({ [opened]: 3, [answered]: 3 })
    expect((await room(de)).later).toMatchObject({ [opened]: 2, [answered]: 2 })
  })

  it('offers each person what is theirs to do', async () => {
    const words = { place: 'words', element: 's1', from: 0, to: 9 } as const
    await release(de, await write(deExpert, { ...words, proposedWording: 'Other words' }))
    const mayOf = async (actor: Actor) => (await room(actor)).threads[0]?.comments[0]?.may
    const nothing = {
      merge: false,
      replyInside: false,
      revise: false,
      release: false,
      recall: false,
      supersede: false,
      reply: false,
      answerReply: false,
      takeUp: false,
    }
    expect(await mayOf(fr)).toEqual(nothing)
    expect(await mayOf(nl)).toEqual({ ...nothing, reply: true, takeUp: true })
    const own = { ...nothing, supersede: true, replyInside: true }
    expect(await mayOf(deExpert)).toEqual(own)
    expect(await mayOf(de)).toEqual({ ...own, recall: true })
    const [comment] = (await room(nl)).threads[0]?.comments ?? []
    await giveReply(scene.deps, nl, reference, {
      key: randomUUID(),
      comment: comment?.id ?? '',
      outcome: 'not',
      reason: 'Too wide.',
    })
    expect(await mayOf(de)).toEqual({ ...own, recall: true, answerReply: true })
    expect(await mayOf(deExpert)).toEqual(own)
    expect(await mayOf(fr)).toEqual(nothing)
  })
})

describe('who stands where', () => {
  it('lists everybody who has the version in protocol order, and nobody twice', async () => {
    await state(de)
    await state(officer, { stance: 'question' })
    const { standings } = await room(nl)
    expect(standings).toHaveLength(27)
    expect(standings.map(({ delegation }) => delegation)).not.toContain('NL')
    expect(standings[0]?.delegation).toBe('BE')
    expect(standings.at(-1)).toMatchObject({ delegation: 'COM', whole: { stance: 'question' } })
    expect(standings.filter(({ whole }) => whole).map(({ delegation }) => delegation)).toEqual([
      'DE',
      'COM',
    ])
  })

  it('goes stale only where the entry changed', async () => {
    const entryOf = (code: string, words: string) =>
      entry({ id: code, code }, heading(`${code}h`, words))
    const text = (second: string) =>
      doc(section('items', entryOf('3B801', 'Scanners'), entryOf('3B802', second)))
    await scene.share(nl, reference, all, text('Metrology'))
    await state(de, { entryCode: '3B801' }, 2)
    await state(de, { entryCode: '3B802' }, 2)
    await state(de, {}, 2)
    await scene.share(nl, reference, all, text('Metrology equipment'))
    const germany = (await room(fr, 3)).standings.find(({ delegation }) => delegation === 'DE')
    expect(germany?.byEntry['3B801']).toMatchObject({ isStale: false, version: 2 })
    expect(germany?.byEntry['3B802']).toMatchObject({ isStale: true })
    expect(germany?.whole).toMatchObject({ isStale: true })
  })

  it('keeps a position from those whom it was not told', async () => {
    await state(de, {
      stance: 'concern',
      reasons: 'planted-reason',
      audience: { kind: 'owner-commission' },
    })
    expect(JSON.stringify(await room(fr))).not.toContain('planted-reason')
    for (const actor of [nl, officer, deExpert])
      expect(JSON.stringify(await room(actor))).toContain('planted-reason')
  })

  it('shows what was said before, on which version', async () => {
    await state(de, { stance: 'question' })
    await scene.share(nl, reference, all, scanners)
    await state(de, {}, 2)
    const germany = (await room(fr, 2)).standings.find(({ delegation }) => delegation === 'DE')
    expect(germany?.whole).toMatchObject({
      stance: 'supports',
      version: 2,
      isStale: false,
      earlier: [{ stance: 'question', version: 1 }],
    })
  })
})
