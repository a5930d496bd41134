import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { type CorrectPublication, correctPublicationInput } from '#app/measures/record-inputs.ts'
import { findCorrectionsOf } from '#app/queries/publication-corrections.server.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'
import { findCompilation } from '#db/compilations.server.ts'
import { findBasisFacts, findEntriesById } from '#db/entries.server.ts'
import { findInformationNotes } from '#db/information-notes.server.ts'
import { replay } from '#db/replay.server.ts'
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

async function listed() {
  const reference = await scene.adopted({}, { inForceOn: '2023-09-01' })
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
})

it('gives the same tables when the record is played again', async () => {
  expect(await replay(scene.db)).toEqual([])
})
