import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordNationalStep } from '#app/commands/record-national-step.server.ts'
import { share } from '#app/commands/share.server.ts'
import type { Share } from '#app/measures/inputs.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { findNotification } from '#db/notifications.server.ts'
import { openRecordScene, type RecordScene } from './record-scene.ts'

/** A form with a key that was used: done if it is the same form, refused if it is another. */

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const done = expect.objectContaining({ ok: true })
const sentBefore = { ok: false, reason: 'sent-before' }

const shareInput = async (reference: string): Promise<Share> => ({
  key: randomUUID(),
  revision: (await scene.measure(reference)).revision,
  audience: 'named',
  delegations: ['DE'],
  commentsBy: null,
  coverNote: 'Please look at point 3.',
})

describe('a share form that is sent again', () => {
  it('is done, also at the same moment and after the file went on', async () => {
    const reference = await scene.draft()
    const input = await shareInput(reference)
    const send = (more: Partial<Share> = {}) =>
      share(scene.deps, scene.nl, reference, { ...input, ...more })
    expect(await Promise.all([send(), send(), send()])).toEqual([done, done, done])
    const { revision, versions } = await scene.measure(reference)
    expect(versions).toHaveLength(1)
    expect(await send({ revision })).toEqual({ ok: true, events: [] })
  })

  it('is refused with another audience, day or note, on another file, or from somebody else', async () => {
    const reference = await scene.draft()
    const elsewhere = await scene.draft()
    const input = await shareInput(reference)
    expect(await share(scene.deps, scene.nl, reference, input)).toEqual(done)
    for (const other of [
      { audience: 'all', delegations: [] },
      { delegations: ['FR'] },
      { commentsBy: '2027-01-15' },
      { coverNote: 'Please look at point 4.' },
    ] satisfies Partial<Share>[]) {
      expect(await share(scene.deps, scene.nl, reference, { ...input, ...other })).toEqual(
        sentBefore,
      )
    }
    expect(await share(scene.deps, scene.nl, elsewhere, input)).toEqual(sentBefore)
    expect(await share(scene.deps, scene.de, reference, input)).toEqual(sentBefore)
    expect((await scene.measure(reference)).versions).toMatchObject([
      { audience: { kind: 'named', delegations: ['DE'] } },
    ])
    expect((await scene.measure(elsewhere)).versions).toEqual([])
  })

  it('has not used its key when it was refused', async () => {
    const reference = await scene.draft()
    const input = await shareInput(reference)
    const stale = { ...input, revision: input.revision + 7 }
    expect(await share(scene.deps, scene.nl, reference, stale)).toMatchObject({
      reason: 'stale-form',
    })
    expect(await share(scene.deps, scene.nl, reference, { ...input, coverNote: '' })).toEqual(done)
  })
})

it('an adoption is not taken for another one under its key', async () => {
  const reference = await scene.draft()
  const input = await scene.adoptionInput(reference)
  expect(await recordAdoption(scene.deps, scene.nl, reference, input)).toEqual(done)
  const other = { ...input, actTitle: 'Another order' }
  expect(await recordAdoption(scene.deps, scene.nl, reference, other)).toEqual(sentBefore)
  expect(await recordAdoption(scene.deps, scene.nl, reference, input)).toEqual({
    ok: true,
    events: [],
  })
  const adoption = await findAdoption(scene.db, (await scene.measure(reference)).id)
  expect(adoption?.actTitle).toBe(input.actTitle)
})

it('a question to the state is not taken for another one under its key', async () => {
  const reference = await scene.adopted()
  const notificationId = await scene.notified(reference)
  const key = randomUUID()
  const ask = (question: string) =>
    askMissingContent(scene.deps, scene.officer, reference, notificationId, { key, question })
  expect(await ask('On which ground?')).toEqual(done)
  expect(await ask('Since when?')).toEqual(sentBefore)
  expect(await ask('On which ground?')).toEqual({ ok: true, events: [] })
  const { id } = await scene.measure(reference)
  expect((await findNotification(scene.db, id, notificationId))?.questions).toHaveLength(1)
})

it('a national step is recorded once, and not taken for another one', async () => {
  const reference = await scene.draft()
  const step = { key: randomUUID(), title: 'Council of State', on: '2026-03-02' }
  const send = (more = {}) =>
    recordNationalStep(scene.deps, scene.nl, reference, { ...step, ...more })
  expect([await send(), await send()]).toEqual([done, done])
  expect(await send({ title: 'Council of ministers' })).toEqual(sentBefore)
  const page = await findFilePage(scene.deps, scene.nl, reference)
  expect(page.ok && page.file.steps).toMatchObject([{ title: 'Council of State' }])
})

it('a file is not taken for another one under its key', async () => {
  const input = {
    key: randomUUID(),
    kind: 'national-control-list' as const,
    originalLanguage: 'nl' as const,
    changes: '',
    title: 'Scanners',
    grounds: ['public-security' as const],
    marking: 'none' as const,
    contact: '',
  }
  const opened = await openFile(scene.deps, scene.nlDrafter, input)
  expect(opened).toEqual(done)
  expect(await openFile(scene.deps, scene.nlDrafter, input)).toEqual(opened)
  const other = { ...input, title: 'Telescopes' }
  expect(await openFile(scene.deps, scene.nlDrafter, other)).toEqual(sentBefore)
})
