import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { share } from '#app/commands/share.server.ts'
import { takeUpSeveral } from '#app/commands/take-up-several.server.ts'
import { takeUpWording } from '#app/commands/take-up-wording.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { findOutcomes } from '#app/queries/outcomes.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findWhoseWords } from '#app/queries/whose-words.server.ts'
import { findProposals, findProposalToSettle } from '#app/queries/proposals.server.ts'
import { type ContentNode, plainText } from '#app/text/content.ts'
import { textOf } from '#app/text/proposal-now.ts'
import { referencesOf } from '#app/text/references.ts'
import { countWords, whoseWords } from '#app/text/whose-words.ts'
import { appendServerEdit, closeDocument, createDocument, findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { comments, credits } from '#db/schema/comments.ts'
import { documentUpdates } from '#db/schema/documents.ts'
import { entry, paragraph, point, run, scanners } from '#tests/text/sample.ts'
import { openScene, said, type Scene } from './scene.ts'

let scene: Scene
let drafter: Actor
let nl: Actor
let de: Actor
let reference: string
let documentId: string

/** "chuck overlay ≤ 1.50 nm" in the paragraph of 3B801.f.5.b. */
const overlay = { place: 'words', element: 'f5bp', from: 2, to: 25 } as const

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(drafter)
  const measure = await findMeasureByReference(scene.deps.db, reference)
  documentId = measure?.documentId ?? ''
  await scene.deps.db.transaction((tx) =>
    createDocument(tx, drafter, {
      id: documentId,
      measureId: measure?.id ?? null,
      purpose: 'draft',
      content: scanners,
    }),
  )
  await shareDraft()
})

/** The words of a paragraph of a living text. */
function lineOf(parent: Y.XmlFragment, id: string): Y.XmlText {
  const paragraph = [...parent.createTreeWalker((node) => node instanceof Y.XmlElement)].find(
    (node) => node instanceof Y.XmlElement && node.getAttribute('id') === id,
  )
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error(`no paragraph ${id}`)
  return text
}

async function shareDraft() {
  const measure = await findMeasureByReference(scene.deps.db, reference)
  const shared = await share(scene.deps, nl, reference, {
    key: randomUUID(),
    revision: measure?.revision ?? 0,
    coverNote: '',
    commentsBy: null,
    audience: 'all',
    delegations: [],
  })
  if (!shared.ok) throw new Error(shared.reason)
}

async function proposed(more: Partial<WriteComment> = {}, number = 1): Promise<string> {
  const form = said({ ...overlay, proposedWording: 'chuck overlay ≤ 1.40 nm', ...more })
  const written = await writeComment(scene.deps, de, { reference, number }, form)
  if (!written.ok) throw new Error(written.reason)
  const released = await releaseComments(scene.deps, de, reference, {
    comments: [{ id: written.commentId, revision: 1 }],
    audience: { kind: 'version' },
  })
  if (!released.ok) throw new Error(released.reason)
  return written.commentId
}

const takeUp = (actor: Actor, comment: string, key: string = randomUUID()) =>
  takeUpWording(scene.deps, actor, reference, { key, comment, reason: '' })

async function draft(): Promise<string> {
  const text = await findText(scene.deps.db, documentId)
  return text ? plainText(text.content) : ''
}

/** The codes of the draft that are references, with what they mean: a place, or whose list. */
async function followed() {
  const text = await findText(scene.deps.db, documentId)
  return referencesOf(text?.content ?? scanners).flatMap(({ written, reference }) =>
    reference ? [[written, reference.target ?? reference.issuer]] : [],
  )
}

const updates = async () =>
  (
    await scene.deps.db
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
  ).length

describe('taking up a proposed wording', () => {
  it('changes the draft, replies and credits in one act, in the name of who did it', async () => {
    const comment = await proposed()
    expect(await takeUp(nl, comment)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a chuck overlay ≤ 1.40 nm.')
    expect(await draft()).not.toContain('1.50 nm')
    expect((await scene.acts(reference)).slice(-2)).toEqual(['wording-taken-up', 'reply-given'])
    const [credit] = await scene.deps.db
      .select()
      .from(credits)
      .where(eq(credits.commentId, comment))
    expect(credit).toMatchObject({
      delegation: 'DE',
      before: 'chuck overlay ≤ 1.50 nm',
      after: 'chuck overlay ≤ 1.40 nm',
    })
    const [last] = (
      await scene.deps.db
        .select()
        .from(documentUpdates)
        .where(eq(documentUpdates.documentId, documentId))
        .orderBy(documentUpdates.seq)
    ).toReversed()
    expect(last).toMatchObject({ personId: nl.personId, seq: credit?.documentSeq })
  })

  it('says in the comments room that it was taken up', async () => {
    const comment = await proposed()
    await takeUp(nl, comment)
    const room = await findCommentsRoom(scene.deps, de, reference, 1)
    if (!room.ok) throw new Error(room.reason)
    expect(room.room.threads[0]?.comments[0]).toMatchObject({
      reply: { outcome: 'taken-up' },
      takenUp: { at: expect.any(String) },
    })
  })

  it('is recorded once, however often it is posted', async () => {
    const comment = await proposed()
    const key = randomUUID()
    await Promise.all(Array.from({ length: 10 }, () => takeUp(nl, comment, key)))
    expect(await updates()).toBe(2)
    expect((await scene.acts(reference)).filter((type) => type === 'reply-given')).toHaveLength(1)
  })

  it('has the codes in it follow what they name', async () => {
    await takeUp(nl, await proposed({ proposedWording: 'overlay as in 3B801.f.6 and 3A001' }))
    expect(await followed()).toEqual([
      ['3B801.f.6', 'f6'],
      ['3A001', 'EU'],
    ])
    expect(await updates()).toBe(3)
  })

  it('is not taken for another with the key of one that was done', async () => {
    const comment = await proposed()
    const { hash } = await seenBy(comment)
    const key = randomUUID()
    expect(await takeUp(nl, comment, key)).toMatchObject({ ok: true })
    const entered = nodes(paragraph('f5bp', 'a chuck overlay ≤ 1.40 nm or better.'))
    const other = { key, comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, other)).toEqual({
      ok: false,
      reason: 'sent-before',
    })
    expect(await draft()).not.toContain('or better')
  })

  it('is refused where the passage is not there any more, and changes nothing', async () => {
    const [first, second] = [await proposed(), await proposed({ proposedWording: 'no overlay' })]
    await takeUp(nl, first)
    const before = await draft()
    expect(await takeUp(nl, second)).toEqual({ ok: false, reason: 'wording-changed' })
    expect(await draft()).toBe(before)
    expect((await scene.acts(reference)).filter((type) => type === 'reply-given')).toHaveLength(1)
  })

  it('still finds the passage when other words have changed and a version was shared since', async () => {
    const comment = await proposed()
    const other = await proposed({
      place: 'words',
      element: 'f0',
      from: 0,
      to: 11,
      proposedWording: 'Lithographic',
    })
    await takeUp(nl, other)
    await shareDraft()
    expect(await takeUp(nl, comment)).toMatchObject({ ok: true })
    expect(await draft()).toContain('Lithographic equipment:')
    expect(await draft()).toContain('1.40 nm')
  })

  it('puts several lines into one, since a line has none inside', async () => {
    await takeUp(nl, await proposed({ proposedWording: 'chuck overlay\n≤ 1.40 nm' }))
    expect(await draft()).toContain('a chuck overlay ≤ 1.40 nm.')
  })

  it('for words of several points is told in words, and is not offered to be taken up', async () => {
    const range = { element: 'f5', from: 4, to: 90, proposedWording: 'other words' }
    const comment = await proposed(range)
    const room = await findCommentsRoom(scene.deps, nl, reference, 1)
    if (!room.ok) throw new Error(room.reason)
    expect(room.room.threads.flatMap(({ comments }) => comments)).toMatchObject([
      { id: comment, isInWords: true, proposal: null, may: { takeUp: false, reply: true } },
    ])
    expect(await takeUp(nl, comment)).toEqual({ ok: false, reason: 'told-in-words' })
    const key = randomUUID()
    const several = { key, comments: [comment], reason: '' }
    expect(await takeUpSeveral(scene.deps, nl, reference, several)).toEqual({
      ok: false,
      reason: 'told-in-words',
    })
    expect(await updates()).toBe(1)
  })

  it('is for representatives of the owner, and for a comment that proposes something', async () => {
    const comment = await proposed()
    expect(await takeUp(de, comment)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await takeUp(drafter, comment)).toEqual({ ok: false, reason: 'not-allowed' })
    const plain = await proposed({ proposedWording: null })
    expect(await takeUp(nl, plain)).toEqual({ ok: false, reason: 'no-proposed-wording' })
    await recallComment(scene.deps, de, reference, { comment, reason: '' })
    expect(await takeUp(nl, comment)).toEqual({ ok: false, reason: 'comment-recalled' })
  })

  it('comes in once, until the owner says that it did not', async () => {
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'a throughput')))
    const added = { place: 'element', element: 'f5b', change: 'insert-after', slice } as const
    const comment = await proposed({ ...added, proposedWording: null })
    expect(await takeUp(nl, comment)).toMatchObject({ ok: true })
    const before = await draft()
    const again = { ok: false, reason: 'already-taken-up' }
    expect(await takeUp(nl, comment)).toEqual(again)
    const several = { key: randomUUID(), comments: [comment], reason: '' }
    expect(await takeUpSeveral(scene.deps, nl, reference, several)).toEqual(again)
    await giveReply(scene.deps, nl, reference, {
      key: randomUUID(),
      comment,
      outcome: 'partly',
      reason: 'It goes out again.',
    })
    // It stands in the draft still.
    expect(await takeUp(nl, comment)).toEqual({ ok: false, reason: 'wording-changed' })
    expect(await draft()).toBe(before)
  })

  it('is refused once the draft is closed', async () => {
    const comment = await proposed()
    await scene.deps.db.transaction((tx) => closeDocument(tx, documentId))
    expect(await takeUp(nl, comment)).toEqual({ ok: false, reason: 'document-closed' })
  })
})

/** A point or more as the form of a proposal sends them. */
const nodes = (...slice: ContentNode[]) => JSON.stringify(slice)

const widerPoint = nodes(
  point(
    { id: 'f5b' },
    paragraph('f5bp', 'a chuck overlay ≤ 10', run('-9', { type: 'superscript' }), ' m; and'),
    point({ id: 'mine' }, paragraph('minep', 'an overlay that was measured')),
  ),
)

const ofPoint = { place: 'element', element: 'f5b', change: 'replace', slice: widerPoint } as const

/** What stands in the draft at the place of a proposal, for who is to settle it. */
async function seenBy(comment: string) {
  const found = await findProposalToSettle(scene.deps, nl, reference, comment)
  if (!found.ok || !found.now) throw new Error('no place')
  return found.now
}

describe('a proposal for a part of the text', () => {
  it('is kept with what stood there and what is to, and is told in words too', async () => {
    const comment = await proposed({ ...ofPoint, proposedWording: null })
    const [row] = await scene.deps.db.select().from(comments).where(eq(comments.id, comment))
    expect(row?.proposedWording).toBe('a chuck overlay ≤ 10-9 m; and\nan overlay that was measured')
    expect(row?.proposal).toMatchObject({ kind: 'replace', elementId: 'f5b' })
    expect(row?.proposal?.before).toContain('a chuck overlay ≤ 1.50 nm.')
    expect(row?.proposal?.after).toContain('superscript')
  })

  it('comes into the draft with its points and formatting, and nothing else changes', async () => {
    const before = await draft()
    expect(await takeUp(nl, await proposed({ ...ofPoint, proposedWording: null }))).toMatchObject({
      ok: true,
    })
    expect(await draft()).toBe(
      before.replace(
        'a chuck overlay ≤ 1.50 nm.',
        'a chuck overlay ≤ 10-9 m; and\nan overlay that was measured',
      ),
    )
  })

  it('puts a point behind another, and takes one out', async () => {
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'a throughput')))
    const added = { place: 'element', element: 'f5b', change: 'insert-after', slice } as const
    await takeUp(nl, await proposed({ ...added, proposedWording: null }))
    expect(await draft()).toContain('≤ 1.50 nm.\na throughput')
    const out = { place: 'element', element: 'f5a', change: 'delete' } as const
    await takeUp(nl, await proposed({ ...out, proposedWording: null }))
    expect(await draft()).not.toContain('a light source')
  })

  it.each([
    ['no JSON', 'slice', { ...ofPoint, slice: 'points' }],
    ['what the schema does not know', 'slice', { ...ofPoint, slice: '[{"type":"script"}]' }],
    [
      'what cannot stand there',
      'slice',
      { ...ofPoint, slice: nodes(paragraph('x', 'y'), entry({ id: 'z' })) },
    ],
    ['a part that is not there', 'change', { ...ofPoint, place: 'whole' as const }],
    ['a whole section', 'change', { ...ofPoint, element: 'items' }],
  ])('is refused with %s', async (_, field, more) => {
    const form = said({ ...more, proposedWording: null })
    expect(await writeComment(scene.deps, de, { reference, number: 1 }, form)).toEqual({
      ok: false,
      reason: 'invalid-input',
      field,
    })
  })

  it('is refused where it says what stands there', async () => {
    const slice = nodes(point({ id: 'f5b' }, paragraph('f5bp', 'a chuck overlay ≤ 1.50 nm.')))
    const form = said({ ...ofPoint, slice, proposedWording: null })
    expect(await writeComment(scene.deps, de, { reference, number: 1 }, form)).toEqual({
      ok: false,
      reason: 'nothing-proposed',
      field: 'slice',
    })
  })
})

describe('a proposal whose place was changed since', () => {
  const change = (words: string) =>
    scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => lineOf(text, 'f5bp').insert(2, words)),
    )

  it('is settled by the owner, who saw how it stands', async () => {
    const comment = await proposed()
    await change('dedicated ')
    // Beside the words, too: the line says something else now.
    expect((await seenBy(comment)).state).toBe('merges')
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        const line = lineOf(text, 'f5bp')
        line.insert(String(line).indexOf('overlay'), 'table ')
      }),
    )
    expect(await takeUp(nl, comment)).toEqual({ ok: false, reason: 'wording-changed' })
    const now = await seenBy(comment)
    expect(now.state).toBe('merges')
    const settled = {
      key: randomUUID(),
      comment,
      reason: '',
      seen: now.hash,
      entered: JSON.stringify(now.merged.slice),
    }
    expect(await takeUpWording(scene.deps, nl, reference, settled)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a dedicated chuck table overlay ≤ 1.40 nm.')
  })

  it('is held against the line into which a split carried its words', async () => {
    const number = { ...overlay, from: 18, to: 22 } as const
    const comment = await proposed({ ...number, proposedWording: '1.40' })
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        // As the editor splits a line: what stood behind is written anew in one behind it.
        const line = lineOf(text, 'f5bp')
        const words = String(line).slice(8)
        line.delete(8, words.length)
        const next = new Y.XmlElement('paragraph')
        next.setAttribute('id', 'f5bq')
        next.insert(0, [new Y.XmlText(words)])
        const point = line.parent?.parent
        if (!(point instanceof Y.XmlElement)) throw new Error('no point')
        point.insert(1, [next])
      }),
    )
    expect(await draft()).toContain('a chuck \noverlay ≤ 1.50 nm.')
    const now = await seenBy(comment)
    expect([now.base, now.proposed, now.now].map((slice) => textOf(slice))).toEqual([
      'a chuck overlay ≤ 1.50 nm.',
      'a chuck overlay ≤ 1.40 nm.',
      'overlay ≤ 1.50 nm.',
    ])
    expect(now.state).toBe('merges')
    const listed = await findProposals(scene.deps, nl, reference, 1)
    expect(listed).toMatchObject({ page: { proposals: [{ state: 'merges' }] } })
    const entered = JSON.stringify(now.merged.slice)
    const input = { key: randomUUID(), comment, reason: '', seen: now.hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a chuck \noverlay ≤ 1.40 nm.')
  })

  it('says truly what the version said and what was proposed, and is credited as proposed', async () => {
    const chuck = { ...overlay, from: 2, to: 15, proposedWording: 'table overlay' }
    const [germany, france] = [await proposed(), await proposed(chuck)]
    expect(await takeUp(nl, france)).toMatchObject({ ok: true })
    const now = await seenBy(germany)
    expect([now.base, now.proposed, now.now].map((slice) => textOf(slice))).toEqual([
      'a chuck overlay ≤ 1.50 nm.',
      'a chuck overlay ≤ 1.40 nm.',
      'a table overlay ≤ 1.50 nm.',
    ])
    expect(now.state).toBe('merges')
    expect(await takeUp(nl, germany)).toEqual({ ok: false, reason: 'wording-changed' })
    const entered = JSON.stringify(now.merged.slice)
    const input = { key: randomUUID(), comment: germany, reason: '', seen: now.hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a table overlay ≤ 1.40 nm.')
    const [credit] = await scene.deps.db
      .select()
      .from(credits)
      .where(eq(credits.commentId, germany))
    expect(credit).toMatchObject({
      before: 'table overlay ≤ 1.50 nm',
      after: 'table overlay ≤ 1.40 nm',
      proposed: null,
    })
  })

  it('is never put over what somebody wrote meanwhile', async () => {
    const comment = await proposed()
    const { hash, merged } = await seenBy(comment)
    await change('later ')
    const late = {
      key: randomUUID(),
      comment,
      reason: '',
      seen: hash,
      entered: JSON.stringify(merged.slice),
    }
    expect(await takeUpWording(scene.deps, nl, reference, late)).toEqual({
      ok: false,
      reason: 'draft-changed',
    })
    expect(await draft()).toContain('a later chuck overlay ≤ 1.50 nm.')
  })

  it('is not put behind a point, either, before what came there meanwhile', async () => {
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'a throughput')))
    const added = { place: 'element', element: 'f5b', change: 'insert-after', slice } as const
    const [first, second] = [
      await proposed({ ...added, proposedWording: null }),
      await proposed({ ...added, slice: slice.replaceAll('new', 'other'), proposedWording: null }),
    ]
    const { hash, merged } = await seenBy(first)
    expect(await takeUp(nl, second)).toMatchObject({ ok: true })
    const entered = JSON.stringify(merged.slice)
    const late = { key: randomUUID(), comment: first, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, late)).toEqual({
      ok: false,
      reason: 'draft-changed',
    })
  })

  it('counts word by word whose words came in, where it is taken up with changes', async () => {
    const comment = await proposed()
    const { hash } = await seenBy(comment)
    const entered = nodes(paragraph('f5bp', 'a chuck overlay ≤ 1.40 nm or better.'))
    const input = { key: randomUUID(), comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a chuck overlay ≤ 1.40 nm or better.')
    const [credit] = await scene.deps.db
      .select()
      .from(credits)
      .where(eq(credits.commentId, comment))
    expect(credit?.proposed).toBe('a chuck overlay ≤ 1.40 nm.')
    const runs = whoseWords(credit?.before ?? '', credit?.proposed ?? '', credit?.after ?? '')
    expect(countWords(runs)).toEqual({ proposed: 1, own: 2 })
    const page = await findWhoseWords(scene.deps, nl, reference, null)
    if (!page.ok) throw new Error(page.reason)
    expect(page.credits).toMatchObject([{ delegation: 'DE', isChanged: true }])
    expect(page.lines).toMatchObject([{ id: 'f5bp' }])
    const theirs = page.lines[0]?.runs.filter(({ from }) => from === 'DE')
    expect(theirs?.map(({ words }) => words)).toEqual(['1.40'])
  })

  it('keeps words that the owner entered and wrote anew before sharing inside', async () => {
    const comment = await proposed()
    const { hash } = await seenBy(comment)
    const entered = nodes(paragraph('f5bp', 'a chuck overlay ≤ 1.40 nm or planted.'))
    const input = { key: randomUUID(), comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        const line = lineOf(text, 'f5bp')
        line.delete(String(line).indexOf(' or planted'), ' or planted'.length)
      }),
    )
    await shareDraft()
    const told = async (actor: Actor, number: number | null) => {
      const page = await findWhoseWords(scene.deps, actor, reference, number)
      if (!page.ok) throw new Error(page.reason)
      return page
    }
    const words = 'a chuck overlay ≤ 1.40 nm or planted.'
    expect((await told(nl, null)).credits).toMatchObject([{ entered: { words } }])
    const page = await told(de, 2)
    expect(page.credits).toMatchObject([{ entered: null }])
    expect(page.lines).toMatchObject([{ id: 'f5bp' }])
    expect(JSON.stringify(page)).not.toContain('planted')
  })

  it('says of each later version what stands in it of the words that came in', async () => {
    const first = await proposed()
    await takeUp(nl, first)
    await shareDraft()
    await shareDraft()
    const second = await proposed({ proposedWording: 'chuck overlay ≤ 1.20 nm' }, 3)
    const { hash } = await seenBy(second)
    const entered = nodes(paragraph('f5bp', 'a chuck overlay ≤ 1.20 nm or planted.'))
    const input = { key: randomUUID(), comment: second, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        const line = lineOf(text, 'f5bp')
        line.delete(String(line).indexOf(' or planted'), ' or planted'.length)
      }),
    )
    await shareDraft()
    const outcomes = await findOutcomes(scene.deps, de, reference, 'DE')
    if (!outcomes.ok) throw new Error(outcomes.reason)
    const creditOf = (id: string) =>
      outcomes.page.outcomes.find(({ comment }) => comment.id === id)?.credit
    expect(creditOf(first)).toEqual({
      isOfSettings: false,
      words: 'chuck overlay ≤ 1.40 nm',
      stretches: [
        { stands: 'whole', words: '', from: 2, to: 3, isLast: false },
        { stands: 'none', words: '', from: 4, to: 4, isLast: true },
      ],
    })
    expect(creditOf(second)).toEqual({
      isOfSettings: false,
      words: null,
      stretches: [{ stands: 'part', words: '1.20', from: 4, to: 4, isLast: true }],
    })
    expect(JSON.stringify(outcomes)).not.toContain('planted')
    const whose = await findWhoseWords(scene.deps, de, reference, 4)
    expect(whose).toMatchObject({
      credits: [
        { commentId: first, standing: { stands: 'none' } },
        { commentId: second, entered: null, standing: { stands: 'part', words: '1.20' } },
      ],
    })
  })

  it('of a point are credited as proposed, and stand whole, whatever was changed beside them', async () => {
    const after = nodes(
      point(
        { id: 'f5b', label: 'b', logic: 'any-of' },
        paragraph('f5bp', 'a chuck overlay, by any of the following:'),
        point({ id: 'sub1' }, paragraph('sub1p', 'five wafers of one size;')),
        point({ id: 'sub2' }, paragraph('sub2p', 'ten wafers per hour.')),
      ),
    )
    const comment = await proposed({ ...ofPoint, slice: after, proposedWording: null })
    await change('dedicated ')
    const { hash, state, merged } = await seenBy(comment)
    expect(state).toBe('merges')
    const entered = JSON.stringify(merged.slice)
    const input = { key: randomUUID(), comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    const words = ', by any of the following: … five wafers of one size; … ten wafers per hour.'
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => lineOf(text, 'f5bp').insert(2, 'very ')),
    )
    await shareDraft()
    const page = await findWhoseWords(scene.deps, nl, reference, null)
    if (!page.ok) throw new Error(page.reason)
    expect(page.credits).toMatchObject([{ isChanged: false, standing: { stands: 'whole', words } }])
    const theirs = page.lines.flatMap(({ runs }) => runs.filter(({ from }) => from === 'DE'))
    expect(theirs.map((one) => one.words).join(' … ')).toBe(words)
    expect(await draft()).toContain('a very dedicated chuck overlay, by any')
    const outcomes = await findOutcomes(scene.deps, de, reference, 'DE')
    expect(outcomes).toMatchObject({
      page: { outcomes: [{ credit: { words, stretches: [{ stands: 'whole', words: '' }] } }] },
    })
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => lineOf(text, 'sub2p').delete(0, 4)),
    )
    const later = await findWhoseWords(scene.deps, nl, reference, null)
    expect(later).toMatchObject({ credits: [{ standing: { stands: 'part' } }] })
  })

  it('says of a version what was taken up since, and what only an answer calls so', async () => {
    const [mine, answered] = [await proposed(), await proposed({ element: 'f5ap', to: 7 })]
    const told = async (number: number) => {
      const page = await findWhoseWords(scene.deps, de, reference, number)
      if (!page.ok) throw new Error(page.reason)
      return page
    }
    const listed = async (number: number) => {
      const found = await findProposals(scene.deps, de, reference, number)
      if (!found.ok) throw new Error(found.reason)
      return found.page.proposals.find(({ comment }) => comment.id === mine)?.takenUp
    }
    expect(await told(1)).toMatchObject({ credits: [], since: [], inWords: [] })
    await takeUp(nl, mine)
    await giveReply(scene.deps, nl, reference, {
      key: randomUUID(),
      comment: answered,
      outcome: 'taken-up',
      reason: '',
    })
    const uncounted = { delegation: 'DE', version: 1 }
    expect(await told(1)).toMatchObject({
      credits: [],
      since: [{ ...uncounted, commentId: mine, provision: '3B801.f.5.b' }],
      inWords: [{ ...uncounted, commentId: answered }],
    })
    expect(await listed(1)).toBe('since')
    await shareDraft()
    expect(await told(2)).toMatchObject({
      credits: [{ commentId: mine }],
      since: [],
      inWords: [{ commentId: answered }],
    })
    expect(await listed(2)).toBe('before')
  })

  it('tells words that were put behind a point to those who read them there', async () => {
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'a throughput')))
    const added = { place: 'element', element: 'f5b', change: 'insert-after', slice } as const
    const comment = await proposed({ ...added, proposedWording: null })
    const { hash, merged } = await seenBy(comment)
    const entered = JSON.stringify(merged.slice).replace('throughput', 'throughput of 10')
    const input = { key: randomUUID(), comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    await shareDraft()
    const page = await findWhoseWords(scene.deps, de, reference, 2)
    expect(page).toMatchObject({ credits: [{ entered: { words: 'a throughput of 10' } }] })
  })

  it('takes nothing up that holds nothing of it', async () => {
    const comment = await proposed()
    const { hash } = await seenBy(comment)
    const entered = nodes(paragraph('f5bp', 'a chuck overlay ≤ 1.50 nm, or better.'))
    const input = { key: randomUUID(), comment, reason: '', seen: hash, entered }
    expect(await takeUpWording(scene.deps, nl, reference, input)).toMatchObject({
      reason: 'nothing-proposed',
    })
    expect(await updates()).toBe(1)
  })
})

describe('several proposals in one act', () => {
  const takeSeveral = (comments: string[], key: string = randomUUID()) =>
    takeUpSeveral(scene.deps, nl, reference, { key, comments, reason: 'Agreed.' })
  const first = {
    place: 'words',
    element: 'f5bp',
    from: 2,
    to: 7,
    proposedWording: 'table',
  } as const
  const second = {
    place: 'words',
    element: 'f5bp',
    from: 18,
    to: 22,
    proposedWording: '1.40',
  } as const

  it('are all in, in one line and elsewhere, each with its credit and reply', async () => {
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'a throughput')))
    const chosen = [
      await proposed(first),
      await proposed(second),
      await proposed({
        place: 'element',
        element: 'f5b',
        change: 'insert-after',
        slice,
        proposedWording: null,
      }),
    ]
    const key = randomUUID()
    expect(await takeSeveral(chosen, key)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a table overlay ≤ 1.40 nm.\na throughput')
    const rows = await scene.deps.db
      .select()
      .from(credits)
      .where(inArray(credits.commentId, chosen))
    expect(new Set(rows.map(({ documentSeq }) => documentSeq)).size).toBe(3)
    // The same form again is the same act.
    expect(await takeSeveral(chosen, key)).toEqual({ ok: true, events: [] })
    expect((await scene.acts(reference)).filter((type) => type === 'reply-given')).toHaveLength(3)
  })

  it('have codes in words that were there mean what they meant when points come before them', async () => {
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) =>
        lineOf(text, 's1').insert(0, 'With 3B801.f.5.b and 3B801.f.5: '),
      ),
    )
    const slice = nodes(point({ id: 'new' }, paragraph('newp', 'unlike 3B801.f.6')))
    const before = { place: 'element', element: 'f5a', change: 'insert-after', slice } as const
    expect(await takeSeveral([await proposed({ ...before, proposedWording: null })])).toMatchObject(
      { ok: true },
    )
    expect(await followed()).toEqual([
      ['3B801.f.5.b', 'f5b'],
      ['3B801.f.6', 'f6'],
    ])
  })

  it('that quote the same words and change others are all in', async () => {
    const chuck = { ...overlay, to: 18, proposedWording: 'table overlay < ' }
    const both = [await proposed(chuck), await proposed()]
    const page = await findProposals(scene.deps, nl, reference, 1)
    expect(page).toMatchObject({ page: { collisions: [] } })
    expect(await takeSeveral(both)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a table overlay < 1.40 nm.')
  })

  it('are taken up beside each other where both collide with a third only', async () => {
    const [one, other] = [await proposed(first), await proposed(second)]
    const slice = nodes(
      point({ id: 'f5b', label: 'b' }, paragraph('f5bp', 'a stage overlay ≤ 1.30 nm.')),
    )
    const third = await proposed({ ...ofPointAlone(), slice })
    const found = await findProposals(scene.deps, nl, reference, 1)
    if (!found.ok) throw new Error(found.reason)
    const { proposals, collisions } = found.page
    const collidingWith = (id: string) =>
      proposals.find(({ comment }) => comment.id === id)?.collidesWith.toSorted()
    expect(collidingWith(one)).toEqual([third])
    expect(collidingWith(other)).toEqual([third])
    expect(collidingWith(third)).toEqual([one, other].toSorted())
    expect(collisions.map(({ ids }) => ids.toSorted())).toEqual(
      expect.arrayContaining([[one, third].toSorted(), [other, third].toSorted()]),
    )
    expect(await takeSeveral([one, other])).toMatchObject({ ok: true })
  })

  it('of a point and of words that it leaves as they are are both in', async () => {
    const slice = nodes(
      point(
        { id: 'f5b', label: 'b' },
        paragraph('f5bp', 'a table overlay ≤ 1.50 nm.'),
        point({ id: 'sub' }, paragraph('subp', 'a throughput')),
      ),
    )
    const both = [await proposed({ ...ofPointAlone(), slice }), await proposed(second)]
    const page = await findProposals(scene.deps, nl, reference, 1)
    expect(page).toMatchObject({ page: { collisions: [] } })
    expect(await takeSeveral(both)).toMatchObject({ ok: true })
    expect(await draft()).toContain('a table overlay ≤ 1.40 nm.\na throughput')
    // The one that was taken up alone leaves the other to be looked at beside it.
    const later = await proposed({ ...second, proposedWording: '1.30' }, 1)
    expect(await takeUp(nl, later)).toEqual({ ok: false, reason: 'wording-changed' })
  })

  it('are none in where two of them change the same', async () => {
    const before = await draft()
    const chosen = [await proposed(second), await proposed(ofPointAlone())]
    expect(await takeSeveral(chosen)).toEqual({ ok: false, reason: 'proposals-collide' })
    expect(await draft()).toBe(before)
  })

  it('are none in where one has no place any more', async () => {
    const chosen = [await proposed(first), await proposed(second)]
    await takeUp(nl, await proposed({ ...second, proposedWording: '1.60' }))
    const before = await draft()
    expect(await takeSeveral(chosen)).toEqual({ ok: false, reason: 'wording-changed' })
    expect(await draft()).toBe(before)
    expect(
      (await scene.acts(reference)).filter((type) => type === 'wording-taken-up'),
    ).toHaveLength(1)
  })
})

function ofPointAlone() {
  return { ...ofPoint, proposedWording: null }
}

describe('the next version', () => {
  const threadsIn = async (actor: Actor, number: number) => {
    const room = await findCommentsRoom(scene.deps, actor, reference, number)
    if (!room.ok) throw new Error(room.reason)
    return room.room.threads
  }

  it('takes every thread along and says what became of its place', async () => {
    const changed = await proposed()
    const kept = await proposed({ place: 'words', element: 'f5ap', from: 2, to: 14 })
    const whole = await proposed({ place: 'whole', proposedWording: null })
    await takeUp(nl, changed)
    await shareDraft()
    const threads = await threadsIn(de, 2)
    expect(threads.map(({ id, condition }) => [id, condition])).toEqual([
      [whole, null],
      [kept, 'exact'],
      [changed, 'text-changed'],
    ])
    expect(threads[2]).toMatchObject({
      quote: 'chuck overlay ≤ 1.50 nm',
      quoteNow: expect.stringContaining('1.40 nm'),
      openedIn: 1,
    })
  })

  it('shows proposals that collide, also where one is about a whole line', async () => {
    const line = { place: 'element', element: 'f5bp', from: undefined, to: undefined } as const
    const both = [await proposed(), await proposed({ ...line, proposedWording: 'no overlay' })]
    const collisions = async (number: number) => {
      const found = await findProposals(scene.deps, nl, reference, number)
      if (!found.ok) throw new Error(found.reason)
      return found.page.collisions.map(({ base, ids }) => ({ base, ids: ids.toSorted() }))
    }
    const expected = [{ base: 'a chuck overlay ≤ 1.50 nm.', ids: both.toSorted() }]
    expect(await collisions(1)).toEqual(expected)
    await shareDraft()
    expect(await collisions(2)).toEqual(expected)
  })

  it('has none of the settled ones among those that collide', async () => {
    const [mine, declined] = [await proposed(), await proposed({ proposedWording: 'no overlay' })]
    const collisions = async () => {
      const found = await findProposals(scene.deps, nl, reference, 1)
      if (!found.ok) throw new Error(found.reason)
      return found.page.collisions.map(({ ids }) => ids)
    }
    expect(await collisions()).toHaveLength(1)
    await giveReply(scene.deps, nl, reference, {
      key: randomUUID(),
      comment: declined,
      outcome: 'not',
      reason: 'Too wide.',
    })
    expect(await collisions()).toEqual([])
    const third = await proposed({ proposedWording: 'an overlay of 1.45 nm' })
    expect((await collisions())[0]?.toSorted()).toEqual([mine, third].toSorted())
    await takeUp(nl, mine)
    expect(await collisions()).toEqual([])
  })

  it('knows where wording was taken up, whatever else is alike', async () => {
    const thread = await proposed({ proposedWording: 'less than 1.4 nm' })
    await takeUp(nl, thread)
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        const line = lineOf(text, 'f5ap')
        line.insert(line.length, ' and a chuck overlay ≤ 1.50 nm')
      }),
    )
    await shareDraft()
    expect(await threadsIn(de, 2)).toMatchObject([
      { id: thread, condition: 'text-changed', quoteNow: 'less than 1.4 nm' },
    ])
  })

  it('follows the words in the living text, and not a copy of them', async () => {
    const thread = await proposed()
    await scene.deps.db.transaction((tx) =>
      appendServerEdit(tx, drafter, documentId, (text) => {
        const line = lineOf(text, 'f5bp')
        line.insert(line.length, ' or a chuck overlay ≤ 1.50 nm.')
        line.insert(7, ' and x')
      }),
    )
    await shareDraft()
    expect(await threadsIn(de, 2)).toMatchObject([
      { id: thread, condition: 'text-changed', quoteNow: 'chuck and x overlay ≤ 1.50 nm' },
    ])
  })

  it('takes along what is still inside a delegation, and tells nobody of it', async () => {
    const form = said({ ...overlay, body: 'planted-word-inside' })
    await writeComment(scene.deps, de, { reference, number: 1 }, form)
    await shareDraft()
    expect(await threadsIn(de, 2)).toMatchObject([{ id: form.key, condition: 'exact' }])
    expect(await threadsIn(nl, 2)).toEqual([])
    expect((await scene.acts(reference)).at(-1)).toBe('threads-carried')
  })
})
