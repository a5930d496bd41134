import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { supplyMissingContent } from '#app/commands/supply-missing-content.server.ts'
import type { DeskOpening } from '#app/measures/commission-desk.ts'
import { prepareCompilation } from '#app/queries/compilation.server.ts'
import { findCommissionDesk } from '#app/queries/commission-desk.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findFiles } from '#app/queries/files.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findNotificationForm, findNotificationPage } from '#app/queries/notification.server.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { item, list } from '#tests/db/adopted-list.ts'
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

  it('tells those alone who may end a draft whom its end would reach at once', async () => {
    const reference = await scene.draft()
    const reachOf = async (actor: Actor) => {
      const [record, file] = await Promise.all([
        findRecordPage(scene.deps, actor, reference),
        findFilePage(scene.deps, actor, reference),
      ])
      return [record.ok && record.adoptionReaches, file.ok && file.withdrawalReaches]
    }
    expect(await reachOf(scene.nl)).toEqual([{ kind: 'owner' }, { kind: 'owner' }])
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['DE'] })
    await scene.share(scene.nl, reference, { kind: 'owner-commission' })
    const both = { kind: 'named', delegations: ['DE', 'COM'] }
    expect(await reachOf(scene.nl)).toEqual([both, both])
    for (const other of [scene.nlDrafter, scene.de, scene.officer])
      expect(await reachOf(other)).toEqual([null, null])
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
    // A state learns of it when it is sent it, and what the Commission asks is not for it.
    expect(await seen(scene.de, reference)).toBe('not-found')
    await recordSending(scene.deps, scene.nl, reference, id, {
      addressees: ['DE'],
      channel: 'Letter',
      sentOn: '2023-07-05',
      reference: '',
    })
    expect(await seen(scene.de, reference)).toMatchObject({
      items: 2,
      notifications: 1,
      questions: 0,
    })
    expect(await seen(scene.fr, reference)).toBe('not-found')
    expect(await seen(gsc, reference)).toBe('not-found')
  })

  it('puts what the Commission misses on the home of the state until it is supplied', async () => {
    const reference = await scene.adopted()
    const id = await scene.prepared(reference)
    await recordSending(scene.deps, scene.nl, reference, id, {
      addressees: ['COM', 'DE'],
      channel: 'Letter',
      sentOn: '2023-07-03',
      reference: '',
    })
    const questionId = randomUUID()
    const waiting = async (actor: Actor) =>
      (await findHome(scene.deps, actor)).missingContent.filter(
        (question) => question.reference === reference,
      )
    expect(await waiting(scene.nl)).toEqual([])
    const question = { key: questionId, question: 'Which destinations?' }
    await askMissingContent(scene.deps, scene.officer, reference, id, question)
    expect(await waiting(scene.nl)).toMatchObject([{ questionId, notificationId: id }])
    expect(await waiting(scene.nlDrafter)).toHaveLength(1)
    for (const other of [scene.de, scene.officer]) expect(await waiting(other)).toEqual([])
    const answer = { questionId, answer: 'All outside the Union.' }
    await supplyMissingContent(scene.deps, scene.nl, reference, id, answer)
    expect(await waiting(scene.nl)).toEqual([])
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
    // The measure is public; its precise reasons, and that it was notified, are for whom they went to.
    for (const other of [scene.de, scene.officer]) {
      expect(await seen(other, reference)).toMatchObject({ items: 2, notifications: 0 })
      expect(await findNotificationPage(scene.deps, other, reference, id)).toMatchObject({
        reason: 'not-found',
      })
      const page = await findFilePage(scene.deps, other, reference)
      expect(page.ok && page.file.notified).toBeNull()
      expect(page.ok && page.file.history.map(({ type }) => type)).not.toContain(
        'notification-sent',
      )
    }
    // The secretariat of a body is no addressee, though the file itself is public.
    expect(await findNotificationPage(scene.deps, gsc, reference, id)).toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('a notification that went to some', () => {
  const filters = { words: '', owner: [], kind: [], stage: [], page: 1 }
  const sending = { channel: 'Letter', sentOn: '2023-07-03', reference: '' }

  it('is in the lists, at home and in the history of those alone, from the day it went to each', async () => {
    const reference = await scene.adopted()
    const id = await scene.prepared(reference)
    const send = async (...addressees: ('COM' | 'DE' | 'FR')[]) =>
      scene.must(
        await recordSending(scene.deps, scene.nl, reference, id, { addressees, ...sending }),
      )
    const knows = async (actor: Actor) => {
      const [{ files }, { changes }] = await Promise.all([
        findFiles(scene.deps, actor, filters),
        findHome(scene.deps, actor),
      ])
      const isListed = files.some((file) => file.reference === reference)
      expect(changes.some((file) => file.reference === reference)).toBe(isListed)
      return isListed
    }
    await send('FR')
    expect(await Promise.all([scene.fr, scene.de, scene.officer, gsc].map(knows))).toEqual([
      true,
      false,
      false,
      false,
    ])
    const desk = await findCommissionDesk(scene.deps, scene.officer, { states: [], open: [] }, 1)
    expect(desk.ok && desk.rows.map((row) => row.reference)).not.toContain(reference)
    await send('DE')
    expect(await knows(scene.de)).toBe(true)
    const sent = async (actor: Actor) => {
      const page = await findFilePage(scene.deps, actor, reference)
      return page.ok && page.file.history.filter(({ type }) => type === 'notification-sent').length
    }
    // A later sending is known to whom it went before; an earlier one was not for whom it goes to now.
    expect(await sent(scene.fr)).toBe(2)
    expect(await sent(scene.de)).toBe(1)
    expect(await sent(scene.nl)).toBe(2)
  })

  it('waits at the home of the Commission once it was sent it, until it acknowledges', async () => {
    const reference = await scene.adopted()
    const waiting = async (actor: Actor) => {
      const { unacknowledged } = await findHome(scene.deps, actor)
      return unacknowledged.filter((line) => line.reference === reference)
    }
    const id = await scene.prepared(reference)
    await recordSending(scene.deps, scene.nl, reference, id, { addressees: ['FR'], ...sending })
    expect(await waiting(scene.officer)).toEqual([])
    await recordSending(scene.deps, scene.nl, reference, id, { addressees: ['COM'], ...sending })
    expect(await waiting(scene.officer)).toMatchObject([
      { notificationId: id, owner: 'NL', sentOn: sending.sentOn },
    ])
    for (const other of [scene.nl, scene.fr]) expect(await waiting(other)).toEqual([])
    const { revision } = await scene.measure(reference)
    const input = { revision, acknowledgedOn: '2023-07-10', reference: '' }
    scene.must(await acknowledge(scene.deps, scene.officer, reference, id, input))
    expect(await waiting(scene.officer)).toEqual([])
  })

  it('says nothing of an earlier one to whom only a later one went', async () => {
    const reference = await scene.adopted()
    await recordSending(scene.deps, scene.nl, reference, await scene.prepared(reference), {
      addressees: ['FR'],
      ...sending,
    })
    const second = await scene.prepared(reference, 'What has changed.')
    await recordSending(scene.deps, scene.nl, reference, second, {
      addressees: ['DE'],
      ...sending,
    })
    const page = await findRecordPage(scene.deps, scene.de, reference)
    expect(page.ok && page.notifications.map(({ id }) => id)).toEqual([second])
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

  it('counts beside each choice what it gives alone, and widens with each that is added', async () => {
    const askedAndAcknowledged = await scene.adopted()
    const asked = await scene.notified(askedAndAcknowledged)
    const question = { key: randomUUID(), question: 'Which destinations?' }
    scene.must(
      await askMissingContent(scene.deps, scene.officer, askedAndAcknowledged, asked, question),
    )
    const day = { acknowledgedOn: '2023-07-04', reference: '' }
    scene.must(await acknowledge(scene.deps, scene.officer, askedAndAcknowledged, asked, day))
    const find = async (open: readonly DeskOpening[]) => {
      const desk = await findCommissionDesk(scene.deps, scene.officer, { states: ['NL'], open }, 1)
      if (!desk.ok) throw new Error(desk.reason)
      return desk
    }
    for (const chosen of [[], ['acknowledgement'], ['acknowledgement', 'content']] as const)
      for (const { opening, count } of (await find(chosen)).openings)
        expect([opening, count]).toEqual([opening, (await find([opening])).total])
    const listed = async (open: readonly DeskOpening[]) =>
      (await find(open)).rows.map((row) => row.reference)
    const [unacknowledged, both] = [
      await listed(['acknowledgement']),
      await listed(['acknowledgement', 'content']),
    ]
    expect(unacknowledged).not.toContain(askedAndAcknowledged)
    expect(both.toSorted()).toEqual([...unacknowledged, askedAndAcknowledged].toSorted())
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

  it('counts and offers as before what an amendment ends that it may not know of', async () => {
    const reference = await scene.adopted(
      { content: list(item('e1', '9A911', 'dropped'), item('e2', '9A912', 'changed')) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    await scene.notified(reference)
    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e2', '9A912', 'otherwise')) },
      { adoptedOn: '2023-07-01', inForceOn: '2023-10-01' },
    )
    const ids = await scene.entryIds(reference)
    const seen = async () => {
      const filter = { states: ['NL' as const], open: ['compilation' as const] }
      const desk = await findCommissionDesk(scene.deps, scene.officer, filter, 1)
      const next = await prepareCompilation(scene.deps, scene.officer)
      if (!desk.ok || !next.ok) throw new Error('refused')
      return {
        standing: desk.rows.find((row) => row.reference === reference)?.entries.standing ?? null,
        offered: next.rows.filter(({ id }) => ids.includes(id)).map(({ code }) => code),
      }
    }
    expect(await seen()).toEqual({ standing: 2, offered: ['9A911', '9A912'] })
    await scene.notified(amendment)
    expect(await seen()).toEqual({ standing: null, offered: [] })
  })

  it('is for the Commission alone', async () => {
    expect(await findCommissionDesk(scene.deps, scene.nl, all, 1)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await prepareCompilation(scene.deps, scene.de)).toMatchObject({ reason: 'not-allowed' })
  })
})
