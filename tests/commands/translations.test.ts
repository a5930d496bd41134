import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { addTranslation } from '#app/commands/add-translation.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { receiveTranslation } from '#app/commands/receive-word.server.ts'
import { withdrawTranslation } from '#app/commands/withdraw-translation.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findTranslating, findTranslationUpload } from '#app/queries/translations.server.ts'
import { findWordAnswers } from '#app/queries/word-answers.server.ts'
import { readWord } from '#app/word/read-word.ts'
import { versionFile } from '#app/word/write/version-file.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'
import { ownReading } from '#tests/word/own-reading.ts'
import { openScene, type Scene } from './scene.ts'
import { making } from './word-scene.ts'

const text = (word: string, ground: string, items: string, point1: string) =>
  doc(
    section('grounds', paragraph('g1', ground)),
    section(
      'items',
      entry(
        { id: 'e1', code: '3B801' },
        heading('h1', items),
        point({ id: 'a' }, paragraph('ap', point1)),
        point({ id: 'b' }, paragraph('bp', word)),
      ),
    ),
  )

const original = text('a source.', 'A ground.', 'Equipment', 'an overlay ≤ 1.50 nm, or')
const german = text('eine Quelle.', 'Ein Grund.', 'Ausrüstung', 'eine Überlagerung ≤ 1,60 nm oder')

const read: Parameters<typeof receiveTranslation>[1] = (bytes, options) =>
  Promise.resolve(readWord(bytes, options))

let scene: Scene
let nl: Actor
let drafter: Actor
let readers: Record<string, Actor>
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  drafter = await scene.person('NL', 'drafter')
  readers = {
    NL: drafter,
    DE: await scene.person('DE', 'representative'),
    FR: await scene.person('FR', 'representative'),
    COM: await scene.person('COM', 'officer'),
  }
})
afterAll(() => scene.close())
beforeEach(async () => {
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'named', delegations: ['DE'] }, original)
})

const place = () => ({ reference, number: 1 })

/** The version as it goes out to Word, with the words of the translation in it. */
async function translated(content = german): Promise<Uint8Array> {
  const found = await findCommentsRoom(scene.deps, nl, reference, 1)
  if (!found.ok) throw new Error(found.reason)
  return versionFile(making, { ...found.room, content, threads: [] }, { withInner: false })
}

async function send(actor = nl, language = 'de', content = german) {
  const sent = { name: 'Liste.docx', bytes: await translated(content) }
  const as = { ...ownReading, section: 'items' } as const
  return receiveTranslation(scene.deps, read, actor, place(), language, as, sent)
}

async function add(content = german, language = 'de') {
  const received = await send(nl, language, content)
  if (!received.ok) throw new Error(received.reason)
  const key = randomUUID()
  const added = await addTranslation(scene.deps, nl, place(), received.uploadId, { key })
  expect(added).toEqual({ ok: true })
  return key
}

async function shown(actor: Actor, language = 'de') {
  const found = await findCommentsRoom(scene.deps, actor, reference, 1, language)
  return found.ok ? found.room.translation : found.reason
}

describe('a courtesy translation of a version', () => {
  it('is shown to who sent it as it would align, before anything happens', async () => {
    const received = await send()
    if (!received.ok) throw new Error(received.reason)
    const { uploadId } = received
    const found = await findTranslationUpload(scene.deps, nl, reference, 1, uploadId)
    expect(found).toMatchObject({
      ok: true,
      language: 'de',
      missing: [],
      extra: [],
      isSuperseding: false,
      differences: [{ name: { id: 'ap' }, original: ['≤ 1.50 nm'], translation: ['≤ 1.60 nm'] }],
    })
    expect(await shown(nl)).toBeNull()
    // It is no answer to the version, and nobody else's to look at.
    expect(await findWordAnswers(scene.deps, nl, reference, 1, uploadId)).toMatchObject({
      reason: 'not-found',
    })
    const other = await scene.person('NL', 'representative')
    expect(await findTranslationUpload(scene.deps, other, reference, 1, uploadId)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('reaches exactly those who have the version, and leaves the text of the version as it was', async () => {
    const before = await findCommentsRoom(scene.deps, nl, reference, 1)
    await add()
    const seen = await Promise.all(
      Object.entries(readers).map(async ([code, actor]) => {
        const translation = await shown(actor)
        return [code, translation && typeof translation === 'object' ? 'reads' : translation]
      }),
    )
    expect(seen).toEqual([
      ['NL', 'reads'],
      ['DE', 'reads'],
      ['FR', 'not-found'],
      ['COM', 'not-found'],
    ])
    const after = await findCommentsRoom(scene.deps, nl, reference, 1, 'de')
    if (!before.ok || !after.ok) throw new Error('the owner has the version')
    expect(after.room.version).toEqual(before.room.version)
    expect(after.room.content).toEqual(before.room.content)
    expect(JSON.stringify(after.room.translation?.content)).toContain('"id":"bp"')
  })

  it('is told in the history to those who have the version alone', async () => {
    await add()
    const told = await Promise.all(
      Object.entries(readers).map(async ([code, actor]) => {
        const page = await findFilePage(scene.deps, actor, reference)
        return page.ok && JSON.stringify(page).includes('translation-added') ? [code] : []
      }),
    )
    expect(told.flat()).toEqual(['NL', 'DE'])
  })

  it('gives way to a later one in its language, and to none in another', async () => {
    await add()
    await add(german, 'fr')
    await add(text('die Quelle.', 'Der Grund.', 'Geräte', 'eine Überlagerung ≤ 1,50 nm oder'))
    expect(JSON.stringify(await shown(nl))).toContain('Der Grund.')
    expect(await findTranslating(scene.deps, nl, reference, 1)).toMatchObject({
      translations: [{ language: 'de' }, { language: 'fr' }],
    })
    expect(await scene.acts(reference)).toEqual(
      expect.arrayContaining(['translation-added', 'translation-added', 'translation-added']),
    )
  })

  it('can be withdrawn with a trace, once', async () => {
    const translation = await add()
    const withdraw = () =>
      withdrawTranslation(scene.deps, nl, place(), { translation, reason: 'A wrong unit.' })
    expect(await withdraw()).toEqual({ ok: true })
    expect(await withdraw()).toMatchObject({ reason: 'already-recorded' })
    expect(await shown(readers.DE ?? nl)).toBeNull()
    expect((await scene.acts(reference)).at(-1)).toBe('translation-withdrawn')
  })

  it('goes with the version when that is recalled', async () => {
    await add()
    const measure = await findMeasureByReference(scene.deps.db, reference)
    const input = { number: 1, reason: 'Wrong.', revision: measure?.revision ?? 0 }
    expect(await recall(scene.deps, nl, reference, input)).toMatchObject({ ok: true })
    expect(await shown(readers.DE ?? nl)).toBe('version-recalled')
    expect(await send()).toMatchObject({ reason: 'version-recalled' })
  })

  it('is put there by the owner’s representatives alone, and never in the language of the version', async () => {
    expect(await send(drafter)).toMatchObject({ reason: 'not-allowed' })
    expect(await send(readers.DE)).toMatchObject({ reason: 'not-allowed' })
    expect(await send(readers.FR)).toMatchObject({ reason: 'not-found' })
    expect(await send(nl, 'en')).toMatchObject({
      reason: 'language-of-the-original',
      field: 'language',
    })
  })

  it('is recorded once when its form comes twice', async () => {
    const received = await send()
    if (!received.ok) throw new Error(received.reason)
    const key = randomUUID()
    const once = () => addTranslation(scene.deps, nl, place(), received.uploadId, { key })
    expect([await once(), await once()]).toEqual([{ ok: true }, { ok: true }])
    const acts = await scene.acts(reference)
    expect(acts.filter((type) => type === 'translation-added')).toHaveLength(1)
  })
})
