import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#app/access/actor.ts'
import { inviteToJointComment } from '#app/commands/invite-to-joint-comment.server.ts'
import { joinJointComment } from '#app/commands/join-joint-comment.server.ts'
import { leaveJointComment } from '#app/commands/leave-joint-comment.server.ts'
import { openJointComment } from '#app/commands/open-joint-comment.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseJointComment } from '#app/commands/release-joint-comment.server.ts'
import { signJointComment } from '#app/commands/sign-joint-comment.server.ts'
import { unsignJointComment } from '#app/commands/unsign-joint-comment.server.ts'
import type { JointPlace } from '#app/commands/lock-joint-comment.server.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import { tableFilterFrom } from '#app/components/comments/table-filter.ts'
import type { Reach } from '#app/measures/comment-inputs.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findJointOpening, findJointRoom } from '#app/queries/joint-comment.server.ts'
import { findOutcomes } from '#app/queries/outcomes.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { appendServerEdit } from '#db/documents.server.ts'
import { measures } from '#db/schema/measures.ts'
import { mail } from '#db/schema/post.ts'
import { openScene, type Scene } from './scene.ts'

const secret = 'planted in what they write together'

let scene: Scene
let nl: Actor
let de: Actor
let deExpert: Actor
let fr: Actor
let at: Actor
let reference: string
let number: number

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  deExpert = await scene.person('DE', 'expert')
  fr = await scene.person('FR', 'representative')
  at = await scene.person('AT', 'representative')
})
afterAll(() => scene.close())

beforeEach(async () => {
  reference = await scene.file(nl)
  number = await scene.share(nl, reference)
})

const opening = (invited: MemberStateCode[] = ['FR']) => ({
  key: randomUUID(),
  element: '',
  commentType: 'scope' as const,
  isQuestion: false,
  invited,
})

async function opened(invited?: MemberStateCode[]) {
  const input = opening(invited)
  const result = await openJointComment(scene.deps, de, { reference, number }, input)
  if (!result.ok) throw new Error(result.reason)
  return { reference, id: result.jointId }
}

async function writtenTogether() {
  const place = await opened()
  expect(await joinJointComment(scene.deps, fr, place)).toMatchObject({ ok: true })
  await write(de, place, secret)
  return place
}

const room = (actor: Actor, { id }: { id: string }) =>
  findJointRoom(scene.deps, actor, reference, id)

async function roomOf(actor: Actor, place: { id: string }) {
  const found = await room(actor, place)
  if (!found.ok) throw new Error(found.reason)
  return found.room
}

/** Puts words into the first line, as its author's edit would. */
async function write(actor: Actor, place: { id: string }, words: string, format?: object) {
  const { documentId } = await roomOf(actor, place)
  const done = await scene.deps.db.transaction((tx) =>
    appendServerEdit(tx, actor, documentId, (text) => {
      const section = text.get(0)
      const line = section instanceof Y.XmlElement ? section.get(0) : null
      const run = line instanceof Y.XmlElement ? line.get(0) : null
      if (!(run instanceof Y.XmlText)) throw new Error('the first line has no text')
      if (format) run.format(0, run.length, format)
      run.insert(run.length, words)
    }),
  )
  expect(done).toMatchObject({ ok: true })
}

async function sign(actor: Actor, place: JointPlace, audience: Reach = { kind: 'version' }) {
  const { text } = await roomOf(actor, place)
  return signJointComment(scene.deps, actor, place, { read: text.sha256, audience })
}

async function release(actor: Actor, place: JointPlace, key = randomUUID()) {
  // Where nothing can be released, somebody may still send what they had read before.
  const read = (await roomOf(de, place)).release?.read ?? 'f'.repeat(64)
  return releaseJointComment(scene.deps, actor, place, { key, read })
}

async function comments(actor: Actor) {
  const found = await findCommentsRoom(scene.deps, actor, reference, number)
  if (!found.ok) throw new Error(found.reason)
  return found.room.threads.flatMap((thread) => thread.comments)
}

const signatures = async (actor: Actor, place: { id: string }) =>
  Object.fromEntries(
    (await roomOf(actor, place)).members.map(({ delegation, signature }) => [
      delegation,
      signature?.isOnThisText ?? null,
    ]),
  )

describe('opening a joint comment', () => {
  it('offers each part of the text once, by its name', async () => {
    const found = await findJointOpening(scene.deps, de, reference, number)
    if (!found.ok) throw new Error(found.reason)
    const { nameOf } = placeNames(formatFor('en'), found.opening.version.kind)
    const names = found.opening.places.map(nameOf)
    expect(names).toContain('3B801.f.5.b')
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('writing a comment together', () => {
  it('is opened by an act of release, for states that have the version', async () => {
    const place = { reference, number }
    const open = (actor: Actor, invited: MemberStateCode[] = ['FR']) =>
      openJointComment(scene.deps, actor, place, opening(invited))
    expect(await open(deExpert)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await open(nl)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await open(de, ['NL'])).toMatchObject({ reason: 'audience-too-wide' })
    const file = await scene.file(nl)
    const named = await scene.share(nl, file, { kind: 'named', delegations: ['DE'] })
    expect(
      await openJointComment(scene.deps, de, { reference: file, number: named }, opening()),
    ).toMatchObject({ reason: 'audience-too-wide' })
    const input = opening()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => openJointComment(scene.deps, de, place, input)),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: true, jointId: input.key })))
  })

  it('is read by those who are invited and written by those who join', async () => {
    const place = await opened()
    expect((await roomOf(deExpert, place)).may).toMatchObject({ write: true, sign: false })
    expect((await roomOf(fr, place)).may).toMatchObject({ write: false, join: true, sign: false })
    await joinJointComment(scene.deps, fr, place)
    expect((await roomOf(fr, place)).may).toMatchObject({ write: true, join: false, sign: true })
  })

  it('does not exist for anybody else, the owner included', async () => {
    const before = await trace()
    const place = await writtenTogether()
    await sign(de, place)
    for (const actor of [nl, at]) {
      expect(await room(actor, place)).toEqual({ ok: false, reason: 'not-found' })
      for (const act of [joinJointComment, leaveJointComment, unsignJointComment])
        expect(await act(scene.deps, actor, place)).toEqual({ ok: false, reason: 'not-found' })
    }
    expect(await trace()).toEqual(before)
    const addressed = await scene.deps.db.select().from(mail)
    expect(
      addressed.filter(({ act }) => act.startsWith('joint')).map(({ delegation }) => delegation),
    ).toSatisfy((codes: string[]) => codes.length > 0 && codes.every((code) => code === 'FR'))
  })

  it('tells each of the acts that reached them, and who was asked later of none before', async () => {
    const place = await writtenTogether()
    await inviteToJointComment(scene.deps, de, place, { invited: ['AT'] })
    const history = async (actor: Actor) =>
      (await roomOf(actor, place)).history.map(({ type }) => type)
    expect(await history(fr)).toEqual([
      'joint-comment-opened',
      'joint-comment-joined',
      'joint-comment-invited',
    ])
    expect(await history(at)).toEqual(['joint-comment-invited'])
  })

  it('waits on the home of who is invited, until they join or decline, and on nobody else’s', async () => {
    const place = await opened(['FR', 'AT'])
    const waiting = async (actor: Actor) =>
      (await findHome(scene.deps, actor)).jointInvitations.filter(({ id }) => id === place.id)
    for (const [actor, others] of [
      [fr, ['DE', 'AT']],
      [at, ['DE', 'FR']],
    ] as const)
      expect(await waiting(actor)).toMatchObject([{ reference, provision: '', others }])
    for (const actor of [nl, de]) expect(await waiting(actor)).toEqual([])

    await joinJointComment(scene.deps, fr, place)
    await leaveJointComment(scene.deps, at, place)
    for (const actor of [fr, at]) expect(await waiting(actor)).toEqual([])
    const { members, history } = await roomOf(de, place)
    expect(members).toMatchObject([
      { delegation: 'DE', state: 'joined' },
      { delegation: 'FR', state: 'joined' },
      { delegation: 'AT', state: 'declined' },
    ])
    expect(history.at(-1)).toMatchObject({ delegation: 'AT', type: 'joint-comment-declined' })

    await inviteToJointComment(scene.deps, de, place, { invited: ['AT'] })
    expect(await waiting(at)).toHaveLength(1)
  })

  /** All that the owner and a state that is not in it see of the file. */
  async function trace() {
    const [file] = await scene.deps.db
      .select({ changedAt: measures.changedAt, revision: measures.revision })
      .from(measures)
      .where(eq(measures.reference, reference))
    const seen = await Promise.all(
      [nl, at].map(async (actor) => {
        const page = await findFilePage(scene.deps, actor, reference)
        if (!page.ok) throw new Error(page.reason)
        const home = await findHome(scene.deps, actor)
        return {
          history: page.file.history.map(({ type }) => type),
          comments: await comments(actor),
          changes: home.changes.find((line) => line.reference === reference)?.changes,
        }
      }),
    )
    return { file, seen }
  }
})

describe('signing', () => {
  it('binds one text: what is written after it leaves it on the earlier one', async () => {
    const place = await writtenTogether()
    expect(await sign(de, place)).toMatchObject({ ok: true })
    expect(await signatures(fr, place)).toEqual({ DE: true, FR: null })
    await write(fr, place, ', and more')
    expect(await signatures(fr, place)).toEqual({ DE: false, FR: null })
  })

  it('is of the words that were shown and are released, and of nothing beside them', async () => {
    const place = await writtenTogether()
    const { text } = await roomOf(de, place)
    expect(text.sha256).toBe(createHash('sha256').update(secret, 'utf8').digest('hex'))
    await sign(de, place)
    await write(fr, place, '', { bold: {} })
    expect(await signatures(fr, place)).toEqual({ DE: true, FR: null })
    await sign(fr, place)
    expect(await release(de, place)).toMatchObject({ ok: true })
    expect(await comments(nl)).toMatchObject([{ body: text.body }])
  })

  it('is of a text that a comment can have', async () => {
    const place = await writtenTogether()
    await write(de, place, 'x'.repeat(20_000 - secret.length))
    expect(await sign(de, place)).toMatchObject({ ok: true })
    await sign(fr, place)
    await write(de, place, 'x')
    expect(await sign(de, place)).toEqual({ ok: false, reason: 'text-too-long' })
    expect(await release(de, place)).toEqual({ ok: false, reason: 'text-too-long' })
  })

  it('is of what was read, by representatives of those who take part', async () => {
    const place = await writtenTogether()
    const { text } = await roomOf(de, place)
    await write(fr, place, ', unread')
    const read = { read: text.sha256, audience: { kind: 'version' } as const }
    expect(await signJointComment(scene.deps, de, place, read)).toMatchObject({
      reason: 'text-changed',
    })
    expect(await sign(deExpert, place)).toMatchObject({ reason: 'not-allowed' })
    const other = await opened()
    expect(await sign(fr, other)).toMatchObject({ reason: 'not-allowed' })
    expect(await sign(de, other)).toMatchObject({ reason: 'nothing-to-share' })
  })

  it('can be withdrawn, and ends with leaving', async () => {
    const place = await writtenTogether()
    await sign(de, place)
    await sign(fr, place)
    await unsignJointComment(scene.deps, de, place)
    expect(await signatures(fr, place)).toEqual({ DE: null, FR: true })
    await leaveJointComment(scene.deps, fr, place)
    expect(await room(fr, place)).toEqual({ ok: false, reason: 'not-found' })
    expect((await roomOf(de, place)).history.map(({ type }) => type)).toEqual([
      'joint-comment-opened',
      'joint-comment-joined',
      'joint-comment-signed',
      'joint-comment-signed',
      'joint-comment-unsigned',
      'joint-comment-left',
    ])
    await inviteToJointComment(scene.deps, de, place, { invited: ['FR'] })
    expect((await roomOf(fr, place)).may).toMatchObject({ join: true })
  })
})

describe('releasing', () => {
  it('needs the signature of each who takes part, on the same text', async () => {
    const place = await writtenTogether()
    await sign(de, place)
    expect(await release(de, place)).toMatchObject({ reason: 'signatures-missing' })
    await sign(fr, place)
    await write(fr, place, ', changed')
    await sign(fr, place)
    expect(await release(de, place)).toMatchObject({ reason: 'signatures-missing' })
    await leaveJointComment(scene.deps, fr, place)
    await sign(de, place)
    expect(await release(de, place)).toMatchObject({ reason: 'joint-alone' })
  })

  it('makes it a comment of all who signed, in protocol order, once', async () => {
    const place = await opened(['FR', 'AT'])
    for (const actor of [fr, at]) await joinJointComment(scene.deps, actor, place)
    await write(at, place, secret)
    for (const actor of [fr, at, de]) await sign(actor, place)
    const [key, read] = [randomUUID(), (await roomOf(fr, place)).release?.read ?? '']
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => releaseJointComment(scene.deps, fr, place, { key, read })),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: true, commentId: key })))
    expect(await comments(nl)).toMatchObject([
      { id: key, signatories: ['DE', 'FR', 'AT'], body: secret, writer: null, jointId: null },
    ])
    expect(await comments(at)).toMatchObject([{ id: key, jointId: place.id }])
    expect(await room(nl, place)).toEqual({ ok: false, reason: 'not-found' })
    expect((await roomOf(de, place)).may).toMatchObject({ write: false, sign: false })
    const { documentId } = await roomOf(de, place)
    expect(await findDocument(scene.deps.db, documentId)).toMatchObject({ status: 'closed' })
    expect(await leaveJointComment(scene.deps, at, place)).toMatchObject({
      reason: 'already-released',
    })
  })

  it('is among what became of the comments of each who signed', async () => {
    const place = await writtenTogether()
    await sign(de, place)
    await sign(fr, place)
    await release(de, place)
    for (const actor of [de, fr]) {
      const found = await findOutcomes(scene.deps, actor, reference, null)
      if (!found.ok) throw new Error(found.reason)
      expect(found.page.outcomes).toMatchObject([{ comment: { body: secret } }])
      expect(found.page.delegations).toEqual(['DE', 'FR'])
    }
  })

  it('stands in the table with the names of all who signed', async () => {
    const place = await writtenTogether()
    await sign(de, place)
    await sign(fr, place)
    await release(de, place)
    const found = await findCompiledTable(scene.deps, nl, reference, number)
    if (!found.ok) throw new Error(found.reason)
    const filter = tableFilterFrom(new URLSearchParams({ state: 'FR' }))
    const { rows } = compiledSheet(formatFor('en'), found.table, filter, new Date())
    expect(rows.map((row) => row.kind === 'cells' && row.cells[1])).toContainEqual([
      { text: 'DE, FR', look: 'bold' },
    ])
  })

  it('shows others the final names and none of those who were asked or left', async () => {
    const place = await opened(['FR', 'AT'])
    await joinJointComment(scene.deps, fr, place)
    await joinJointComment(scene.deps, at, place)
    await write(de, place, secret)
    await leaveJointComment(scene.deps, at, place)
    await sign(de, place)
    await sign(fr, place)
    await release(de, place)
    const page = await findFilePage(scene.deps, nl, reference)
    if (!page.ok) throw new Error(page.reason)
    expect(page.file.history.filter(({ type }) => type.startsWith('joint'))).toMatchObject([
      { type: 'joint-comment-released', values: { signatories: 'DE, FR' } },
    ])
    expect(JSON.stringify([page, await comments(nl)])).not.toContain('"AT"')
    expect(await room(at, place)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('reaches those for whom all signed it, and no others', async () => {
    const place = await writtenTogether()
    await sign(de, place, { kind: 'owner' })
    expect((await roomOf(fr, place)).suggested).toEqual(['DE', 'FR', 'NL'])
    await sign(fr, place)
    expect(await release(fr, place)).toMatchObject({ reason: 'signatures-missing' })
    // Whoever signs is reached, named or not.
    await sign(fr, place, { kind: 'named', delegations: ['DE'] })
    const { release: agreed } = await roomOf(de, place)
    expect(agreed?.whom).toEqual(['DE', 'FR', 'NL'])
    for (const actor of [de, fr]) await sign(actor, place)
    const late = { key: randomUUID(), read: agreed?.read ?? '' }
    expect(await releaseJointComment(scene.deps, de, place, late)).toEqual({
      ok: false,
      reason: 'text-changed',
    })
    for (const actor of [de, fr]) await sign(actor, place, { kind: 'owner' })
    expect(await release(de, place)).toMatchObject({ ok: true })
    expect(await comments(at)).toEqual([])
    expect(await comments(nl)).toHaveLength(1)
    expect(await comments(fr)).toHaveLength(1)
  })

  it('can be recalled by each who signed, who keep its words', async () => {
    const place = await writtenTogether()
    await sign(de, place)
    await sign(fr, place)
    const released = await release(de, place)
    if (!released.ok) throw new Error(released.reason)
    const recall = (actor: Actor) =>
      recallComment(scene.deps, actor, reference, { comment: released.commentId, reason: 'Early' })
    expect(await recall(at)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await recall(fr)).toMatchObject({ ok: true })
    expect(await comments(de)).toMatchObject([{ body: secret, recalled: { reason: 'Early' } }])
    expect(await comments(nl)).toMatchObject([{ body: null, recalled: { reason: 'Early' } }])
  })
})
