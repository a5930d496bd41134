import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { type DiscussionChanges, withChanges } from '#app/queries/discussion-changes.ts'
import { findDiscussionChanges } from '#app/queries/discussion-changes.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import type { DelegationStandings } from '#app/queries/standings.server.ts'
import { inTextOrder } from '#app/queries/thread-order.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { doc, entry, paragraph, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor
let deExpert: Actor
let fr: Actor
let se: Actor
let officer: Actor

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  deExpert = await scene.person('DE', 'expert')
  fr = await scene.person('FR', 'representative')
  se = await scene.person('SE', 'representative')
  officer = await scene.person('COM', 'officer')
})
afterAll(() => scene.close())

interface Page {
  eventId: number
  threads: ThreadView[]
  standings: DelegationStandings[]
}

async function load(reader: Actor, reference: string, number: number): Promise<Page> {
  const found = await findCommentsRoom(scene.deps, reader, reference, number)
  if (!found.ok) throw new Error(found.reason)
  const { eventId, threads, standings } = found.room
  return { eventId, threads, standings }
}

async function changes(reader: Actor, reference: string, after: number, number = 1) {
  const place = { reference, number }
  const [answer] = await findDiscussionChanges(scene.deps, place, [{ actor: reader, after }])
  if (!answer?.ok) throw new Error(answer?.reason ?? 'no answer')
  return answer.changes
}

/** Keys of forms are drawn anew for each answer. */
function withoutKeys({ threads, standings }: Page) {
  return {
    standings,
    threads: threads.map(({ comments, ...thread }) => ({
      ...thread,
      comments: comments.map(({ replyKey, insideKey, ...comment }) => ({
        ...comment,
        has: [replyKey !== '', insideKey !== ''],
      })),
    })),
  }
}

async function write(actor: Actor, reference: string, more: Partial<WriteComment> = {}) {
  const written = await writeComment(scene.deps, actor, { reference, number: 1 }, said(more))
  if (!written.ok) throw new Error(written.reason)
  return written.commentId
}

const release = (actor: Actor, reference: string, id: string, audience: Audience) =>
  releaseComments(scene.deps, actor, reference, { comments: [{ id, revision: 1 }], audience })

describe('what changed since an event', () => {
  it.each([11, 12, 13, 14])(
    'put onto what was known is what the page shows when it is loaded (seed %i)',
    async (seed) => {
      const reference = await scene.file(nl)
      await scene.share(nl, reference)
      const readers = [nl, de, deExpert, fr, se, officer]
      const screens = new Map<Actor, Page>()
      for (const reader of readers) screens.set(reader, await load(reader, reference, 1))
      const play = randomActs(reference, seededRandom(seed))
      const chance = seededRandom(seed + 1_000)

      for (let step = 0; step < 60; step++) {
        await play(step)
        const asking = readers.filter(() => chance(3) === 0 || step === 59)
        const questions = asking.map((actor) => ({
          actor,
          after: screens.get(actor)?.eventId ?? 0,
        }))
        const answers = await findDiscussionChanges(scene.deps, { reference, number: 1 }, questions)
        for (const [index, reader] of asking.entries()) {
          const answer = answers[index]
          const known = screens.get(reader)
          if (!answer?.ok || !known) throw new Error('no answer')
          const page = answer.changes.isWhole
            ? await load(reader, reference, 1)
            : withChanges(known, answer.changes)
          screens.set(reader, page)
          expect(withoutKeys(page), `step ${step}, ${reader.name}`).toEqual(
            withoutKeys(await load(reader, reference, 1)),
          )
        }
      }
    },
    60_000,
  )

  it('names nothing of what is inside another delegation, nor the thread in which it is', async () => {
    const reference = await scene.file(nl)
    await scene.share(nl, reference)
    const opened = await write(de, reference)
    await release(de, reference, opened, { kind: 'all' })
    const { eventId, threads } = await load(fr, reference, 1)
    const inner = await write(deExpert, reference, {
      thread: threads[0]?.id ?? '',
      body: 'planted-word-inside',
    })
    const toOwner = await write(deExpert, reference, { body: 'planted-word-for-the-owner' })
    await release(de, reference, toOwner, { kind: 'owner' })
    expect(await changes(fr, reference, eventId)).toMatchObject({ threads: [], standings: [] })
    expect(JSON.stringify(await changes(nl, reference, eventId))).not.toContain(inner)
    expect((await changes(nl, reference, eventId)).threads.map(({ id }) => id)).toEqual([toOwner])
    expect((await changes(de, reference, eventId)).threads).toHaveLength(2)
  })

  it('says that a thread is gone when its last words were discarded', async () => {
    const reference = await scene.file(nl)
    await scene.share(nl, reference)
    const id = await write(de, reference)
    const { eventId } = await load(deExpert, reference, 1)
    await discardComment(scene.deps, de, reference, id)
    const told = await changes(deExpert, reference, eventId)
    expect(told.threads).toEqual([{ id, thread: null }])
  })

  it('is not told to who may not see the version, as if there were none', async () => {
    const reference = await scene.file(nl)
    const number = await scene.share(nl, reference, { kind: 'named', delegations: ['DE'] })
    const questions = [
      { actor: fr, after: 0 },
      { actor: de, after: 0 },
    ]
    const answers = await findDiscussionChanges(scene.deps, { reference, number }, questions)
    expect(answers[0]).toEqual({ ok: false, reason: 'not-found' })
    expect(answers[1]).toMatchObject({ ok: true })
    const [version] = await scene.versions(reference)
    await scene.happen(nl, reference, {
      type: 'version-recalled',
      versionId: version?.id ?? '',
      number,
      reason: 'by mistake',
    })
    const [after] = await findDiscussionChanges(scene.deps, { reference, number }, [
      { actor: de, after: 0 },
    ])
    expect(after).toEqual({ ok: false, reason: 'not-found' })
  })

  it('is the whole page when another version was shared, or when too much happened', async () => {
    const reference = await scene.file(nl)
    await scene.share(nl, reference)
    const { eventId } = await load(de, reference, 1)
    await scene.share(nl, reference)
    expect(await changes(de, reference, eventId)).toMatchObject({ isWhole: true, threads: [] })
    const shared = await load(de, reference, 1)
    const id = await write(de, reference)
    const again = { type: 'comment-revised' as const, commentId: id, ...wordsOf(said()) }
    await scene.happen(de, reference, ...Array.from({ length: 1_001 }, () => again))
    expect((await changes(de, reference, shared.eventId)).isWhole).toBe(true)
    expect((await changes(de, reference, shared.eventId + 5)).isWhole).toBe(false)
    expect((await changes(de, reference, 1_000_000)).isWhole).toBe(true)
  })
})

function wordsOf({ commentType, isQuestion, body, proposedWording }: WriteComment) {
  return { commentType, isQuestion, body, proposedWording }
}

/** Somebody does something in the room, as the seed says; what is refused changes nothing. */
function randomActs(reference: string, below: (most: number) => number) {
  const where = { reference, number: 1 }
  const people = [de, deExpert, fr, se, nl, officer]
  const comments: { id: string; by: Actor }[] = []
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const audiences: Audience[] = [
    { kind: 'all' },
    { kind: 'owner' },
    { kind: 'owner-commission' },
    { kind: 'named', delegations: ['FR'] },
  ]
  const releasers = [de, fr, se, nl, officer]
  const releaserOf = (by: Actor) =>
    one(releasers.filter((each) => each.delegation === by.delegation))
  const places: Partial<WriteComment>[] = [
    { place: 'whole' },
    { place: 'element', element: 'f5b' },
    { place: 'words', element: 'f5bp', from: 2, to: 25 },
  ]

  async function say() {
    const by = one(people)
    const other = comments.length > 0 ? one(comments) : null
    const how = below(4)
    const more =
      other && how === 0
        ? { thread: other.id }
        : other && how === 1 && other.by.delegation === by.delegation
          ? { supersedes: other.id }
          : one(places)
    const words = said({ body: `Words ${comments.length}.`, ...more })
    const written = await writeComment(scene.deps, by, where, words)
    if (written.ok) comments.push({ id: words.key, by })
  }

  async function releaseOne() {
    const { id, by } = one(comments)
    await release(releaserOf(by), reference, id, one(audiences))
  }

  async function stand() {
    const key = randomUUID()
    await statePosition(scene.deps, one([de, fr, se]), where, {
      key,
      entryCode: one([null, null, '3B001']),
      stance: one(['supports', 'question', 'concern'] as const),
      intentions: [],
      reasons: 'Because.',
      audience: one(audiences),
    })
  }

  const acts = [
    say,
    say,
    say,
    releaseOne,
    releaseOne,
    stand,
    async () => {
      const { id, by } = one(comments)
      const words = wordsOf(said({ body: 'Other words.' }))
      await reviseComment(scene.deps, by, reference, { comment: id, revision: 1, ...words })
    },
    async () => void (await discardComment(scene.deps, one(people), reference, one(comments).id)),
    async () => {
      const { id, by } = one(comments)
      await recallComment(scene.deps, releaserOf(by), reference, { comment: id, reason: 'Wrong.' })
    },
    async () => {
      const outcome = one(['partly', 'not'] as const)
      const reply = { key: randomUUID(), comment: one(comments).id, outcome, reason: 'So.' }
      await giveReply(scene.deps, nl, reference, reply)
    },
  ]
  return async (step: number) => {
    if (step === 40) await scene.share(nl, reference, { kind: 'all' }, changedText)
    else await (comments.length < 3 ? say() : one(acts)())
  }
}

const changedText = doc(
  section('items', entry({ id: 'e1', code: '3B001' }, paragraph('e1p', 'Something else.'))),
)

describe('changes that come in any order, twice or not at all', () => {
  /** Which thread each act of a random run touches, and whether nothing of it is left. */
  const acts = fc.array(fc.record({ id: fc.integer({ min: 0, max: 8 }), isGone: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  })

  it('end with the page as it is once nothing is missing', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (acts, told) => {
        const pages = pagesOf(acts)
        const last = acts.length
        const between = (from: number, to: number): DiscussionChanges => ({
          after: from,
          eventId: to,
          isWhole: false,
          threads: [...new Set(acts.slice(from, to).map(({ id }) => `t${id}`))].map((id) => ({
            id,
            thread: pages[to]?.threads.find((each) => each.id === id) ?? null,
          })),
          standings: [],
        })
        let page = pages[0] as Page
        for (const [a, b] of told) {
          const [from = 0, to = 0] = [a % pages.length, b % pages.length].toSorted((x, y) => x - y)
          page = withChanges(page, between(from, to))
          expect(page).toEqual(pages[page.eventId])
        }
        expect(withChanges(page, between(page.eventId, last))).toEqual(pages[last])
      }),
    )
  })

  it('leave alone what they do not name', () => {
    const page: Page = {
      eventId: 1,
      threads: inTextOrder([thread('a', 0), thread('c', 2)]),
      standings: [],
    }
    const after = withChanges(page, {
      after: 1,
      eventId: 2,
      isWhole: false,
      threads: [{ id: 'b', thread: thread('b', 1) }],
      standings: [],
    })
    expect(after.threads.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 a', '2 b', '3 c'])
    expect(after.threads[0]).toBe(page.threads[0])
    expect(after.standings).toBe(page.standings)
  })
})

/** What a room holds after each of these acts. */
function pagesOf(acts: readonly { id: number; isGone: boolean }[]): Page[] {
  const pages: Page[] = [{ eventId: 0, threads: [], standings: [] }]
  for (const [index, { id, isGone }] of acts.entries()) {
    const others = (pages.at(-1)?.threads ?? []).filter((thread) => thread.id !== `t${id}`)
    const threads = isGone ? others : [...others, thread(`t${id}`, index)]
    pages.push({ eventId: index + 1, threads: inTextOrder(threads), standings: [] })
  }
  return pages
}

function thread(id: string, offset: number): ThreadView {
  return {
    id,
    number: 0,
    openedBy: 'DE',
    openedIn: 1,
    isWhole: false,
    condition: null,
    since: null,
    removed: null,
    chosen: null,
    mayPlace: false,
    place: { elementId: 'e', from: offset, to: offset + 1 },
    offset,
    name: null,
    wasAt: null,
    quote: `words at ${offset}`,
    quoteNow: null,
    comments: [] as CommentView[],
  }
}
