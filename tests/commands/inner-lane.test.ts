import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { mergeComments } from '#app/commands/merge-comments.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recallRelease } from '#app/commands/recall-release.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { replyInside } from '#app/commands/reply-inside.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { MergeComments } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findOffices } from '#db/delegations.server.ts'
import { people } from '#db/schema/people.ts'
import { openScene, said, type Scene } from './scene.ts'

let scene: Scene
let nl: Actor
let customs: Actor
let ministry: Actor
let desk: Actor
let fr: Actor
let reference: string
let number: number

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  customs = await seated(await scene.person('DE', 'expert'), 'customs')
  ministry = await seated(await scene.person('DE', 'drafter'), 'ministry')
  desk = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  number = await scene.share(nl, reference)
})

/** The person with an office of their delegation. */
async function seated(actor: Actor, kind: string): Promise<Actor> {
  const office = (await findOffices(scene.deps.db, 'DE')).find((office) => office.kind === kind)
  if (!office) throw new Error(`DE has no ${kind}`)
  const { id } = office
  await scene.deps.db.update(people).set({ officeId: id }).where(eq(people.id, actor.personId))
  return { ...actor, officeId: id }
}

async function written(actor: Actor, body: string): Promise<string> {
  const result = await writeComment(scene.deps, actor, { reference, number }, said({ body }))
  if (!result.ok) throw new Error(result.reason)
  return result.commentId
}

const read = (id: string, revision = 1) => ({ id, revision })

const merge = (actor: Actor, sources: string[], more: Partial<MergeComments> = {}) =>
  mergeComments(
    scene.deps,
    actor,
    { reference, number },
    {
      key: randomUUID(),
      sources: sources.map((id) => read(id)),
      commentType: 'scope',
      isQuestion: false,
      body: 'The scope is wider than the risk, and customs cannot tell it apart.',
      proposedWording: null,
      ...more,
    },
  )

const release = (ids: string[]) =>
  releaseComments(scene.deps, desk, reference, {
    comments: ids.map((id) => read(id)),
    audience: { kind: 'all' },
  })

async function seen(actor: Actor) {
  const found = await findCommentsRoom(scene.deps, actor, reference, number)
  if (!found.ok) throw new Error(found.reason)
  return found.room.threads.flatMap(({ comments }) => comments)
}

async function seenBy(actor: Actor, id: string) {
  return (await seen(actor)).find((comment) => comment.id === id)
}

describe('talking inside', () => {
  it('names the office of whoever writes, to colleagues alone', async () => {
    const id = await written(customs, 'We cannot tell these apart at the border.')
    const reply = { key: randomUUID(), comment: id, body: 'Could a tariff heading help?' }
    expect(await replyInside(scene.deps, ministry, reference, reply)).toMatchObject({ ok: true })
    const comment = await seenBy(desk, id)
    expect(comment).toMatchObject({
      writer: customs.name,
      office: expect.stringMatching(/Customs/),
    })
    expect(comment?.inside).toMatchObject([
      { writer: ministry.name, office: expect.stringMatching(/\w/), body: reply.body },
    ])

    await release([id])
    expect(await seenBy(fr, id)).toMatchObject({ writer: null, office: null, inside: [] })
    expect(JSON.stringify(await seen(nl))).not.toContain('tariff heading')
  })

  it('goes on inside after the release, and is one reply however often it is sent', async () => {
    const id = await written(customs, 'Too wide.')
    await release([id])
    const reply = { key: randomUUID(), comment: id, body: 'They will ask for figures.' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => replyInside(scene.deps, ministry, reference, reply)),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect((await seenBy(desk, id))?.inside).toHaveLength(1)
    const other = { ...reply, body: 'Something else.' }
    expect(await replyInside(scene.deps, ministry, reference, other)).toMatchObject({
      reason: 'sent-before',
    })
  })

  it('is no business of others, nor of readers', async () => {
    const id = await written(customs, 'Too wide.')
    const reply = (actor: Actor) =>
      replyInside(scene.deps, actor, reference, { key: randomUUID(), comment: id, body: 'Hm.' })
    expect(await reply(fr)).toEqual({ ok: false, reason: 'not-found' })
    expect(await reply(await scene.person('DE', 'reader'))).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    await release([id])
    expect(await reply(fr)).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('merging comments', () => {
  it('makes one draft of several, which say inside where they went', async () => {
    const sources = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    const merged = await merge(desk, sources)
    if (!merged.ok) throw new Error(merged.reason)
    expect(await seenBy(customs, merged.commentId)).toMatchObject({
      isInner: true,
      madeOf: sources,
      may: { revise: true },
    })
    for (const id of sources) {
      expect(await seenBy(desk, id)).toMatchObject({
        mergedInto: merged.commentId,
        may: { release: false, revise: false, merge: false },
      })
    }
    const home = await findHome(scene.deps, desk)
    const waiting = home.awaitingRelease.find((line) => line.reference === reference)
    expect(waiting).toMatchObject({ comments: 1 })
  })

  it('tells others nothing of what the merged one was made of', async () => {
    const sources = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    const merged = await merge(desk, sources)
    if (!merged.ok) throw new Error(merged.reason)
    await release([merged.commentId])
    expect(await seen(fr)).toMatchObject([{ id: merged.commentId, madeOf: [], mergedInto: null }])
    expect((await seenBy(desk, merged.commentId))?.madeOf).toEqual(sources)
  })

  it('keeps the sources as they are', async () => {
    const [one, two] = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    const merged = await merge(desk, [one, two])
    expect(merged).toMatchObject({ ok: true })
    const refused = { ok: false, reason: 'merged' }
    expect(await release([one])).toEqual(refused)
    expect(await discardComment(scene.deps, customs, reference, two)).toEqual(refused)
    const { commentType, isQuestion, proposedWording } = said()
    const revised = { comment: one, revision: 1, commentType, isQuestion, proposedWording }
    expect(await reviseComment(scene.deps, customs, reference, { ...revised, body: 'B.' })).toEqual(
      refused,
    )
    expect(await merge(desk, [one, await written(customs, 'Third.')])).toEqual(refused)
  })

  it('takes them apart when the merged one is discarded', async () => {
    const sources = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    const merged = await merge(desk, sources)
    if (!merged.ok) throw new Error(merged.reason)
    await discardComment(scene.deps, desk, reference, merged.commentId)
    for (const id of sources)
      expect(await seenBy(desk, id)).toMatchObject({ mergedInto: null, may: { release: true } })
    expect((await scene.acts(reference)).slice(-2)).toEqual(['comment-discarded', 'merge-undone'])
  })

  it('is the desk’s, of its own delegation, and of what was read', async () => {
    const sources = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    expect(await merge(customs, sources)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await merge(fr, sources)).toEqual({ ok: false, reason: 'not-found' })
    const stale = sources.map((id) => read(id, 2))
    expect(await merge(desk, sources, { sources: stale })).toEqual({
      ok: false,
      reason: 'stale-form',
    })
    const [only = ''] = sources
    expect(await merge(desk, [only, only])).toEqual({ ok: false, reason: 'invalid-input' })
  })

  it('is one comment however often its form is sent', async () => {
    const sources = [await written(customs, 'Border.'), await written(ministry, 'Scope.')]
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => merge(desk, sources, { key })),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: true, commentId: key })))
    expect(await seen(desk)).toHaveLength(3)
    expect(await merge(desk, sources, { key, body: 'Other.' })).toMatchObject({
      reason: 'sent-before',
    })
  })
})

describe('recalling a release', () => {
  it('takes back in one act what one act released, and leaves the trace', async () => {
    const sent = [
      await written(customs, 'Border secret.'),
      await written(ministry, 'Scope secret.'),
    ]
    await release(sent)
    const apart = await written(desk, 'Sent apart.')
    await release([apart])
    const { release: act = null } = (await seenBy(desk, sent[0] ?? '')) ?? {}
    if (!act) throw new Error('no release')
    const recall = (actor: Actor) =>
      recallRelease(scene.deps, actor, reference, { release: act, reason: 'Sent by mistake' })

    expect(await recall(customs)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await recall(fr)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await recall(desk)).toMatchObject({ ok: true })
    for (const id of sent) {
      expect(await seenBy(fr, id)).toMatchObject({
        body: null,
        release: null,
        recalled: { reason: 'Sent by mistake' },
      })
    }
    expect(await seenBy(fr, apart)).toMatchObject({ body: 'Sent apart.', recalled: null })
    expect(JSON.stringify(await seen(fr))).not.toContain('secret')
    expect(await recall(desk)).toEqual({ ok: true, events: [] })
  })

  it('passes over what was recalled by itself before', async () => {
    const sent = [await written(customs, 'One.'), await written(ministry, 'Two.')]
    await release(sent)
    const [one = '', two = ''] = sent
    await recallComment(scene.deps, desk, reference, { comment: one, reason: 'First' })
    const { release: act = null } = (await seenBy(desk, two)) ?? {}
    if (!act) throw new Error('no release')
    await recallRelease(scene.deps, desk, reference, { release: act, reason: 'Second' })
    expect(await seenBy(fr, one)).toMatchObject({ recalled: { reason: 'First' } })
    expect(await seenBy(fr, two)).toMatchObject({ recalled: { reason: 'Second' } })
  })

  it('finds no release of another file', async () => {
    await release([await written(customs, 'One.')])
    const other = await scene.file(nl)
    await scene.share(nl, other)
    const [comment] = await seen(desk)
    const input = { release: comment?.release ?? '', reason: '' }
    expect(await recallRelease(scene.deps, desk, other, input)).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })
})
