import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { findRecalledVersion } from '#app/queries/recalled-version.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'

let scene: Scene
let nl: Actor
let de: Actor
let deExpert: Actor
let fr: Actor
let reference: string

const overlay = { place: 'words', element: 'f5bp', from: 2, to: 25 } as const
const words = 'chuck overlay ≤ 1.50 nm'

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  deExpert = await scene.person('DE', 'expert')
  fr = await scene.person('FR', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'named', delegations: ['DE', 'FR'] })
})

async function write(actor: Actor, more: Partial<WriteComment> = {}, number = 1) {
  const written = await writeComment(scene.deps, actor, { reference, number }, said(more))
  if (!written.ok) throw new Error(written.reason)
  return written.commentId
}

async function release(actor: Actor, id: string) {
  const audience: Audience = { kind: 'named', delegations: ['DE', 'FR'] }
  const comments = [{ id, revision: 1 }]
  const released = await releaseComments(scene.deps, actor, reference, { comments, audience })
  if (!released.ok) throw new Error(released.reason)
  return id
}

const position = (actor: Actor) =>
  statePosition(
    scene.deps,
    actor,
    { reference, number: 1 },
    {
      key: randomUUID(),
      entryCode: null,
      stance: 'supports',
      intentions: ['considers-article-10'],
      reasons: '',
      audience: { kind: 'owner' },
    },
  )

async function recalled(reason = 'The thresholds were those of an earlier draft.') {
  const measure = await findMeasureByReference(scene.deps.db, reference)
  const input = { number: 1, reason, revision: measure?.revision ?? 0 }
  expect(await recall(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
}

async function trace(actor: Actor) {
  const found = await findRecalledVersion(scene.deps, actor, reference, 1)
  if (!found.ok) throw new Error(found.reason)
  return found.trace
}

describe('a recalled version', () => {
  it('says to those who had it that it was recalled, when and why, and links to the next', async () => {
    await recalled()
    expect(await trace(de)).toMatchObject({
      owner: 'NL',
      recalled: {
        at: expect.stringMatching(/^\d{4}-/),
        reason: 'The thresholds were those of an earlier draft.',
      },
      following: null,
      threads: [],
      positions: [],
    })
    await scene.share(nl, reference, { kind: 'named', delegations: ['DE'] })
    expect((await trace(de)).following).toMatchObject({ number: 2 })
    expect((await trace(fr)).following).toBeNull()
  })

  it('keeps for a delegation what it said itself, inside and released, with its quotes', async () => {
    const inner = await write(deExpert, overlay)
    const released = await release(de, await write(deExpert, { ...overlay, body: 'Released.' }))
    await position(de)
    await recalled()
    const kept = await trace(deExpert)
    expect(
      kept.threads.flatMap(({ quote, comments }) =>
        comments.map(({ id, isInner }) => ({ id, isInner, quote })),
      ),
    ).toEqual([
      { id: inner, isInner: true, quote: words },
      { id: released, isInner: false, quote: words },
    ])
    expect(kept.threads.map(({ name }) => name)).toEqual([null, null])
    expect(kept.positions).toMatchObject([
      { stance: 'supports', intentions: ['considers-article-10'], entryCode: null },
    ])
  })

  it('tells nobody else a word of it: neither its text nor what was said about it', async () => {
    await release(de, await write(de, { ...overlay, body: 'planted-comment' }))
    await position(de)
    await recalled()
    const seen = JSON.stringify(await trace(fr))
    for (const hidden of ['planted-comment', words, 'considers-article-10', 'overlay'])
      expect(seen).not.toContain(hidden)
  })

  it('lets a thread that one took part in keep its quote in the next version, for oneself', async () => {
    await write(de, overlay)
    await recalled()
    await scene.share(nl, reference, { kind: 'named', delegations: ['DE', 'FR'] })
    const room = await findCommentsRoom(scene.deps, de, reference, 2)
    if (!room.ok) throw new Error(room.reason)
    expect(room.room.threads[0]?.quote).toBe(words)
  })

  it('is to those who did not have it as one that does not exist, in every room', async () => {
    await recalled()
    const it = await scene.person('IT', 'representative')
    const { deps } = scene
    const asked = (actor: Actor) =>
      Promise.all([
        findCommentsRoom(deps, actor, reference, 1),
        findCompiledTable(deps, actor, reference, 1),
        findPositionsPage(deps, actor, reference, 1),
        findComparison(deps, actor, reference, { from: null, to: 1 }),
      ])
    const refused = (reason: string) => Array.from({ length: 4 }, () => ({ ok: false, reason }))
    expect(await asked(it)).toEqual(refused('not-found'))
    expect(await findRecalledVersion(deps, it, reference, 1)).toEqual(refused('not-found')[0])
    expect(await asked(de)).toEqual(refused('version-recalled'))
  })

  it('refuses something new about it for the reason that it was recalled', async () => {
    await recalled()
    expect(await writeComment(scene.deps, de, { reference, number: 1 }, said())).toEqual({
      ok: false,
      reason: 'version-recalled',
    })
    expect(await position(de)).toEqual({ ok: false, reason: 'version-recalled' })
    expect(await position(await scene.person('IT', 'representative'))).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })

  it('takes no reply and no other wording; what was never sent can be put away, and a comment taken back', async () => {
    const inner = await write(de)
    const proposal = await write(de, { ...overlay, proposedWording: 'overlay ≤ 1.60 nm' })
    const sent = await release(de, proposal)
    await recalled()
    const refused = { ok: false, reason: 'version-recalled' }
    const reply = {
      key: randomUUID(),
      comment: sent,
      outcome: 'not' as const,
      reason: 'No.',
    }
    expect(await giveReply(scene.deps, nl, reference, reply)).toEqual(refused)
    const said = {
      commentType: 'scope' as const,
      isQuestion: false,
      body: 'New.',
      proposedWording: null,
    }
    expect(
      await reviseComment(scene.deps, de, reference, { comment: inner, revision: 1, ...said }),
    ).toEqual(refused)
    expect(await discardComment(scene.deps, de, reference, inner)).toMatchObject({ ok: true })
    const back = { comment: sent, reason: 'The version is gone.' }
    expect(await recallComment(scene.deps, de, reference, back)).toMatchObject({ ok: true })
    const told = async (actor: Actor) => {
      const page = await findFilePage(scene.deps, actor, reference)
      return page.ok && page.file.history.some(({ type }) => type === 'comment-recalled')
    }
    expect([await told(nl), await told(de), await told(fr)]).toEqual([true, true, false])
  })
})
