import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import {
  recordCompilationInput,
  type RecordCoverage,
  recordCoverageInput,
} from '#app/measures/record-inputs.ts'
import { findCompilationPage, prepareCompilation } from '#app/queries/compilation.server.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'
import { findCoveragePage } from '#app/queries/coverage-page.server.ts'
import { basisOn } from '#app/measures/article-10.ts'
import { findCompilation } from '#db/compilations.server.ts'
import { findBasisFacts, findEntriesById } from '#db/entries.server.ts'
import { countRegister, findRegisterRows } from '#db/register.server.ts'
import { compilationEntries } from '#db/schema/register.ts'
import { events } from '#db/schema/record.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene, twentyTimes } from './record-scene.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const inCompilation = {
  words: '',
  issuers: [],
  categories: [],
  states: [],
  isCompiled: true,
  on: '2026-11-21',
  withWords: null,
  areFew: false,
}

const countedIn = async () =>
  (await countRegister(scene.db, inCompilation.on))
    .filter(({ isCompiled }) => isCompiled)
    .reduce((sum, row) => sum + row.count, 0)

async function published() {
  const reference = await scene.adopted({}, { inForceOn: '2023-09-01' })
  await scene.notified(reference)
  return reference
}

const listCompiled = async (reference: string) => {
  const { id } = await scene.measure(reference)
  const rows = await scene.db.select().from(events).where(eq(events.measureId, id))
  return rows
    .filter(({ type }) => type === 'list-compiled')
    .map(({ content }) => JSON.parse(content ?? '{}'))
}

describe('recording a compilation', () => {
  it('names the entries that stand in it, and stands in the history of each file', async () => {
    const reference = await published()
    const ids = await scene.entryIds(reference)
    const key = await scene.compiled(ids, { ojReference: 'C/2023/441' })
    expect(await findCompilation(scene.db, key)).toMatchObject({
      ojReference: 'C/2023/441',
      publishedOn: '2023-10-20',
    })
    expect(await listCompiled(reference)).toMatchObject([{ compilationId: key, warnings: [] }])
    expect(await scene.measure(reference)).toMatchObject({
      facts: { inCompilationOn: '2023-10-20' },
    })
    expect(await findEntriesById(scene.db, ids)).toMatchObject([
      { isPublic: true },
      { isPublic: true },
    ])
  })

  it('removes what the next one no longer names, and tells the file', async () => {
    const kept = await published()
    const removed = await published()
    const [keptIds, removedIds] = [await scene.entryIds(kept), await scene.entryIds(removed)]
    await scene.compiled([...keptIds, ...removedIds], { publishedOn: '2024-01-10' })
    const key = await scene.compiled(keptIds, { kind: 'update', publishedOn: '2024-09-27' })
    expect((await listCompiled(removed)).at(-1)).toMatchObject({ compilationId: key, entryIds: [] })
    const entries = await findEntriesById(scene.db, removedIds)
    const facts = (await findBasisFacts(scene.db, entries)).get(removedIds[0] ?? '')
    expect(facts && basisOn(facts, '2026-11-21')).toEqual({
      state: 'ended',
      on: '2024-09-27',
      by: ['removed'],
    })
  })

  it('records what was not notified or is not in force too, with a warning', async () => {
    const reference = await scene.adopted()
    await scene.gazette(reference)
    const ids = await scene.entryIds(reference)
    await scene.compiled(ids, { publishedOn: '2024-10-01' })
    expect(await listCompiled(reference)).toMatchObject([
      { warnings: ['not-notified', 'not-in-force'] },
    ])
  })

  it('warns of no end by an amendment that whoever records it may not know of', async () => {
    const reference = await scene.adopted(
      { content: list(item('e1', '9A913', 'before')) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    await scene.notified(reference)
    await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e1', '9A913', 'after')) },
      { adoptedOn: '2023-09-10', inForceOn: '2023-10-01' },
    )
    await scene.compiled(await scene.entryIds(reference), { publishedOn: '2023-10-20' })
    expect(await listCompiled(reference)).toMatchObject([{ warnings: [] }])
  })

  it('twenty times at once is recorded once; a second one under the same reference is refused', async () => {
    const ids = await scene.entryIds(await published())
    const input = await scene.compilationInput(ids)
    const answers = await twentyTimes(() => recordCompilation(scene.deps, scene.officer, input))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const rows = await scene.db
      .select()
      .from(compilationEntries)
      .where(eq(compilationEntries.compilationId, input.key))
    expect(rows).toHaveLength(2)
    const again = { ...input, key: randomUUID() }
    expect(await recordCompilation(scene.deps, scene.officer, again)).toEqual({
      ok: false,
      reason: 'already-recorded',
      field: 'ojReference',
    })
  })

  it('keeps the number of the reference, however it was typed, and knows it again', async () => {
    const ids = await scene.entryIds(await published())
    const key = await scene.compiled(ids, {
      ojReference: 'OJ C, C/2024/7001, 2.12.2024, ELI: http://data.europa.eu/eli/C/2024/7001/oj',
      publishedOn: '2024-12-02',
    })
    expect(await findCompilation(scene.db, key)).toMatchObject({ ojReference: 'C/2024/7001' })
    const again = await scene.compilationInput(ids, {
      ojReference: '52024XC07001',
      publishedOn: '2024-12-02',
    })
    expect(await recordCompilation(scene.deps, scene.officer, again)).toMatchObject({
      reason: 'already-recorded',
      field: 'ojReference',
    })
    const check = (more: object) =>
      recordCompilationInput
        .safeParse({ ...again, corrects: '', ...more })
        .error?.issues.map(({ path, message }) => [path[0], message])
    expect(check({})).toBeUndefined()
    expect(check({ ojReference: 'OJ C' })).toEqual([['ojReference', 'oj.unreadable']])
    expect(check({ ojReference: 'C/2024/7001, 3.12.2024' })).toEqual([
      ['ojReference', 'oj.other-day'],
    ])
  })

  it('of a corrigendum says which one it corrects, and is no update', async () => {
    const reference = await published()
    const [first = '', second = ''] = await scene.entryIds(reference)
    const wrong = await scene.compiled([first], {
      publishedOn: '2025-02-03',
      ojReference: 'C/2025/701',
    })
    const corrigendum = await scene.compiled([first, second], {
      kind: 'corrigendum',
      corrects: wrong,
      publishedOn: '2025-02-10',
      ojReference: 'C/2025/90101',
    })
    expect(await findCompilationPage(scene.deps, corrigendum)).toMatchObject({
      compilation: { kind: 'corrigendum' },
      corrected: { id: wrong },
      changes: [{ id: second, change: 'new' }],
    })
    expect(await findCompilationPage(scene.deps, wrong)).toMatchObject({
      corrected: null,
      correctedBy: [{ id: corrigendum }],
    })
    // What was left out stands in the compilation from the day of the corrigendum, and not before.
    const facts = await findBasisFacts(scene.db, await findEntriesById(scene.db, [second]))
    expect(facts.get(second)?.inCompilation).toMatchObject([{ from: '2025-02-10', until: null }])
    const check = (more: object) =>
      recordCompilationInput
        .safeParse({ ...scene.requirementInput(), entryIds: [first], title: 'x', ...more })
        .error?.issues.filter(({ path }) => path[0] === 'corrects')
    const dated = { ojReference: 'C/2025/90102', publishedOn: '2025-02-11' }
    expect(check({ ...dated, kind: 'corrigendum' })).toMatchObject([{ message: 'form.choose-one' }])
    expect(check({ ...dated, kind: 'update', corrects: wrong })).toMatchObject([
      { message: 'compilation.corrects-alone' },
    ])
    const elsewhere = await scene.compilationInput([first], {
      kind: 'corrigendum',
      corrects: randomUUID(),
    })
    expect(await recordCompilation(scene.deps, scene.officer, elsewhere)).toMatchObject({
      reason: 'invalid-input',
      field: 'corrects',
    })
  })

  it('of a corrigendum is refused on a day before that of what it corrects', async () => {
    const ids = await scene.entryIds(await published())
    const corrects = await scene.compiled(ids, { publishedOn: '2025-03-03' })
    const record = async (publishedOn: string) =>
      recordCompilation(
        scene.deps,
        scene.officer,
        await scene.compilationInput(ids, { kind: 'corrigendum', corrects, publishedOn }),
      )
    expect(await record('2025-03-02')).toEqual({
      ok: false,
      reason: 'date-before-corrected',
      field: 'publishedOn',
    })
    expect(await record('2025-03-03')).toMatchObject({ ok: true })
  })

  it('of a corrigendum takes the place of what it corrects, and of nothing newer', async () => {
    const [kept, dropped, late] = [await published(), await published(), await published()]
    const [keptIds, droppedIds, lateIds] = [
      await scene.entryIds(kept),
      await scene.entryIds(dropped),
      await scene.entryIds(late),
    ]
    const old = await scene.compiled([...keptIds, ...droppedIds], { publishedOn: '2025-05-05' })
    const newest = await scene.compiled(keptIds, { kind: 'update', publishedOn: '2025-06-06' })
    const correct = (corrects: string, ids: string[], publishedOn: string) =>
      scene.compiled(ids, { kind: 'corrigendum', corrects, publishedOn })
    const toOld = await correct(old, [...droppedIds, ...lateIds], '2025-07-07')
    const stands = async (ids: string[]) => {
      const found = await findEntriesById(scene.db, ids)
      const facts = await findBasisFacts(scene.db, found)
      return facts.get(ids[0] ?? '')?.inCompilation
    }
    const codes = async () => {
      const rows = await findRegisterRows(scene.db, inCompilation, null, 500)
      return new Set(rows?.map(({ id }) => id))
    }
    const next = async (corrects: string | null = null) =>
      scene.must(await prepareCompilation(scene.deps, scene.officer, corrects))
    expect((await next()).last).toMatchObject({ id: newest })
    expect(await stands(keptIds)).toMatchObject([{ from: '2025-05-05', until: null }])
    expect(await stands(droppedIds)).toMatchObject([{ from: '2025-05-05', until: '2025-06-06' }])
    expect(await stands(lateIds)).toEqual([])
    expect(await codes()).toEqual(new Set(keptIds))
    expect(await countedIn()).toBe(keptIds.length)
    // What it changed is told against what it corrects.
    expect(await findCompilationPage(scene.deps, toOld)).toMatchObject({ previous: { id: old } })
    // One to the newest takes its place from its own day, and one to that one in turn.
    const toNewest = await correct(newest, [...keptIds, ...droppedIds], '2025-08-08')
    expect((await next()).last).toMatchObject({ id: toNewest })
    const again = await correct(toNewest, [...keptIds, ...lateIds], '2025-09-09')
    expect((await next()).last).toMatchObject({ id: again })
    expect(await codes()).toEqual(new Set([...keptIds, ...lateIds]))
    expect(await stands(droppedIds)).toMatchObject([
      { from: '2025-05-05', until: '2025-06-06' },
      { from: '2025-08-08', until: '2025-09-09' },
    ])
    expect(await stands(lateIds)).toMatchObject([{ from: '2025-09-09', until: null }])
    // The form for another one begins with the entries of what is to be corrected.
    const { rows } = await next(old)
    const chosen = rows.filter(({ change }) => change === 'unchanged').map(({ id }) => id)
    expect(new Set(chosen)).toEqual(new Set([...keptIds, ...droppedIds]))
    expect(await prepareCompilation(scene.deps, scene.officer, randomUUID())).toMatchObject({
      reason: 'not-found',
    })
  })

  it('is for officers of the Commission, and never makes public what they may not see', async () => {
    const reference = await scene.adopted()
    const ids = await scene.entryIds(reference)
    const input = await scene.compilationInput(ids)
    expect(await recordCompilation(scene.deps, scene.nl, input)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await recordCompilation(scene.deps, scene.officer, input)).toMatchObject({
      reason: 'invalid-input',
      field: 'entryIds',
    })
    expect(
      await recordCompilation(scene.deps, scene.officer, { ...input, entryIds: [randomUUID()] }),
    ).toMatchObject({ reason: 'invalid-input' })
    expect(await findEntriesById(scene.db, ids)).toMatchObject([
      { isPublic: false },
      { isPublic: false },
    ])
    expect(await findCompilation(scene.db, input.key)).toBeNull()
  })

  it('is refused for measures that are no lists, and for a day to come', async () => {
    const ban = await scene.adopted({ kind: 'prohibition' })
    await scene.notified(ban)
    const ids = await scene.entryIds(ban)
    const record = async (more: object) =>
      recordCompilation(scene.deps, scene.officer, await scene.compilationInput(ids, more))
    expect(await record({})).toMatchObject({ reason: 'not-a-list', field: 'entryIds' })
    expect(await record({ publishedOn: '2999-01-01' })).toMatchObject({
      reason: 'date-in-the-future',
      field: 'publishedOn',
    })
  })
})

describe('coverage by Annex I', () => {
  const cover = (actor: typeof scene.nl, entryId: string, more: Partial<RecordCoverage> = {}) =>
    recordCoverage(scene.deps, actor, {
      entryId,
      point: 'a',
      annexICode: '3B501.f.1.b',
      annexIWords: 'overlay < 1.50 nm',
      language: 'en',
      extent: 'partly',
      since: '2025-11-15',
      ...more,
    })
  const coverageOf = async (id: string) =>
    (await findBasisFacts(scene.db, await findEntriesById(scene.db, [id]))).get(id)?.coverage

  it('is recorded by the Commission, for the whole entry or point by point', async () => {
    const reference = await published()
    const [id = ''] = await scene.entryIds(reference)
    expect(await cover(scene.nl, id)).toMatchObject({ reason: 'not-allowed' })
    expect(await cover(scene.officer, id)).toMatchObject({ ok: true })
    expect(
      await cover(scene.officer, id, { point: null, annexICode: '', extent: 'not' }),
    ).toMatchObject({ ok: true })
    expect(await coverageOf(id)).toMatchObject([
      { point: null, annexICode: '', extent: 'not', since: '2025-11-15' },
      { point: 'a', annexICode: '3B501.f.1.b', extent: 'partly', since: '2025-11-15' },
    ])
  })

  it('is refused for a point that the entry does not have', async () => {
    const [id = ''] = await scene.entryIds(await published())
    expect(await cover(scene.officer, id, { point: 'f.99' })).toEqual({
      ok: false,
      reason: 'no-such-point',
      field: 'point',
    })
    expect(await coverageOf(id)).toEqual([])
  })

  it('keeps every decision, each for its days; the same day again corrects', async () => {
    const reference = await published()
    await scene.gazette(reference)
    const [id = ''] = await scene.entryIds(reference)
    const decide = async (since: string, extent: RecordCoverage['extent']) =>
      scene.must(await cover(scene.officer, id, { since, extent }))
    await decide('2026-11-15', 'not')
    await decide('2024-01-01', 'partly')
    await decide('2024-01-01', 'wholly')
    expect(await coverageOf(id)).toMatchObject([
      { extent: 'wholly', since: '2024-01-01', until: '2026-11-15' },
      { extent: 'not', since: '2026-11-15', until: null },
    ])
    const [found] = await findEntriesById(scene.db, [id])
    const shown = async (on: string) => {
      const entry = await findRegisterEntry(scene.deps, null, 'NL', found?.key ?? '', on)
      const edition = entry.ok ? entry.editions.find((one) => one.id === id) : null
      return edition?.coverage.map(({ extent, isSince }) => [extent, isSince])
    }
    expect(await shown('2025-01-01')).toEqual([
      ['wholly', true],
      ['not', false],
    ])
    expect(await shown('2026-11-15')).toEqual([['not', true]])
  })

  it('keeps the comparison that it rests on, whoever decides otherwise too', async () => {
    const [id = ''] = await scene.entryIds(await published())
    scene.must(await cover(scene.officer, id, { extent: 'wholly' }))
    expect(await coverageOf(id)).toEqual([
      {
        point: 'a',
        annexICode: '3B501.f.1.b',
        extent: 'wholly',
        since: '2025-11-15',
        until: null,
        comparison: {
          entryWords: 'overlay ≤ 1.50 nm',
          annexIWords: 'overlay < 1.50 nm',
          parameters: [
            { quantity: 'overlay', entry: '≤ 1.50 nm', annexI: '< 1.50 nm', relation: 'less' },
          ],
          proposed: 'partly',
        },
      },
    ])
  })

  it('is shown side by side before it is recorded, to officers alone', async () => {
    const [id = ''] = await scene.entryIds(await published())
    const asked = {
      point: 'a',
      annexICode: '3B501',
      annexIWords: 'overlay ≤ 2 nm',
      language: 'en' as const,
    }
    const page = await findCoveragePage(scene.deps, scene.officer, id, asked)
    expect(page).toMatchObject({
      points: ['a'],
      recorded: [],
      comparison: {
        parameters: [{ entry: '≤ 1.50 nm', annexI: '≤ 2 nm', relation: 'more' }],
        proposed: 'wholly',
      },
    })
    expect(await findCoveragePage(scene.deps, scene.officer, id, null)).toMatchObject({
      comparison: null,
    })
    expect(await findCoveragePage(scene.deps, scene.nl, id, asked)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await findCoveragePage(scene.deps, scene.de, randomUUID(), asked)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('needs the code of Annex I unless nothing was found there', () => {
    const check = (more: object) =>
      recordCoverageInput.safeParse({
        entryId: randomUUID(),
        since: '2025-11-15',
        extent: 'wholly',
        ...more,
      }).error?.issues
    expect(check({ annexICode: '3B501' })).toBeUndefined()
    expect(check({})).toMatchObject([{ path: ['annexICode'] }])
    expect(check({ extent: 'not' })).toBeUndefined()
  })
})
