import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { correctAcknowledgement } from '#app/commands/correct-acknowledgement.server.ts'
import { correctSending } from '#app/commands/correct-sending.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recordPublication } from '#app/commands/record-publication.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { supplyMissingContent } from '#app/commands/supply-missing-content.server.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import { missingFrom } from '#app/measures/notification-pack.ts'
import { type CorrectSending, prepareNotificationInput } from '#app/measures/record-inputs.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { findNotifications, findPack } from '#db/notifications.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { doc } from '#tests/text/sample.ts'
import { openRecordScene, type RecordScene, twentyTimes } from './record-scene.ts'

let scene: RecordScene
let reference: string
let revision: number

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  reference = await scene.adopted()
  revision = (await scene.measure(reference)).revision
})

const notifications = async () => findNotifications(scene.db, [(await scene.measure(reference)).id])

const only = async () => {
  const [first] = await notifications()
  if (!first) throw new Error('no notification')
  return first
}

describe('preparing a notification', () => {
  const prepare = (more: object = {}) => ({
    key: randomUUID(),
    revision,
    reasons: 'Risk of diversion to military end-use.',
    description: 'Scanners and metrology.',
    contact: 'export.control@example.org',
    ...more,
  })

  it('makes a pack that is kept as it is, with its hash', async () => {
    const input = prepare()
    expect(await prepareNotification(scene.deps, scene.nlDrafter, reference, input)).toMatchObject({
      ok: true,
    })
    const { packSha256, article } = await only()
    const pack = await findPack(scene.db, packSha256)
    expect(article).toBe('9(2)')
    expect(digest(canonicalJson(pack))).toBe(packSha256)
    expect(pack).toMatchObject({
      article: '9(2)',
      reference,
      issuer: 'NL',
      reasons: input.reasons,
      dates: { adoptedOn: '2023-06-23', inForceOn: null },
      items: [
        { code: '3B801', change: 'new', edition: expect.any(Number), activities: ['export'] },
        { code: '3B802', change: 'new' },
      ],
      text: { language: 'en' },
    })
    // Two addressees by law: the Commission and all other states.
    expect(pack).toHaveProperty('addressees.length', 27)
    await scene.inForce(reference)
    expect(await findPack(scene.db, packSha256)).toEqual(pack)
  })

  it('is refused without precise reasons, and only without them', () => {
    const check = (more: object) => prepareNotificationInput.safeParse({ ...prepare(), ...more })
    expect(check({ reasons: '  ' }).error?.issues).toMatchObject([
      { path: ['reasons'], message: 'record.reasons-needed' },
    ])
    expect(check({ description: '' }).success).toBe(true)
  })

  it('warns of what Article 9(2) obliges besides', () => {
    const words = list(item('e1', '3B801', 'x'))
    const given = { isList: true, text: words, items: 1, description: 'Scanners.' }
    expect(missingFrom(given)).toEqual([])
    expect(missingFrom({ ...given, text: doc(), items: 0, description: ' ' })).toEqual([
      'text',
      'items',
      'description',
    ])
    // A measure that is no list has no items to describe.
    expect(missingFrom({ ...given, isList: false, items: 0, description: '' })).toEqual([])
  })

  it('from the same form twenty times makes one', async () => {
    const input = prepare()
    const answers = await twentyTimes(() =>
      prepareNotification(scene.deps, scene.nl, reference, input),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await notifications()).toHaveLength(1)
  })

  it('is refused before adoption, to others, and from a stale form', async () => {
    const draft = await scene.draft()
    const by = (actor: typeof scene.nl, where: string, more: object = {}) =>
      prepareNotification(scene.deps, actor, where, prepare(more))
    expect(await by(scene.nl, draft)).toMatchObject({ reason: 'not-in-this-stage' })
    expect(await by(scene.de, reference)).toMatchObject({ reason: 'not-found' })
    expect(await by(scene.nl, reference, { revision: 1 })).toMatchObject({ reason: 'stale-form' })
    expect(await notifications()).toEqual([])
  })

  it('of an amendment tells what it brings, changes and ends, under Article 9(3)', async () => {
    const amendment = await scene.adopted(
      {
        kind: 'amendment',
        changes: reference,
        content: list(item('e2', '3B802', 'defects ≤ 15 nm'), item('e3', '3B803', 'new')),
      },
      { adoptedOn: '2025-03-01', inForceOn: '2025-04-01' },
    )
    reference = amendment
    await scene.prepared(amendment)
    const { article, packSha256 } = await only()
    expect(article).toBe('9(3)')
    expect(await findPack(scene.db, packSha256)).toMatchObject({
      items: [
        { code: '3B802', change: 'changed', edition: expect.any(Number), from: '2025-04-01' },
        { code: '3B803', change: 'new' },
        { code: '3B801', change: 'ended', until: '2025-04-01' },
      ],
    })
  })
})

describe('sending a notification', () => {
  const sending = { channel: 'Letter', sentOn: '2023-07-03', reference: 'BZ-1' }

  it('is recorded for some and later for the others, each with channel, day and reference', async () => {
    const id = await scene.prepared(reference)
    const send = (addressees: ('COM' | 'DE' | 'FR' | 'NL' | 'GSC')[], more = {}) =>
      recordSending(scene.deps, scene.nl, reference, id, { addressees, ...sending, ...more })
    expect(await send(['DE', 'COM'])).toMatchObject({ ok: true })
    const byMail = { channel: 'Mail', sentOn: '2023-07-05' }
    expect(await send(['FR', 'DE'], byMail)).toEqual({
      ok: false,
      reason: 'sent-to-some',
      field: 'addressees',
    })
    expect((await only()).addressees).toHaveLength(2)
    expect(await send(['FR'], byMail)).toMatchObject({ ok: true })
    expect((await only()).addressees).toEqual(
      expect.arrayContaining([
        { delegation: 'DE', ...sending },
        { delegation: 'COM', ...sending },
        { delegation: 'FR', channel: 'Mail', sentOn: '2023-07-05', reference: 'BZ-1' },
      ]),
    )
    expect(await send(['DE', 'FR'])).toMatchObject({ reason: 'already-recorded' })
    expect(await send(['NL'])).toMatchObject({ reason: 'invalid-input', field: 'addressees' })
    expect(await send(['GSC'])).toMatchObject({ reason: 'invalid-input', field: 'addressees' })
  })

  it('on a day that is not established opens the file like any other, and is corrected when it is', async () => {
    const id = await scene.prepared(reference)
    const earlier = { ...sending, sentOn: null }
    const send = (addressees: ('COM' | 'DE')[]) =>
      recordSending(scene.deps, scene.nl, reference, id, { addressees, ...earlier })
    expect(await send(['DE', 'COM'])).toMatchObject({ ok: true })
    expect(await send(['DE', 'COM'])).toMatchObject({ reason: 'already-recorded' })
    expect((await only()).addressees).toMatchObject([{ sentOn: null }, { sentOn: null }])
    const page = await findFilePage(scene.deps, scene.de, reference)
    expect(page.ok && page.file.notified).toEqual({ on: null })
    expect(
      await acknowledge(scene.deps, scene.officer, reference, id, {
        acknowledgedOn: '2023-07-10',
        reference: '',
      }),
    ).toMatchObject({ ok: true })
    const { revision: now } = await scene.measure(reference)
    const correction = { revision: now, addressees: ['COM' as const], correction: 'Found.' }
    const correct = (sentOn: string) =>
      correctSending(scene.deps, scene.nl, reference, id, { ...earlier, ...correction, sentOn })
    expect(await correct('2023-07-11')).toMatchObject({ reason: 'date-after-acknowledgement' })
    expect(await correct('2023-07-03')).toMatchObject({ ok: true })
    expect(await findFilePage(scene.deps, scene.officer, reference)).toMatchObject({
      file: { history: [{ values: { formerDay: notEstablished, sentOn: '2023-07-03' } }, {}, {}] },
    })
  })

  it('twenty times at once is recorded once; never before adoption or in the future', async () => {
    const id = await scene.prepared(reference)
    const send = (sentOn: string) =>
      recordSending(scene.deps, scene.nl, reference, id, {
        addressees: ['COM'],
        ...sending,
        sentOn,
      })
    expect(await send('2023-06-22')).toMatchObject({
      reason: 'date-before-adoption',
      field: 'sentOn',
    })
    expect(await send('2999-01-01')).toMatchObject({ reason: 'date-in-the-future' })
    const answers = await twentyTimes(() => send('2023-07-03'))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await only()).addressees).toHaveLength(1)
  })

  it('is acknowledged by the Commission only when it was sent to it, and not for a day before', async () => {
    const id = await scene.prepared(reference)
    const send = (addressees: ('COM' | 'DE')[]) =>
      recordSending(scene.deps, scene.nl, reference, id, { addressees, ...sending })
    await scene.gazette(reference)
    const attempt = (acknowledgedOn: string) =>
      acknowledge(scene.deps, scene.officer, reference, id, { acknowledgedOn, reference: '' })
    const ask = () =>
      askMissingContent(scene.deps, scene.officer, reference, id, {
        key: randomUUID(),
        question: 'Which destinations?',
      })
    await send(['DE'])
    expect(await attempt('2023-07-10')).toMatchObject({ reason: 'not-notified' })
    expect(await ask()).toMatchObject({ reason: 'not-notified' })
    await send(['COM'])
    expect(await attempt('2023-07-02')).toEqual({
      ok: false,
      reason: 'date-before-sending',
      field: 'acknowledgedOn',
    })
    expect(await attempt('2023-07-03')).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('opens the file to those who were told', async () => {
    const by = { acknowledgedOn: '2023-07-10', reference: '' }
    const id = await scene.prepared(reference)
    const attempt = () => acknowledge(scene.deps, scene.officer, reference, id, by)
    expect(await attempt()).toMatchObject({ reason: 'not-found' })
    await recordSending(scene.deps, scene.nl, reference, id, { addressees: ['COM'], ...sending })
    expect(await attempt()).toMatchObject({ ok: true })
    expect(await attempt()).toMatchObject({ reason: 'already-recorded' })
    expect(await only()).toMatchObject({ acknowledgedOn: '2023-07-10' })
  })
})

describe('correcting what was recorded of a notification', () => {
  const right = { channel: 'Letter', sentOn: '2023-07-13', reference: 'BZ-1' }
  const correct = async (id: string, more: Partial<CorrectSending> = {}, actor = scene.nl) =>
    correctSending(scene.deps, actor, reference, id, {
      revision: (await scene.measure(reference)).revision,
      addressees: ['DE', 'COM'],
      ...right,
      correction: 'The third was the day of the letter.',
      ...more,
    })
  const correctAcknowledged = async (id: string, acknowledgedOn: string, actor = scene.officer) =>
    correctAcknowledgement(scene.deps, actor, reference, id, {
      revision: (await scene.measure(reference)).revision,
      acknowledgedOn,
      reference: 'Ares-2',
      correction: 'A slip of the pen.',
    })
  const acknowledged = async (id: string, acknowledgedOn: string) =>
    scene.must(
      await acknowledge(scene.deps, scene.officer, reference, id, {
        acknowledgedOn,
        reference: '',
      }),
    )
  const historyOf = async (actor: Actor) => {
    const page = await findFilePage(scene.deps, actor, reference)
    return page.ok ? page.file.history : []
  }

  it('is an act of its own that names what it corrects and why, for those to whom it was sent', async () => {
    const id = await scene.prepared(reference)
    const send = (addressees: DelegationCode[], sentOn: string) =>
      recordSending(scene.deps, scene.nl, reference, id, {
        addressees,
        channel: 'Letter',
        sentOn,
        reference: 'BZ-1',
      })
    scene.must(await send(['COM', 'DE'], '2023-07-03'))
    scene.must(await send(['FR'], '2023-07-04'))
    const { revision } = await scene.measure(reference)
    scene.must(await correct(id, { addressees: ['FR', 'DE', 'COM'] }))
    expect((await only()).addressees).toEqual(
      expect.arrayContaining(['COM', 'DE', 'FR'].map((delegation) => ({ delegation, ...right }))),
    )
    expect(await historyOf(scene.de)).toMatchObject([
      {
        type: 'sending-corrected',
        values: { addressees: 'FR', formerDay: '2023-07-04', sentOn: '2023-07-13' },
      },
      {
        type: 'sending-corrected',
        values: {
          addressees: 'DE, COM',
          formerDay: '2023-07-03',
          formerChannel: 'Letter',
          formerReference: 'BZ-1',
          correction: 'The third was the day of the letter.',
        },
      },
      { type: 'notification-sent' },
      { type: 'notification-sent' },
    ])
    expect(await correct(id, { revision })).toMatchObject({ reason: 'stale-form' })
    // The same again is no act.
    expect(await correct(id)).toEqual({ ok: true, events: [] })
  })

  it('takes no day of sending before adoption, to come, or after the acknowledgement', async () => {
    const id = await scene.notified(reference)
    await acknowledged(id, '2023-07-10')
    const refusalOf = async (sentOn: string, addressees: DelegationCode[] = ['COM']) =>
      correct(id, { sentOn, addressees })
    expect(await refusalOf('2023-06-22')).toMatchObject({ reason: 'date-before-adoption' })
    expect(await refusalOf('2999-01-01')).toMatchObject({ reason: 'date-in-the-future' })
    expect(await refusalOf('2023-07-11')).toEqual({
      ok: false,
      reason: 'date-after-acknowledgement',
      field: 'sentOn',
    })
    expect(await refusalOf('2023-07-11', ['DE'])).toMatchObject({ ok: true })
    expect(await refusalOf('2023-07-10')).toMatchObject({ ok: true })
  })

  it('sends it to nobody, and is the act of those who recorded it', async () => {
    const id = await scene.prepared(reference)
    expect(await correct(id)).toMatchObject({ reason: 'invalid-input', field: 'addressees' })
    const sending = { channel: 'Letter', sentOn: '2023-07-03', reference: '' }
    scene.must(
      await recordSending(scene.deps, scene.nl, reference, id, { addressees: ['COM'], ...sending }),
    )
    expect(await correct(id)).toMatchObject({ reason: 'invalid-input', field: 'addressees' })
    expect(await correct(id, { addressees: ['COM'] }, scene.officer)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await correct(id, { addressees: ['COM'] }, scene.nlDrafter)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await correct(randomUUID(), { addressees: ['COM'] })).toMatchObject({
      reason: 'not-found',
    })
  })

  it('concerns an acknowledgement too, which the Commission corrects', async () => {
    const id = await scene.notified(reference)
    expect(await correctAcknowledged(id, '2023-07-12')).toMatchObject({ reason: 'not-found' })
    await acknowledged(id, '2023-07-10')
    expect(await correctAcknowledged(id, '2023-07-02')).toEqual({
      ok: false,
      reason: 'date-before-sending',
      field: 'acknowledgedOn',
    })
    expect(await correctAcknowledged(id, '2999-01-01')).toMatchObject({
      reason: 'date-in-the-future',
    })
    expect(await correctAcknowledged(id, '2023-07-12', scene.nl)).toMatchObject({
      reason: 'not-allowed',
    })
    scene.must(await correctAcknowledged(id, '2023-07-12'))
    expect(await only()).toMatchObject({
      acknowledgedOn: '2023-07-12',
      acknowledgementReference: 'Ares-2',
    })
    const [line] = await historyOf(scene.nl)
    expect(line).toMatchObject({
      type: 'acknowledgement-corrected',
      values: {
        acknowledgedOn: '2023-07-12',
        reference: 'Ares-2',
        formerDay: '2023-07-10',
        formerReference: 'none',
        correction: 'A slip of the pen.',
      },
    })
    expect(await correctAcknowledged(id, '2023-07-12')).toEqual({ ok: true, events: [] })
  })
})

describe('missing content', () => {
  it('is asked for by the Commission and supplied by the state, each once', async () => {
    const id = await scene.notified(reference)
    const key = randomUUID()
    const ask = () =>
      askMissingContent(scene.deps, scene.officer, reference, id, {
        key,
        question: 'The description of 3B802 is missing.',
      })
    await twentyTimes(ask)
    expect((await only()).questions).toMatchObject([{ id: key, answer: null }])
    const supply = (questionId: string) =>
      supplyMissingContent(scene.deps, scene.nl, reference, id, {
        questionId,
        answer: 'See Annex.',
      })
    const answers = await twentyTimes(() => supply(key))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await supply(randomUUID())).toMatchObject({ reason: 'not-found' })
    expect((await only()).questions).toMatchObject([{ id: key, answer: 'See Annex.' }])
  })

  it('is nothing that another state asks for', async () => {
    const id = await scene.notified(reference)
    const question = { key: randomUUID(), question: 'Why?' }
    expect(await askMissingContent(scene.deps, scene.de, reference, id, question)).toMatchObject({
      reason: 'not-allowed',
    })
  })
})

describe('publication in the C series', () => {
  it('is recorded by the Commission, after notification, once', async () => {
    const publish = async (actor = scene.officer) =>
      recordPublication(scene.deps, actor, reference, {
        revision: (await scene.measure(reference)).revision,
        ojReference: 'C/2024/5881',
        publishedOn: '2024-10-02',
        correction: null,
      })
    expect(await publish()).toMatchObject({ reason: 'not-found' })
    await scene.notified(reference)
    expect(await publish(scene.de)).toMatchObject({ reason: 'not-allowed' })
    expect(await publish()).toMatchObject({ ok: true })
    expect(await publish()).toMatchObject({ reason: 'already-recorded' })
    expect(await scene.measure(reference)).toMatchObject({ facts: { publishedOn: '2024-10-02' } })
  })
})
