import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import { formatFor } from '#app/messages/format.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import type { Content } from '#app/text/content.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
})
afterAll(() => scene.close())

const risk = 'The equipment reaches the overlay of newer models after an upgrade.'
const kits = 'kits that improve the overlay of installed scanners;'
const idOf = (words: string) => words.replaceAll(/[^a-z]/g, '').slice(0, 12)
const text = (points: readonly string[], about = risk): Content =>
  doc(
    section('risk', paragraph('risk', about)),
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        heading('h', 'Equipment'),
        ...points.map((words) => point({ id: `${idOf(words)}p` }, paragraph(idOf(words), words))),
      ),
    ),
  )

async function fileWith(content: Content, element: string, words: string) {
  const reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'all' }, content)
  const whole = element === 'risk' ? risk : element
  const from = whole.indexOf(words)
  const place = said({ place: 'words', element: idOf(element), from, to: from + words.length })
  const written = await writeComment(scene.deps, de, { reference, number: 1 }, place)
  if (!written.ok) throw new Error(written.reason)
  return reference
}

const share = (reference: string, content: Content) =>
  scene.share(nl, reference, { kind: 'all' }, content)

async function threadIn(reference: string, number: number) {
  const found = await findCommentsRoom(scene.deps, de, reference, number)
  if (!found.ok) throw new Error(found.reason)
  const [thread] = found.room.threads
  if (!thread) throw new Error('no thread')
  return thread
}

const names = placeNames(formatFor('en'), 'draft')
const [a, b] = ['a cleaning station for wafers;', 'a scanner with a light source;']

it('tells of a point that was moved that it was, and where it stood', async () => {
  const reference = await fileWith(text([a, b, kits]), kits, 'improve the overlay')
  await share(reference, text([kits, a, b]))
  const thread = await threadIn(reference, 2)
  expect(thread).toMatchObject({ condition: 'moved', quote: 'improve the overlay', quoteNow: null })
  expect(names.threadWasAt(thread)).toEqual({ before: '3B801.c', now: '3B801.a' })
})

it('tells of a point that is lettered otherwise how it was called, and that it is in its place', async () => {
  const reference = await fileWith(text([a, kits]), kits, 'improve the overlay')
  await share(reference, text([a, b, kits]))
  const thread = await threadIn(reference, 2)
  expect(thread.condition).toBe('exact')
  expect(names.threadWasAt(thread)).toEqual({ before: '3B801.b', now: '3B801.c' })
  await share(reference, text([a, kits, b]))
  expect(names.threadWasAt(await threadIn(reference, 3))).toBeNull()
})

const rewritten = 'Nothing in this section speaks of that any more.'

it('keeps words removed that a version has lost, whatever resembles them later', async () => {
  const reference = await fileWith(text([a]), 'risk', 'reaches the overlay of newer models')
  await share(reference, text([a], rewritten))
  expect(await threadIn(reference, 2)).toMatchObject({ condition: 'text-removed' })
  await share(reference, text([a, 'kits that reach the overlay of new models;'], rewritten))
  const later = { condition: 'text-removed', place: { elementId: 'risk' } }
  expect(await threadIn(reference, 3)).toMatchObject(later)
  await share(reference, text(['kits that reach the overlay of newer models;'], rewritten))
  expect(await threadIn(reference, 4)).toMatchObject(later)
})

it('finds removed words again that came back as they were', async () => {
  const reference = await fileWith(text([a]), 'risk', 'reaches the overlay of newer models')
  await share(reference, text([a], rewritten))
  await share(reference, text([a]))
  expect(await threadIn(reference, 3)).toMatchObject({
    condition: 'exact',
    place: { elementId: 'risk' },
    quote: 'reaches the overlay of newer models',
  })
})

it('says of a place that is not sure that it is a guess, wherever places are named', async () => {
  const reference = await fileWith(text([a, kits]), kits, 'improve the overlay')
  const other = 'kits that improve the overlay of masks;'
  const stages = 'stages that improve the overlay of mirrors;'
  await share(reference, text([other, a, stages]))
  const thread = await threadIn(reference, 2)
  expect(thread.condition).toBe('unsure')
  expect(names.threadPlace(thread)).toBe('3B801.a (unsure)')
})

it('calls a paragraph without words an empty one', () => {
  const empty = { kind: 'paragraph', provision: null, note: null, cell: null, text: '' } as const
  expect(names.nameOf({ ...empty, section: 'customs' })).toBe(
    'Customs feasibility, empty paragraph',
  )
})
