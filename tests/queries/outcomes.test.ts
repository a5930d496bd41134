import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { findOutcomes } from '#app/queries/outcomes.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { credits } from '#db/schema/comments.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor
let fr: Actor
let reference: string
let onOverlay: string

const text = (overlay: string, ...more: string[]) =>
  doc(
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        heading('h', 'Scanners for the manufacture of devices'),
        point({ id: 'a' }, paragraph('ap', `a chuck overlay ${overlay} on any chuck`)),
        ...more.map((words, index) => point({ id: `m${index}` }, paragraph(`m${index}p`, words))),
      ),
    ),
  )

async function say(actor: Actor, more: Partial<WriteComment>) {
  const written = await writeComment(scene.deps, actor, { reference, number: 1 }, said(more))
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  await releaseComments(scene.deps, actor, reference, { comments, audience: { kind: 'all' } })
  return written.commentId
}

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
  reference = await scene.file(nl)
  const first = text('≤ 2.40 nm', 'a stage that nobody else makes in the Union')
  await scene.share(nl, reference, { kind: 'all' }, first)
  onOverlay = await say(de, {
    place: 'element',
    element: 'ap',
    proposedWording: 'a chuck overlay ≤ 1.50 nm on any chuck',
  })
  await say(de, { place: 'element', element: 'm0' })
  await say(fr, { body: 'What is said by France.' })
  await giveReply(scene.deps, nl, reference, {
    key: randomUUID(),
    comment: onOverlay,
    outcome: 'partly',
    reason: 'The value follows Annex I.',
  })
  await scene.share(nl, reference, { kind: 'all' }, text('≤ 1.50 nm'))
})
afterAll(() => scene.close())

async function outcomes(actor: Actor, asked: DelegationCode | 'all' | null = null) {
  const found = await findOutcomes(scene.deps, actor, reference, asked)
  if (!found.ok) throw new Error(found.reason)
  return found.page
}

describe('what became of the comments', () => {
  it('is told with the reply and the place in the next version, linked to the redline', async () => {
    const page = await outcomes(de)
    expect(page.chosen).toBe('DE')
    expect(page.outcomes).toHaveLength(2)
    const [overlay, stage] = page.outcomes
    expect(overlay).toMatchObject({
      comment: { id: onOverlay, reply: { outcome: 'partly' } },
      thread: { name: { provision: '3B801.a' } },
      later: [
        {
          version: { number: 2 },
          condition: 'text-changed',
          name: { provision: '3B801.a' },
          quoteNow: 'a chuck overlay ≤ 1.50 nm on any chuck',
          redline: { from: 1, line: 'is-ap' },
        },
      ],
    })
    expect(stage).toMatchObject({
      comment: { reply: null },
      later: [{ condition: 'text-removed', name: null, redline: { from: 1, line: 'was-m0p' } }],
    })
  })

  it('is told of all comments to the owner, and of whose it is asked for to others', async () => {
    expect((await outcomes(nl)).outcomes).toHaveLength(3)
    expect((await outcomes(fr)).outcomes).toHaveLength(1)
    expect((await outcomes(fr, 'DE')).outcomes).toHaveLength(2)
    expect((await outcomes(fr, 'all')).delegations).toEqual(['DE', 'FR'])
  })

  it('names words that were taken up to those who read a version with them', async () => {
    const measure = await findMeasureByReference(scene.deps.db, reference)
    const credit = { measureId: measure?.id ?? '', delegation: 'DE' as const, elementId: 'ap' }
    const put = (after: string, documentSeq: number, before = 'planted-before') =>
      scene.deps.db.insert(credits).values({
        ...credit,
        id: randomUUID(),
        commentId: onOverlay,
        documentSeq,
        before,
        after,
        at: new Date(),
      })
    const told = async (actor: Actor) =>
      (await outcomes(actor, 'DE')).outcomes.map(({ credit }) => credit)[0]
    // The text of version 2 goes up to update 0.
    await put('overlay ≤ 1.50 nm', 0)
    expect(await told(fr)).toEqual({
      isOfSettings: false,
      words: 'overlay ≤ 1.50 nm',
      stretches: [{ stands: 'whole', words: '', from: 2, to: 2, isLast: true }],
    })
    // What stands elsewhere, or only as a part of what stands there, does not give it away.
    await put('Scanners', 0)
    expect(await told(fr)).toBeNull()
    await put('overlay ≤ 1', 0)
    expect(await told(fr)).toBeNull()
    await put('', 0, '2.40')
    expect(await told(fr)).toMatchObject({ words: '', stretches: [{ stands: 'whole', from: 2 }] })
    await put('planted-after', 7)
    expect(await told(fr)).toBeNull()
    expect(await told(nl)).toMatchObject({ words: 'planted-after', stretches: [] })
    expect(JSON.stringify(await outcomes(fr, 'all'))).not.toContain('planted')
  })

  it('is nobody’s business who has no version of the file', async () => {
    const other = await scene.file(nl)
    await scene.share(nl, other, { kind: 'named', delegations: ['FR'] })
    const found = await findOutcomes(scene.deps, de, other, 'all')
    expect(found).toEqual({ ok: false, reason: 'not-found' })
  })
})
