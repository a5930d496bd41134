import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { endRequirement } from '#app/commands/end-requirement.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { type CorrectPublication, correctPublicationInput } from '#app/measures/record-inputs.ts'
import { findCorrectionsOf } from '#app/queries/publication-corrections.server.ts'
import { findHistory } from '#app/queries/history.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'
import { findCompilation } from '#db/compilations.server.ts'
import { findBasisFacts, findEntriesById } from '#db/entries.server.ts'
import { findInformationNotes } from '#db/information-notes.server.ts'
import { replay } from '#db/replay.server.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { addresseesOf, mailsOf } from '#tests/db/mail-scene.ts'
import { openRecordScene, type RecordScene, twentyTimes } from './record-scene.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const right: CorrectPublication = {
  revision: 1,
  ojReference: 'OJ C, C/2024/442, 22.1.2024',
  publishedOn: '2024-01-22',
  title: 'Compilation',
  url: 'https://eur-lex.europa.eu/eli/C/2024/442/oj',
  note: '',
  correction: 'The number was mistyped.',
}

async function listed(owner: 'NL' | 'FR' = 'NL') {
  const reference = await scene.adopted({ owner }, { inForceOn: '2023-09-01' })
  await scene.notified(reference)
  return reference
}

async function compiled(more: object = {}) {
  const ids = await scene.entryIds(await listed())
  const id = await scene.compiled(ids, {
    ojReference: 'C/2024/4422',
    publishedOn: '2024-01-20',
    ...more,
  })
  const correct = (own: Partial<CorrectPublication> = {}, actor = scene.officer) =>
    correctPublication(scene.deps, actor, { of: 'compilation', id }, { ...right, ...own })
  return { ids, id, correct }
}

describe('correcting where a compilation stands', () => {
  it('is an act of its own that keeps what stood there, with the reason, and moves what follows the day', async () => {
    const { ids, id, correct } = await compiled()
    scene.must(await correct())
    expect(await findCompilation(scene.db, id)).toMatchObject({
      kind: 'compilation',
      ojReference: 'C/2024/442',
      publishedOn: '2024-01-22',
      url: right.url,
    })
    const facts = await findBasisFacts(scene.db, await findEntriesById(scene.db, ids))
    expect(facts.get(ids[0] ?? '')?.inCompilation).toMatchObject([{ from: '2024-01-22' }])
    expect(await findCorrectionsOf(scene.deps, null, id)).toMatchObject({
      mayCorrect: false,
      corrections: [
        {
          corrected: { ojReference: 'C/2024/4422', publishedOn: '2024-01-20' },
          correction: right.correction,
        },
      ],
    })
    // The same once more is no act.
    scene.must(await correct({ revision: 2 }))
    expect((await findCorrectionsOf(scene.deps, scene.officer, id)).corrections).toHaveLength(1)
  })

  it('twenty times at once happens once; the others were made from what no longer stands', async () => {
    const { id, correct } = await compiled({ ojReference: 'C/2024/4423' })
    const said = { ojReference: 'C/2024/443' }
    const answers = await twentyTimes(() => correct(said))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale-form' })
    expect((await findCorrectionsOf(scene.deps, null, id)).corrections).toHaveLength(1)
  })

  it('is for officers of the Commission', async () => {
    const { id, correct } = await compiled({ ojReference: 'C/2024/4424' })
    const reader = await scene.person('COM', 'reader')
    for (const actor of [scene.nl, scene.de, reader]) {
      expect(await correct({ ojReference: 'C/2024/444' }, actor)).toMatchObject({
        reason: 'not-allowed',
      })
      expect((await findCorrectionsOf(scene.deps, actor, id)).mayCorrect).toBe(false)
    }
    expect((await findCorrectionsOf(scene.deps, scene.officer, id)).mayCorrect).toBe(true)
    const nowhere = { of: 'compilation' as const, id: randomUUID() }
    expect(await correctPublication(scene.deps, scene.officer, nowhere, right)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('takes no number of another one, no day to come, none before adoption, and none that parts a corrigendum from what it corrects', async () => {
    const { ids, id, correct } = await compiled({ ojReference: 'C/2024/4425' })
    const other = await compiled({ ojReference: 'C/2024/4426' })
    const said = { ojReference: 'C/2024/445' }
    expect(await correct({ ojReference: '52024XC04426' })).toEqual({
      ok: false,
      reason: 'already-recorded',
      field: 'ojReference',
    })
    const on = { field: 'publishedOn' }
    expect(await correct({ ...said, publishedOn: '2999-01-01' })).toMatchObject({
      reason: 'date-in-the-future',
      ...on,
    })
    expect(await correct({ ...said, publishedOn: '2023-06-01' })).toMatchObject({
      reason: 'date-before-adoption',
      ...on,
    })
    const corrigendum = await scene.compiled(ids, {
      kind: 'corrigendum',
      corrects: id,
      ojReference: 'C/2024/90001',
      publishedOn: '2024-02-02',
    })
    const parted = { reason: 'date-before-corrected', ...on }
    expect(await correct({ ...said, publishedOn: '2024-02-03' })).toMatchObject(parted)
    const place = { of: 'compilation' as const, id: corrigendum }
    const earlier = { ...right, ojReference: 'C/2024/90002', publishedOn: '2024-01-19' }
    expect(await correctPublication(scene.deps, scene.officer, place, earlier)).toMatchObject(
      parted,
    )
    expect((await findCompilation(scene.db, other.id))?.ojReference).toBe('C/2024/4426')
    expect(
      correctPublicationInput.safeParse({ ...right, correction: '' }).error?.issues,
    ).toMatchObject([{ path: ['correction'] }])
    expect(
      correctPublicationInput.safeParse({ ...right, publishedOn: '2024-01-23' }).error?.issues,
    ).toMatchObject([{ path: ['ojReference'], message: 'oj.other-day' }])
  })
})

describe('those whom a correction concerns', () => {
  const told = async (ojReference: string) =>
    addresseesOf(scene, ojReference, 'publication-corrected')

  it('are told in the files and by mail: whose measures it names or no longer names, and nobody else', async () => {
    const before = await compiled({ ojReference: 'C/2024/5001', publishedOn: '2024-02-01' })
    const removed = await listed()
    const kept = await listed()
    const untouched = await listed()
    await scene.compiled(
      [...before.ids, ...(await scene.entryIds(removed)), ...(await scene.entryIds(kept))],
      { ojReference: 'C/2024/5002', publishedOn: '2024-02-02' },
    )
    const id = await scene.compiled([...before.ids, ...(await scene.entryIds(kept))], {
      ojReference: 'C/2024/5003',
      publishedOn: '2024-02-03',
    })
    const said = { ...right, ojReference: 'C/2024/5013', publishedOn: '2024-02-03' }
    const acts = async (reference: string) =>
      (await scene.acts(reference)).filter((type) => type === 'measure-publication-corrected')
    const changes = async (reference: string) =>
      (await findHome(scene.deps, scene.fr)).changes.find((file) => file.reference === reference)
        ?.changes ?? 0
    const [seen, unseen] = [await changes(kept), await changes(untouched)]
    scene.must(await correctPublication(scene.deps, scene.officer, { of: 'compilation', id }, said))
    for (const reference of [kept, removed]) expect(await acts(reference)).toHaveLength(1)
    expect(await acts(untouched)).toEqual([])
    // Whoever follows the file finds it among what is new there, and in its history.
    expect([await changes(kept), await changes(untouched)]).toEqual([seen + 1, unseen])
    const file = await scene.measure(kept)
    const [line] = await findHistory(scene.db, scene.nl, file, fileSubject(file))
    expect(line).toMatchObject({
      type: 'measure-publication-corrected',
      delegation: 'COM',
      values: {
        of: 'compilation',
        formerReference: 'C/2024/5003',
        ojReference: 'C/2024/5013',
        correction: right.correction,
      },
    })
    expect(await mailsOf(scene, 'C/2024/5013', 'publication-corrected')).toMatchObject([
      { delegation: 'NL', sender: 'COM', due: 'digest', path: `/compilations/${id}` },
    ])
  })

  it('are those too who rely on what was in it, where its day moved and their requirement stands', async () => {
    const { ids, correct } = await compiled({
      ojReference: 'C/2024/5101',
      publishedOn: '2024-02-11',
    })
    const requirement = scene.requirementInput()
    scene.must(await recordRequirement(scene.deps, scene.de, ids[0] ?? '', requirement))
    // Only its number was wrong: the basis is where it was.
    scene.must(await correct({ ojReference: 'C/2024/5111', publishedOn: '2024-02-11' }))
    expect(await told('C/2024/5111')).toEqual(['NL'])
    scene.must(
      await correct({ revision: 2, ojReference: 'C/2024/5112', publishedOn: '2024-02-12' }),
    )
    expect(await told('C/2024/5112')).toEqual(['DE', 'NL'])
    await endRequirement(scene.deps, scene.de, requirement.key, {
      endedOn: '2024-03-01',
      reason: 'Licensed.',
    })
    scene.must(
      await correct({ revision: 3, ojReference: 'C/2024/5113', publishedOn: '2024-02-13' }),
    )
    expect(await told('C/2024/5113')).toEqual(['NL'])
  })
})

it('correcting where a note stands corrects where its measures were published, and no others', async () => {
  const [first, second] = [await listed(), await listed()]
  const record = async (reference: string, ojReference: string, publishedOn: string) => {
    const { id } = await scene.measure(reference)
    const key = randomUUID()
    const input = { key, ojReference, publishedOn, title: 'Note', url: '', note: '' }
    scene.must(
      await recordInformationNote(scene.deps, scene.officer, { ...input, measureIds: [id] }),
    )
    return key
  }
  const note = await record(first, 'C/2025/5818', '2025-10-01')
  await record(second, 'C/2025/7000', '2025-11-03')
  const said = { ...right, ojReference: 'C/2025/5881', publishedOn: '2025-10-02', title: 'Note' }
  const place = { of: 'information-note' as const, id: note }
  const twice = { ...said, ojReference: 'C/2025/7000' }
  expect(await correctPublication(scene.deps, scene.officer, place, twice)).toMatchObject({
    reason: 'already-recorded',
  })
  scene.must(await correctPublication(scene.deps, scene.officer, place, said))
  expect((await findInformationNotes(scene.db)).find(({ id }) => id === note)).toMatchObject({
    ojReference: 'C/2025/5881',
    publishedOn: '2025-10-02',
  })
  expect(await findPublicMeasure(scene.deps, first)).toMatchObject({
    act: { publicationReference: 'C/2025/5881', publishedOn: '2025-10-02' },
  })
  expect(await findPublicMeasure(scene.deps, second)).toMatchObject({
    act: { publicationReference: 'C/2025/7000', publishedOn: '2025-11-03' },
  })
  expect(await mailsOf(scene, 'C/2025/5881', 'publication-corrected')).toMatchObject([
    { delegation: 'NL', path: `/information-notes/${note}` },
  ])
  const acts = async (reference: string) => (await scene.acts(reference)).at(-1)
  expect(await acts(first)).toBe('measure-publication-corrected')
  // The second note no longer named the first one's measure, and did not become known by its correction.
  expect(await acts(second)).toBe('measure-in-note')
})

it('gives the same tables when the record is played again', async () => {
  expect(await replay(scene.db)).toEqual([])
})
