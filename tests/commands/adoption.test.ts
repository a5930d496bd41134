import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { XmlElement, XmlText } from 'yjs'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { correctAdoption } from '#app/commands/correct-adoption.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordApplication } from '#app/commands/record-application.server.ts'
import { recordEntryIntoForce } from '#app/commands/record-entry-into-force.server.ts'
import { recordExpiry } from '#app/commands/record-expiry.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { notEstablished, openFileInput } from '#app/measures/inputs.ts'
import { formatFor } from '#app/messages/format.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { referencesOf } from '#app/text/references.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findHistory } from '#app/queries/history.server.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { appendServerEdit, findText } from '#db/documents.server.ts'
import { currentListContent, findEntriesOfMeasure } from '#db/entries.server.ts'
import { digest } from '#app/proof/event-hash.ts'
import { documents } from '#db/schema/documents.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene, scannersList, twentyTimes } from './record-scene.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const statusOf = async (reference: string) => {
  const { documentId } = await scene.measure(reference)
  const [row] = await scene.db
    .select({ status: documents.status })
    .from(documents)
    .where(eq(documents.id, documentId ?? ''))
  return row?.status
}

describe('recording adoption', () => {
  it('freezes the draft as the final text and closes it, shared before or not', async () => {
    const reference = await scene.draft()
    const { documentId } = await scene.measure(reference)
    const draft = await findText(scene.db, documentId ?? '')
    const input = await scene.adoptionInput(reference)
    expect(await recordAdoption(scene.deps, scene.nl, reference, input)).toMatchObject({ ok: true })
    const adoption = await findAdoption(scene.db, (await scene.measure(reference)).id)
    expect(adoption).toMatchObject({
      versionId: input.key,
      versionNumber: 1,
      actTitle: input.actTitle,
      adoptedOn: '2023-06-23',
      comparedWith: null,
      // The adopted hash is the hash of what was frozen.
      sha256: digest(canonicalJson(draft?.content)),
    })
    expect(await statusOf(reference)).toBe('closed')
    expect(await scene.measure(reference)).toMatchObject({ stage: 'adopted' })
    expect(await scene.entryIds(reference)).toHaveLength(2)
  })

  it('is told in the history by the number of the act, and by its title where it has none', async () => {
    const lineOf = async (reference: string) => {
      const page = await findFilePage(scene.deps, scene.nl, reference)
      const line = page.ok && page.file.history.find(({ type }) => type === 'adoption-recorded')
      if (!line) throw new Error('adoption is not in the history')
      return formatFor('en').t('history.adoption-recorded', line.values)
    }
    expect(await lineOf(await scene.adopted())).toBe(
      'recorded adoption of MinBuza.2023.15246-27 on 2023-06-23',
    )
    expect(await lineOf(await scene.adopted({}, { actNumber: '' }))).toBe(
      'recorded adoption of “Regeling geavanceerde productieapparatuur voor halfgeleiders” on 2023-06-23',
    )
  })

  it('is compared with the version that was shared last', async () => {
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, { kind: 'all' }, scannersList)
    const input = await scene.adoptionInput(reference)
    await recordAdoption(scene.deps, scene.nl, reference, input)
    const adoption = await findAdoption(scene.db, (await scene.measure(reference)).id)
    expect(adoption).toMatchObject({ versionNumber: 2, comparedWith: 1 })
  })

  it('takes the dates that are known at once as facts of their own', async () => {
    const reference = await scene.adopted(
      {},
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    expect(await scene.acts(reference)).toEqual([
      'file-opened',
      'adoption-recorded',
      'gazette-recorded',
      'entry-into-force-recorded',
      'record-sealed',
    ])
    expect(await scene.measure(reference)).toMatchObject({
      facts: { gazetted: { on: '2023-06-30' }, inForceOn: '2023-09-01', notifications: [] },
    })
  })

  it('posted twenty times at once is recorded once (row 35)', async () => {
    const reference = await scene.draft()
    const input = await scene.adoptionInput(reference)
    const answers = await twentyTimes(() => recordAdoption(scene.deps, scene.nl, reference, input))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await scene.acts(reference)).toEqual([
      'file-opened',
      'adoption-recorded',
      'record-sealed',
    ])
    expect(await scene.entryIds(reference)).toHaveLength(2)
  })

  it('twenty times by different forms is recorded once, and the others are told so', async () => {
    const reference = await scene.draft()
    const inputs = await Promise.all(
      Array.from({ length: 20 }, () => scene.adoptionInput(reference)),
    )
    const answers = await Promise.all(
      inputs.map((input) => recordAdoption(scene.deps, scene.nl, reference, input)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 19 }, () => ({ ok: false, reason: 'already-adopted' })),
    )
  })

  it('freezes first while another still types: nothing is written after what was adopted (row 36)', async () => {
    const reference = await scene.draft()
    const { documentId } = await scene.measure(reference)
    const input = await scene.adoptionInput(reference)
    const type = (words: string) =>
      scene.db.transaction((tx) =>
        appendServerEdit(tx, scene.nlDrafter, documentId ?? '', (text) => {
          const paragraph = new XmlElement('paragraph')
          const section = text.get(0)
          paragraph.insert(0, [new XmlText(words)])
          if (section instanceof XmlElement) section.push([paragraph])
        }),
      )
    const [adoption, ...typed] = await Promise.all([
      recordAdoption(scene.deps, scene.nl, reference, input),
      ...Array.from({ length: 20 }, (_, n) => type(`Sentence ${n}.`)),
    ])
    expect(adoption.ok).toBe(true)
    const refused = typed.filter(({ ok }) => !ok)
    expect(refused.every((answer) => !answer.ok && answer.reason === 'document-closed')).toBe(true)
    const last = await findText(scene.db, documentId ?? '')
    const adopted = await findAdoption(scene.db, (await scene.measure(reference)).id)
    expect(adopted?.sha256).toBe(digest(canonicalJson(last?.content)))
    expect(last?.seq).toBe(1 + typed.length - refused.length)
  })

  it('a second time is refused', async () => {
    const reference = await scene.adopted()
    const input = await scene.adoptionInput(reference)
    expect(await recordAdoption(scene.deps, scene.nl, reference, input)).toEqual({
      ok: false,
      reason: 'already-adopted',
    })
  })

  it('is refused from a stale form, with an impossible date, and leaves the draft open', async () => {
    const reference = await scene.draft()
    const attempt = async (more: object) =>
      recordAdoption(scene.deps, scene.nl, reference, await scene.adoptionInput(reference, more))
    expect(await attempt({ revision: 99 })).toMatchObject({ reason: 'stale-form' })
    expect(await attempt({ adoptedOn: '2999-01-01' })).toMatchObject({
      reason: 'date-in-the-future',
      field: 'adoptedOn',
    })
    expect(await attempt({ gazette: 'Stcrt.', gazettedOn: '2023-06-22' })).toMatchObject({
      reason: 'date-before-adoption',
      field: 'gazettedOn',
    })
    expect(await scene.acts(reference)).toEqual(['file-opened'])
    expect(await statusOf(reference)).toBe('open')
  })

  it('of an older act is recorded where its day is not established, and no other day stands for it', async () => {
    const reference = await scene.adopted(
      {},
      {
        adoptedOn: null,
        gazette: 'Staatscourant',
        gazettedOn: notEstablished,
        inForceOn: '2023-09-01',
      },
    )
    const measure = await scene.measure(reference)
    expect(measure).toMatchObject({
      facts: { adoptedOn: null, gazetted: { on: null }, inForceOn: '2023-09-01' },
    })
    // It stands in a gazette, whichever day that was.
    expect(can(null, 'see-file', fileSubject(measure)).ok).toBe(true)
    const public_ = await findPublicMeasure(scene.deps, reference)
    expect(public_).toMatchObject({
      act: { adoptedOn: null, gazette: 'Staatscourant', gazettedOn: null },
    })
    const { revision } = measure
    const adoption = { actTitle: 'Regeling', actNumber: '', adoptedOn: '2023-06-23' }
    const correction = { revision, ...adoption, correction: 'The act was found.' }
    expect(await correctAdoption(scene.deps, scene.nl, reference, correction)).toMatchObject({
      ok: true,
    })
    const history = await findHistory(scene.db, scene.nl, measure, fileSubject(measure))
    expect(history[0]).toMatchObject({
      type: 'adoption-corrected',
      values: { formerDay: notEstablished, adoptedOn: '2023-06-23' },
    })
    expect(await scene.measure(reference)).toMatchObject({ facts: { adoptedOn: '2023-06-23' } })
  })

  it('is for representatives of the owner: others are refused, strangers to the file not answered', async () => {
    const reference = await scene.draft()
    const input = await scene.adoptionInput(reference)
    const by = (actor: typeof scene.nl) => recordAdoption(scene.deps, actor, reference, input)
    expect(await by(scene.nlDrafter)).toMatchObject({ reason: 'not-allowed' })
    expect(await by(scene.de)).toMatchObject({ reason: 'not-found' })
    expect(await by(scene.officer)).toMatchObject({ reason: 'not-found' })
  })
})

describe('correcting the record of adoption', () => {
  const right = {
    actTitle: 'Regeling van 24 juni 2023',
    actNumber: 'MinBuza.2023.15246-28',
    adoptedOn: '2023-06-24',
    correction: 'The number was that of the draft.',
  }
  const correct = async (reference: string, more: object = {}, actor = scene.nl) =>
    correctAdoption(scene.deps, actor, reference, {
      revision: (await scene.measure(reference)).revision,
      ...right,
      ...more,
    })

  it('is an act of its own that names what it corrects and why; both stand in the history', async () => {
    const reference = await scene.adopted()
    await scene.gazette(reference)
    const { revision } = await scene.measure(reference)
    expect(await correct(reference)).toMatchObject({ ok: true })
    const adoption = await findAdoption(scene.db, (await scene.measure(reference)).id)
    const { correction: _, ...act } = right
    expect(adoption).toMatchObject(act)
    expect((await scene.acts(reference)).filter((type) => type.startsWith('adoption'))).toEqual([
      'adoption-recorded',
      'adoption-corrected',
    ])
    const page = await findFilePage(scene.deps, scene.de, reference)
    expect(
      page.ok && page.file.history.find(({ type }) => type === 'adoption-corrected'),
    ).toMatchObject({
      values: {
        adoptedOn: '2023-06-24',
        actNumber: right.actNumber,
        formerDay: '2023-06-23',
        formerNumber: 'MinBuza.2023.15246-27',
        correction: right.correction,
      },
    })
    expect(await correct(reference, { revision })).toMatchObject({ reason: 'stale-form' })
    // The same again is no act.
    expect(await correct(reference)).toEqual({ ok: true, events: [] })
  })

  it('is checked against the days that followed, and today', async () => {
    const reference = await scene.adopted()
    await scene.gazette(reference, '2023-06-30')
    const after = { reason: 'date-after-what-followed', field: 'adoptedOn' }
    expect(await correct(reference, { adoptedOn: '2023-07-01' })).toMatchObject(after)
    expect(await correct(reference, { adoptedOn: '2999-01-01' })).toMatchObject({
      reason: 'date-in-the-future',
      field: 'adoptedOn',
    })
    const [first = ''] = await scene.entryIds(reference)
    const { revision } = await scene.measure(reference)
    await recordApplication(scene.deps, scene.nl, reference, {
      revision,
      entryIds: [first],
      applicableFrom: '2023-06-25',
    })
    expect(await correct(reference, { adoptedOn: '2023-06-26' })).toMatchObject(after)
    expect(await correct(reference, { adoptedOn: '2023-06-25' })).toMatchObject({ ok: true })
  })

  it('is for those who record adoption', async () => {
    const reference = await scene.adopted()
    expect(await correct(reference, {}, scene.nlDrafter)).toMatchObject({ reason: 'not-allowed' })
    expect(await correct(reference, {}, scene.de)).toMatchObject({ reason: 'not-found' })
    const draft = await scene.draft()
    expect(await correct(draft)).toMatchObject({ reason: 'not-in-this-stage' })
  })

  it('posted twenty times at once is recorded once', async () => {
    const reference = await scene.adopted()
    const { revision } = await scene.measure(reference)
    const answers = await twentyTimes(() => correct(reference, { revision }))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the dates after adoption', () => {
  it('are recorded once each, twenty posts at once or not', async () => {
    const reference = await scene.adopted()
    const { revision } = await scene.measure(reference)
    const input = { revision, inForceOn: '2023-09-01', correction: null }
    const answers = await twentyTimes(() =>
      recordEntryIntoForce(scene.deps, scene.nl, reference, input),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await scene.acts(reference)).filter((type) => type.startsWith('entry-into'))).toEqual([
      'entry-into-force-recorded',
    ])
  })

  it('can be corrected with the reason, and both stand in the history', async () => {
    const reference = await scene.adopted()
    await scene.gazette(reference)
    const { revision } = await scene.measure(reference)
    const where = { gazette: 'Staatscourant', reference: '', url: '', gazettedOn: '2023-07-01' }
    const again = (correction: string | null) =>
      recordGazette(scene.deps, scene.nl, reference, { revision, ...where, correction })
    expect(await again(null)).toMatchObject({ reason: 'already-recorded' })
    expect(await again('The issue is of the day after.')).toMatchObject({ ok: true })
    expect(await scene.measure(reference)).toMatchObject({
      facts: { gazetted: { on: '2023-07-01' } },
    })
    expect(
      (await scene.acts(reference)).filter((type) => type === 'gazette-recorded'),
    ).toHaveLength(2)
  })

  it('of an entry are for entries of the same measure only', async () => {
    const reference = await scene.adopted()
    const other = await scene.adopted({ content: list(item('x', '1A901', 'x')) })
    const { revision } = await scene.measure(reference)
    const apply = (entryIds: string[]) =>
      recordApplication(scene.deps, scene.nl, reference, {
        revision,
        entryIds,
        applicableFrom: '2024-01-01',
      })
    expect(await apply(await scene.entryIds(other))).toMatchObject({ reason: 'invalid-input' })
    const [first] = await scene.entryIds(reference)
    expect(await apply([first ?? ''])).toMatchObject({ ok: true })
    const entries = await findEntriesOfMeasure(scene.db, (await scene.measure(reference)).id)
    expect(entries.map(({ inForceFrom }) => inForceFrom)).toEqual(['2024-01-01', null])
  })
})

describe('what changes a list', () => {
  const changedList = list(
    item('e1', '3B801', 'overlay ≤ 1.50 nm'),
    item('e2', '3B802', 'defects ≤ 15 nm'),
  )

  it('begins as a copy of its text as it was last adopted', async () => {
    const reference = await scene.adopted()
    const { id } = await scene.measure(reference)
    expect((await currentListContent(scene.db, id))?.content).toMatchObject({ type: 'doc' })
    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: changedList },
      { adoptedOn: '2025-03-01', inForceOn: '2025-04-01' },
    )
    const now = await currentListContent(scene.db, id)
    expect(now?.versionId).toBe(
      (await findAdoption(scene.db, (await scene.measure(amendment)).id))?.versionId,
    )
    expect(JSON.stringify(now?.content)).toContain('15 nm')
    expect(await currentListContent(scene.db, (await scene.measure(amendment)).id)).toEqual(now)
  })

  it('has the codes of the list follow what they name, also those that were never references', async () => {
    const changes = await scene.adopted({ content: list(item('e1', '3B801', 'as in 3B801.a')) })
    const form = openFileInput.parse({
      key: randomUUID(),
      kind: 'amendment',
      changes,
      title: 'Amendment',
      grounds: ['public-security'],
      marking: 'none',
      contact: '',
      originalLanguage: 'en',
    })
    const opened = await openFile(scene.deps, await scene.person('NL', 'drafter'), form)
    if (!opened.ok) throw new Error(opened.reason)
    const { documentId } = await scene.measure(opened.reference)
    const text = await findText(scene.db, documentId ?? '')
    const found = referencesOf(text?.content ?? list())
    expect(found.map(({ written, state }) => [written, state])).toEqual([
      ['3B801', 'sound'],
      ['3B801.a', 'sound'],
    ])
  })

  it('repeals it on the day on which the repeal enters into force, in both files', async () => {
    const reference = await scene.adopted()
    const repeal = await scene.adopted(
      { kind: 'repeal', changes: reference, content: list() },
      { adoptedOn: '2026-01-10', actNumber: 'Stcrt. 2026, 1' },
    )
    expect(await scene.measure(reference)).toMatchObject({ facts: { repealedOn: null } })
    await scene.inForce(repeal, '2026-02-01')
    expect(await scene.measure(reference)).toMatchObject({ facts: { repealedOn: '2026-02-01' } })
    const ended = await findEntriesOfMeasure(scene.db, (await scene.measure(reference)).id)
    expect(ended.map(({ endedOn, endedBy }) => [endedOn, endedBy])).toEqual([
      ['2026-02-01', 'repealed'],
      ['2026-02-01', 'repealed'],
    ])
  })

  it('can be recorded as a repeal or an expiry on the list itself, once', async () => {
    const reference = await scene.adopted()
    const { revision } = await scene.measure(reference)
    const expiry = { revision, expiredOn: '2026-01-03', correction: null }
    expect(await recordExpiry(scene.deps, scene.nl, reference, expiry)).toMatchObject({ ok: true })
    const repeal = {
      revision: revision + 1,
      repealedOn: '2026-02-01',
      repealedBy: 'x',
      correction: null,
    }
    expect(await recordRepeal(scene.deps, scene.nl, reference, repeal)).toEqual({
      ok: false,
      reason: 'already-repealed',
    })
  })
})
