import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { answerReply } from '#app/commands/answer-reply.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { AnswerReply, WriteComment } from '#app/measures/comment-inputs.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { comments, replies, threads } from '#db/schema/comments.ts'
import { events } from '#db/schema/record.ts'
import { openScene, said, type Scene } from './scene.ts'

let scene: Scene
let nl: Actor
let nlRepresentative: Actor
let expert: Actor
let drafter: Actor
let representative: Actor
let fr: Actor
let reference: string
let number: number

const all: Audience = { kind: 'all' }

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'drafter')
  nlRepresentative = await scene.person('NL', 'representative')
  expert = await scene.person('DE', 'expert')
  drafter = await scene.person('DE', 'drafter')
  representative = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  number = await scene.share(nlRepresentative, reference)
})

const write = (actor: Actor, more: Partial<WriteComment> = {}) =>
  writeComment(scene.deps, actor, { reference, number }, said(more))

const release = (actor: Actor, ids: string[], audience: Audience = all, revision = 1) =>
  releaseComments(scene.deps, actor, reference, {
    comments: ids.map((id) => ({ id, revision })),
    audience,
  })

async function written(actor: Actor = expert, more: Partial<WriteComment> = {}): Promise<string> {
  const result = await write(actor, more)
  if (!result.ok) throw new Error(result.reason)
  return result.commentId
}

async function released(
  more: Partial<WriteComment> = {},
  audience: Audience = all,
): Promise<string> {
  const id = await written(expert, more)
  expect(await release(representative, [id], audience)).toMatchObject({ ok: true })
  return id
}

async function row(id: string) {
  const [found] = await scene.deps.db.select().from(comments).where(eq(comments.id, id))
  if (!found) throw new Error(`no comment ${id}`)
  return found
}

describe('writing a comment', () => {
  it('puts it into the inner lane, with the writer and the delegation of the login', async () => {
    const id = await written(expert, { proposedWording: '≤ 45 nm', isQuestion: true })
    expect(await row(id)).toMatchObject({
      delegation: 'DE',
      writtenBy: expert.personId,
      lane: 'inner',
      audience: null,
      isQuestion: true,
      proposedWording: '≤ 45 nm',
    })
    expect(await scene.acts(reference)).toEqual([
      'file-opened',
      'version-shared',
      'comment-written',
    ])
  })

  it('quotes the words from the frozen text and names their provision', async () => {
    const id = await written(expert, { place: 'words', element: 'f5bp', from: 2, to: 25 })
    const [thread] = await scene.deps.db.select().from(threads).where(eq(threads.id, id))
    expect(thread?.anchor).toMatchObject({
      kind: 'words',
      quote: 'chuck overlay ≤ 1.50 nm',
      elementId: 'f5bp',
    })
    expect(await row(id)).toMatchObject({ provision: '3B801.f.5.b' })
  })

  it('refuses a place that the version does not have', async () => {
    for (const place of [
      { place: 'element', element: 'nowhere' },
      { place: 'words', element: 'f5bp', from: 2, to: 9_000 },
      { place: 'words', element: 'f5bp', from: 5, to: 5 },
      { place: 'words', element: 'f5bp' },
    ] as const)
      expect(await write(expert, place)).toEqual({ ok: false, reason: 'invalid-input' })
  })

  it('records the same form once, however often it is posted', async () => {
    const form = said()
    const place = { reference, number }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => writeComment(scene.deps, expert, place, form)),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await scene.acts(reference)).toEqual([
      'file-opened',
      'version-shared',
      'comment-written',
    ])
  })

  it('refuses a used key with other words or another place, and never takes it for the first', async () => {
    const form = said({ place: 'words', element: 'f5bp', from: 2, to: 25 })
    const send = (more: Partial<WriteComment> = {}) => write(expert, { ...form, ...more })
    expect(await send()).toMatchObject({ ok: true })
    for (const other of [
      { body: 'Something else.' },
      { commentType: 'editorial' },
      { isQuestion: true },
      { proposedWording: '≤ 45 nm' },
      { from: 3 },
      { place: 'whole' },
      { place: 'element', element: 'n2' },
    ] as const)
      expect(await send(other)).toEqual({ ok: false, reason: 'sent-before' })
    const elsewhere = await written()
    expect(await send({ thread: elsewhere })).toEqual({ ok: false, reason: 'sent-before' })
    expect(await send()).toEqual({ ok: true, commentId: form.key })
  })

  it('refuses the key of somebody else, without saying whose it is', async () => {
    const id = await written()
    expect(await write(fr, { key: id })).toEqual({ ok: false, reason: 'invalid-input' })
    expect(await row(id)).toMatchObject({ delegation: 'DE' })
  })

  it('lets only those write who have the version, and says the same as of a file that is not there', async () => {
    const narrow = await scene.file(nl)
    await scene.share(nlRepresentative, narrow, { kind: 'named', delegations: ['FR'] })
    const where = { reference: narrow, number: 1 }
    const nowhere = { reference: '2026/NL/9999', number: 1 }
    for (const place of [where, nowhere, { reference, number: 7 }])
      expect(await writeComment(scene.deps, expert, place, said())).toEqual({
        ok: false,
        reason: 'not-found',
      })
  })

  it('is refused to readers, and on a version that was recalled', async () => {
    const reader = await scene.person('DE', 'reader')
    expect(await write(reader)).toEqual({ ok: false, reason: 'not-allowed' })
    await recallVersion()
    expect(await write(expert)).toEqual({ ok: false, reason: 'version-recalled' })
  })

  it('goes on in a thread of which the writer sees something, and in no other', async () => {
    const inner = await written()
    expect(await write(fr, { thread: inner })).toEqual({ ok: false, reason: 'not-found' })
    await release(representative, [inner])
    expect(await row(await written(fr, { thread: inner }))).toMatchObject({ threadId: inner })
  })

  async function recallVersion() {
    const [version] = await scene.versions(reference)
    if (!version) throw new Error('no version')
    await scene.happen(nlRepresentative, reference, {
      type: 'version-recalled',
      versionId: version.id,
      number: version.number,
      reason: '',
    })
  }
})

describe('revising and discarding', () => {
  const words = { commentType: 'scope', isQuestion: false, proposedWording: null } as const
  const revise = (actor: Actor, comment: string, body: string, revision = 1) =>
    reviseComment(scene.deps, actor, reference, { comment, body, revision, ...words })

  it('is done by anybody of the delegation who comments, until the release', async () => {
    const id = await written()
    expect(await revise(drafter, id, 'Better said.')).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ body: 'Better said.', revision: 2 })
    await release(representative, [id], all, 2)
    expect(await revise(drafter, id, 'Said otherwise.', 2)).toEqual({
      ok: false,
      reason: 'already-released',
    })
    expect(await discardComment(scene.deps, expert, reference, id)).toEqual({
      ok: false,
      reason: 'already-released',
    })
  })

  it('refuses to write over what a colleague has written meanwhile', async () => {
    const id = await written()
    await revise(drafter, id, 'By the drafter.')
    expect(await revise(expert, id, 'By the expert.')).toEqual({ ok: false, reason: 'stale-form' })
  })

  it('stays quiet where nothing would change', async () => {
    const id = await written()
    const before = await scene.acts(reference)
    expect(await revise(expert, id, 'The scope seems wider than the risk.')).toEqual({
      ok: true,
      events: [],
    })
    expect(await scene.acts(reference)).toEqual(before)
  })

  it('does not find what another delegation keeps inside', async () => {
    const id = await written()
    for (const actor of [fr, nlRepresentative]) {
      expect(await revise(actor, id, 'Mine now.')).toEqual({ ok: false, reason: 'not-found' })
      expect(await discardComment(scene.deps, actor, reference, id)).toEqual({
        ok: false,
        reason: 'not-found',
      })
    }
  })

  it('keeps the act of discarding and takes the comment out of what can be released', async () => {
    const id = await written()
    await discardComment(scene.deps, expert, reference, id)
    expect(await discardComment(scene.deps, expert, reference, id)).toEqual({
      ok: true,
      events: [],
    })
    expect(await release(representative, [id])).toEqual({ ok: false, reason: 'not-found' })
    expect(await scene.acts(reference)).toContain('comment-discarded')
  })
})

describe('releasing', () => {
  it('is for representatives, and for drafters whose state lets them', async () => {
    const id = await written()
    for (const actor of [expert, drafter])
      expect(await release(actor, [id])).toEqual({ ok: false, reason: 'not-allowed' })
    const trusted = await scene.person('DE', 'drafter', { draftersMayRelease: true })
    expect(await release(trusted, [id])).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ lane: 'released', audience: all })
  })

  it('never reaches further than the version itself', async () => {
    const narrow = await scene.file(nl)
    await scene.share(nlRepresentative, narrow, { kind: 'named', delegations: ['DE', 'FR'] })
    const result = await writeComment(
      scene.deps,
      expert,
      { reference: narrow, number: 1 },
      said({ key: randomUUID() }),
    )
    if (!result.ok) throw new Error(result.reason)
    const tryFor = (audience: Audience) =>
      releaseComments(scene.deps, representative, narrow, {
        comments: [{ id: result.commentId, revision: 1 }],
        audience,
      })
    for (const audience of [
      all,
      { kind: 'owner-commission' },
      { kind: 'named', delegations: ['FR', 'IT'] },
    ] as Audience[])
      expect(await tryFor(audience)).toMatchObject({
        reason: 'audience-too-wide',
        field: 'audience',
      })
    expect(await tryFor({ kind: 'named', delegations: ['FR', 'NL'] })).toMatchObject({ ok: true })
    expect(await row(result.commentId)).toMatchObject({
      audience: { kind: 'named', delegations: ['FR'] },
    })
  })

  it('sends several at once, or none when one cannot go', async () => {
    const [one, two] = [await written(), await written()]
    const foreign = await written(fr)
    expect(await release(representative, [one, two, foreign])).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await row(one)).toMatchObject({ lane: 'inner' })
    expect(await release(representative, [one, two, one])).toMatchObject({ ok: true })
    expect(
      (await scene.acts(reference)).filter((type) => type === 'comment-released'),
    ).toHaveLength(2)
  })

  it('is recorded once, however often it is posted', async () => {
    const id = await written()
    await Promise.all(Array.from({ length: 20 }, () => release(representative, [id])))
    expect(
      (await scene.acts(reference)).filter((type) => type === 'comment-released'),
    ).toHaveLength(1)
    expect(await release(representative, [id], { kind: 'owner' })).toEqual({
      ok: false,
      reason: 'already-released',
    })
  })

  it('refuses words that were changed after they were read', async () => {
    const id = await written()
    await reviseComment(scene.deps, drafter, reference, {
      comment: id,
      revision: 1,
      commentType: 'scope',
      isQuestion: false,
      body: 'Something else.',
      proposedWording: null,
    })
    expect(await release(representative, [id])).toEqual({ ok: false, reason: 'stale-form' })
  })

  it('sends the event to the audience only, and what is inside to the own delegation', async () => {
    const id = await released({}, { kind: 'owner-commission' })
    const rows = await scene.deps.db.select().from(events).orderBy(asc(events.id))
    const about = rows.filter(({ content }) => content.includes(id))
    expect(about.map(({ type, lane, audience }) => ({ type, lane, audience }))).toEqual([
      { type: 'comment-written', lane: 'inner', audience: null },
      { type: 'comment-released', lane: 'released', audience: { kind: 'owner-commission' } },
    ])
  })

  it('lets a later comment take the place of an earlier one, once', async () => {
    const first = await released()
    const second = await written(expert, { supersedes: first })
    const third = await written(expert, { supersedes: first })
    expect(await release(representative, [second, third])).toEqual({
      ok: false,
      reason: 'superseded',
    })
    expect(await release(representative, [second])).toMatchObject({ ok: true })
    expect(await row(first)).toMatchObject({ supersededBy: second, lane: 'released' })
    expect(await row(second)).toMatchObject({ supersedes: first, threadId: first })
    expect(await release(representative, [third])).toEqual({ ok: false, reason: 'superseded' })
    expect(await write(fr, { supersedes: second })).toEqual({ ok: false, reason: 'not-found' })
  })
})

describe('recalling', () => {
  const recall = (actor: Actor, comment: string) =>
    recallComment(scene.deps, actor, reference, { comment, reason: 'Sent to the wrong file.' })

  it('leaves a trace and can be done once', async () => {
    const id = await released()
    expect(await recall(expert, id)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await recall(fr, id)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await recall(representative, id)).toMatchObject({ ok: true })
    expect(await recall(representative, id)).toEqual({ ok: true, events: [] })
    const { recalledAt, recallReason, body } = await row(id)
    expect({ recallReason, body }).toEqual({
      recallReason: 'Sent to the wrong file.',
      body: 'The scope seems wider than the risk.',
    })
    expect(recalledAt).toBeInstanceOf(Date)
  })

  it('is for what was released', async () => {
    expect(await recall(representative, await written())).toEqual({
      ok: false,
      reason: 'not-released',
    })
  })
})

describe('replying', () => {
  const reply = (
    actor: Actor,
    comment: string,
    more: Partial<Parameters<typeof giveReply>[3]> = {},
  ) =>
    giveReply(scene.deps, actor, reference, {
      key: randomUUID(),
      comment,
      outcome: 'partly',
      reason: 'The overlay is kept, the wavelength is not.',
      ...more,
    })

  it('is the owner’s, with reasons unless the comment is taken up', async () => {
    const id = await released()
    expect(await reply(representative, id)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await reply(nl, id)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await reply(nlRepresentative, id, { reason: '' })).toEqual({
      ok: false,
      reason: 'reasons-needed',
      field: 'reason',
    })
    expect(await reply(nlRepresentative, id, { reason: '', outcome: 'taken-up' })).toMatchObject({
      ok: true,
    })
  })

  it('keeps the earlier one when a later one supersedes it', async () => {
    const id = await released()
    await reply(nlRepresentative, id, { outcome: 'not' })
    await reply(nlRepresentative, id, { outcome: 'partly' })
    const rows = await scene.deps.db.select().from(replies).where(eq(replies.commentId, id))
    expect(rows).toHaveLength(2)
    expect(rows.find(({ outcome }) => outcome === 'not')?.supersededBy).toBe(
      rows.find(({ outcome }) => outcome === 'partly')?.id,
    )
  })

  it('is recorded once, however often it is posted', async () => {
    const id = await released()
    const key = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => reply(nlRepresentative, id, { key })))
    expect((await scene.acts(reference)).filter((type) => type === 'reply-given')).toHaveLength(1)
    expect(await reply(nlRepresentative, id, { key, reason: 'Something else.' })).toEqual({
      ok: false,
      reason: 'sent-before',
    })
    const other = await released()
    expect(await reply(nlRepresentative, other, { key })).toEqual({
      ok: false,
      reason: 'invalid-input',
    })
  })

  it('is followed by whether those who raised the comment are content or maintain it', async () => {
    const id = await released()
    await reply(nlRepresentative, id)
    const [given] = await scene.deps.db.select().from(replies).where(eq(replies.commentId, id))
    const answer = (actor: Actor, more: Partial<AnswerReply> = {}) =>
      answerReply(scene.deps, actor, reference, {
        comment: id,
        reply: given?.id ?? '',
        answer: 'maintained',
        reason: 'The wavelength is what matters.',
        ...more,
      })
    expect(await answer(expert)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await answer(nlRepresentative)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await answer(fr)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await answer(representative)).toMatchObject({ ok: true })
    expect(await answer(representative)).toEqual({ ok: true, events: [] })
    expect(await answer(representative, { answer: 'content', reason: '' })).toMatchObject({
      ok: true,
    })
    const discussion = await findDiscussion(
      scene.deps.db,
      (await row(id)).measureId,
      given?.id ?? '',
    )
    expect(discussion.replies.find(({ commentId }) => commentId === id)?.answered).toMatchObject({
      answer: 'content',
      reason: '',
    })
    const last = (await scene.deps.db.select().from(events)).findLast(
      ({ type }) => type === 'reply-answered',
    )
    expect(last).toMatchObject({ lane: 'released', audience: all, delegation: 'DE' })
    // Nobody is content with what they have not read.
    await reply(nlRepresentative, id, { outcome: 'taken-up' })
    expect(await answer(representative)).toEqual({ ok: false, reason: 'other-reply' })
  })

  it('reaches the delegation that commented, also when it spoke to the owner alone', async () => {
    const id = await released({}, { kind: 'owner' })
    await reply(nlRepresentative, id)
    const rows = await scene.deps.db.select().from(events).where(eq(events.type, 'reply-given'))
    expect(rows.find(({ content }) => content.includes(id))?.audience).toEqual({
      kind: 'named',
      delegations: ['DE'],
    })
  })

  it('answers neither what was recalled nor what was superseded', async () => {
    const first = await released()
    await release(representative, [await written(expert, { supersedes: first })])
    expect(await reply(nlRepresentative, first)).toEqual({ ok: false, reason: 'superseded' })
    const gone = await released()
    await recallComment(scene.deps, representative, reference, { comment: gone, reason: '' })
    expect(await reply(nlRepresentative, gone)).toEqual({ ok: false, reason: 'comment-recalled' })
  })
})
