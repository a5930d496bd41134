import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { placeThread } from '#app/commands/place-thread.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { placeThreadInput } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findOutcomes } from '#app/queries/outcomes.server.ts'
import { elementsOf } from '#app/text/elements.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { openScene, said, type Scene } from './scene.ts'

let scene: Scene
let nl: Actor
let de: Actor
let fr: Actor

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
})
afterAll(() => scene.close())

const words = 'overlay ≤ 1.50 nm'
const one = list(item('first', '3B801', words), item('other', '3B802', 'defects'))
/** The same words twice, and neither is where they were. */
const two = list(item('left', '3B803', words), item('right', '3B804', words))

/** A file whose comment has no clear place in its second version. */
async function unsure() {
  const reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'all' }, one)
  const room = await roomOf(de, reference, 1)
  const element = room.threads.length === 0 ? elementWith(room, words) : null
  const comment = said({ place: 'element', element: element ?? '' })
  const written = await writeComment(scene.deps, de, { reference, number: 1 }, comment)
  if (!written.ok) throw new Error(written.reason)
  await releaseComments(scene.deps, de, reference, {
    comments: [{ id: written.commentId, revision: 1 }],
    audience: { kind: 'all' },
  })
  await scene.share(nl, reference, { kind: 'all' }, two)
  return reference
}

async function roomOf(actor: Actor, reference: string, number: number) {
  const found = await findCommentsRoom(scene.deps, actor, reference, number)
  if (!found.ok) throw new Error(found.reason)
  return found.room
}

type Room = Awaited<ReturnType<typeof roomOf>>

/** The last paragraph with these words. */
function elementWith({ content }: Room, text: string): string {
  const found = elementsOf(content).findLast((element) => element.text.includes(text))
  if (!found) throw new Error(`no element says ${text}`)
  return found.id
}

const threadIn = async (actor: Actor, reference: string, number: number) => {
  const [thread] = (await roomOf(actor, reference, number)).threads
  if (!thread) throw new Error('no thread')
  return thread
}

it('is said by who opened it or by the owner, and later versions are searched from there', async () => {
  const reference = await unsure()
  const before = await threadIn(de, reference, 2)
  expect(before).toMatchObject({ condition: 'unsure', mayPlace: true })
  expect(await threadIn(nl, reference, 2)).toMatchObject({ mayPlace: true })
  expect(await threadIn(fr, reference, 2)).toMatchObject({ mayPlace: false })

  const right = elementWith(await roomOf(de, reference, 2), words)
  const place = (actor: Actor, more: object = {}) =>
    placeThread(
      scene.deps,
      actor,
      { reference, number: 2 },
      { thread: before.id, element: right, isGone: false, ...more },
    )
  expect(await place(fr)).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await place(de, { element: 'elsewhere' })).toMatchObject({ ok: false, field: 'element' })
  expect(await place(de)).toMatchObject({ ok: true })
  expect(await threadIn(fr, reference, 2)).toMatchObject({
    condition: 'moved',
    place: { elementId: right },
    quoteNow: null,
    chosen: { by: 'DE', at: expect.any(String) },
  })

  await scene.share(nl, reference, { kind: 'all' }, two)
  expect(await threadIn(fr, reference, 3)).toMatchObject({
    condition: 'exact',
    place: { elementId: right },
    mayPlace: false,
  })
  // What became of it names who chose, also where later versions found the place by that.
  const outcomes = await findOutcomes(scene.deps, fr, reference, 'all')
  const later = outcomes.ok ? outcomes.page.outcomes.flatMap((outcome) => outcome.later) : []
  expect(later.map(({ version, chosen }) => [version.number, chosen?.by])).toEqual([
    [2, 'DE'],
    [3, undefined],
  ])
  const there = { reference, number: 3 }
  const form = { thread: before.id, element: right, isGone: false }
  expect(await placeThread(scene.deps, de, there, form)).toEqual({ ok: false, reason: 'placed' })
})

it('may be nowhere: then it stays without a place, and says why', async () => {
  const reference = await unsure()
  const { id } = await threadIn(nl, reference, 2)
  const gone = { thread: id, element: '', isGone: true }
  expect(await placeThread(scene.deps, nl, { reference, number: 2 }, gone)).toMatchObject({
    ok: true,
  })
  expect(await threadIn(fr, reference, 2)).toMatchObject({ condition: 'text-removed', place: null })
  await scene.share(nl, reference, { kind: 'all' }, two)
  expect(await threadIn(fr, reference, 3)).toMatchObject({ condition: 'text-removed', place: null })
})

it('is nowhere where that is ticked, whatever the list of places was left at', async () => {
  const reference = await unsure()
  const { id, place } = await threadIn(nl, reference, 2)
  const guess = place?.elementId ?? ''
  expect(guess).not.toBe('')
  const form = placeThreadInput.parse({ thread: id, element: guess, isGone: 'yes' })
  const there = { reference, number: 2 }
  expect(await placeThread(scene.deps, nl, there, form)).toMatchObject({ ok: true })
  expect(await threadIn(fr, reference, 2)).toMatchObject({ condition: 'text-removed', place: null })
  expect(placeThreadInput.safeParse({ thread: id, element: '' }).success).toBe(false)
})

it('says that the words have changed where others stand at the chosen place', async () => {
  const reference = await unsure()
  const { id } = await threadIn(nl, reference, 2)
  const { content } = await roomOf(nl, reference, 2)
  const other = elementsOf(content).find(({ kind, text }) => kind === 'heading' && text !== words)
  const place = { thread: id, element: other?.id ?? '', isGone: false }
  const there = { reference, number: 2 }
  expect(await placeThread(scene.deps, nl, there, place)).toMatchObject({ ok: true })
  expect(await threadIn(fr, reference, 2)).toMatchObject({
    condition: 'text-changed',
    quoteNow: other?.text,
    chosen: { by: 'NL' },
  })
})

it('finds the words again at the chosen place, and tells of no change before there is one', async () => {
  const whole = 'A licence is valid for twelve months from the day on which it is issued.'
  const text = (...lines: string[]) =>
    doc(section('risk', ...lines.map((line, index) => paragraph(`p${index}`, line))))
  const split = ['A licence is valid for twelve', 'of the months that follow its issue.']
  const reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'all' }, text(whole))
  const from = whole.indexOf('twelve months')
  const comment = said({ place: 'words', element: 'p0', from, to: from + 'twelve months'.length })
  const written = await writeComment(scene.deps, de, { reference, number: 1 }, comment)
  if (!written.ok) throw new Error(written.reason)
  await scene.share(nl, reference, { kind: 'all' }, text(...split))
  const { id, condition } = await threadIn(de, reference, 2)
  expect(condition).toBe('unsure')
  const place = { thread: id, element: 'p0', isGone: false }
  expect(await placeThread(scene.deps, de, { reference, number: 2 }, place)).toMatchObject({
    ok: true,
  })

  await scene.share(nl, reference, { kind: 'all' }, text(...split, 'A new line.'))
  expect(await threadIn(de, reference, 3)).toMatchObject({
    condition: 'text-changed',
    since: 'exact',
    place: { elementId: 'p0' },
    chosen: { by: 'DE', at: expect.any(String) },
  })
  await scene.share(nl, reference, { kind: 'all' }, text(whole))
  expect(await threadIn(de, reference, 4)).toMatchObject({
    condition: 'exact',
    place: { elementId: 'p0', from },
    quoteNow: null,
    chosen: null,
  })
})
