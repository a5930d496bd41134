import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { prepareCompilation } from '#app/queries/compilation.server.ts'
import { findCommissionDesk } from '#app/queries/commission-desk.server.ts'
import { findNotificationForm, findNotificationPage } from '#app/queries/notification.server.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { openRecordScene, type RecordScene, scannersList } from '#tests/commands/record-scene.ts'

let scene: RecordScene
let gsc: Actor

beforeAll(async () => {
  scene = await openRecordScene()
  gsc = await scene.person('GSC', 'reader')
})
afterAll(() => scene.close())

async function seen(actor: Actor, reference: string) {
  const page = await findRecordPage(scene.deps, actor, reference)
  if (!page.ok) return page.reason
  return {
    adopted: page.adoption !== null,
    items: page.entries.length,
    notifications: page.notifications.length,
    questions: page.notifications.flatMap(({ questions }) => questions).length,
  }
}

describe('the record of a measure', () => {
  it('shows each reader what they may know, and no more, from draft to notification', async () => {
    const reference = await scene.draft()
    expect(await seen(scene.nl, reference)).toMatchObject({ adopted: false })
    for (const other of [scene.de, scene.officer, gsc]) {
      expect(await seen(other, reference)).toBe('not-found')
    }

    const shared = await scene.draft()
    await scene.share(scene.nl, shared, { kind: 'named', delegations: ['DE'] }, scannersList)
    expect(await seen(scene.de, shared)).toMatchObject({ adopted: false, items: 0 })
    expect(await seen(scene.fr, shared)).toBe('not-found')
    const page = await findRecordPage(scene.deps, scene.de, shared)
    // What stands in the draft stays in the house.
    expect(page).toMatchObject({ ok: true, draft: null, lastShared: null, may: { adopt: false } })
  })

  it('keeps the final text and the messages in the house until they are sent', async () => {
    const reference = await scene.adopted()
    const id = await scene.prepared(reference)
    expect(await seen(scene.nlDrafter, reference)).toMatchObject({ items: 2, notifications: 1 })
    expect(await seen(scene.de, reference)).toBe('not-found')
    await recordSending(scene.deps, scene.nl, reference, id, {
      addressees: ['COM'],
      channel: 'Letter',
      sentOn: '2023-07-03',
      reference: '',
    })
    await askMissingContent(scene.deps, scene.officer, reference, id, {
      key: randomUUID(),
      question: 'Which destinations?',
    })
    expect(await seen(scene.officer, reference)).toMatchObject({ notifications: 1, questions: 1 })
    expect(await seen(scene.nl, reference)).toMatchObject({ questions: 1 })
    // What the Commission asks stays between it and the state.
    expect(await seen(scene.de, reference)).toMatchObject({ notifications: 1, questions: 0 })
    expect(await seen(gsc, reference)).toBe('not-found')
  })

  it('hides a notification that was not sent even from those who see the file', async () => {
    const reference = await scene.adopted({}, { gazette: 'Stcrt.', gazettedOn: '2023-06-30' })
    const id = await scene.prepared(reference)
    expect(await seen(scene.de, reference)).toMatchObject({ items: 2, notifications: 0 })
    expect(await findNotificationPage(scene.deps, scene.de, reference, id)).toMatchObject({
      reason: 'not-found',
    })
    expect(await findNotificationForm(scene.deps, scene.de, reference)).toMatchObject({
      reason: 'not-allowed',
    })
    await recordSending(scene.deps, scene.nl, reference, id, {
      addressees: ['FR'],
      channel: 'Mail',
      sentOn: '2023-07-03',
      reference: '',
    })
    expect(await findNotificationPage(scene.deps, scene.fr, reference, id)).toMatchObject({
      ok: true,
    })
    // The secretariat of a body is no addressee, though the file itself is public.
    expect(await findNotificationPage(scene.deps, gsc, reference, id)).toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('the Commission desk', () => {
  const all = { states: [], open: [] }

  it('lists what was notified or published, and counts what is still open', async () => {
    const silent = await scene.adopted()
    const reference = await scene.adopted({}, { inForceOn: '2023-09-01' })
    await scene.notified(reference)
    const desk = await findCommissionDesk(scene.deps, scene.officer, all, 1)
    if (!desk.ok) throw new Error(desk.reason)
    const references = desk.rows.map((row) => row.reference)
    expect(references).toContain(reference)
    expect(references).not.toContain(silent)
    expect(desk.rows.find((row) => row.reference === reference)).toMatchObject({
      notifications: [{ sentOn: '2023-07-03', acknowledgedOn: null }],
      entries: { standing: 2, compiled: 0 },
    })
    const open = await findCommissionDesk(
      scene.deps,
      scene.officer,
      { states: ['NL'], open: ['acknowledgement', 'compilation', 'publication'] },
      1,
    )
    expect(open.ok && open.rows.map((row) => row.reference)).toContain(reference)
  })

  it('offers for the next compilation what was notified and is in force, of what it may see', async () => {
    const unseen = await scene.adopted({}, { inForceOn: '2023-09-01' })
    const next = await prepareCompilation(scene.deps, scene.officer)
    if (!next.ok) throw new Error(next.reason)
    const ids = next.rows.map(({ id }) => id)
    expect(ids).not.toEqual(expect.arrayContaining(await scene.entryIds(unseen)))
    await scene.notified(unseen)
    const after = await prepareCompilation(scene.deps, scene.officer)
    const [first = ''] = await scene.entryIds(unseen)
    expect(after.ok && after.rows.find(({ id }) => id === first)).toMatchObject({
      change: 'new',
      doubts: [],
    })
  })

  it('is for the Commission alone', async () => {
    expect(await findCommissionDesk(scene.deps, scene.nl, all, 1)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await prepareCompilation(scene.deps, scene.de)).toMatchObject({ reason: 'not-allowed' })
  })
})
