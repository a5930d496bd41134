import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { factSummary } from '#app/open-data/fact-words.ts'
import { type FactsOf, findRegisterFacts } from '#app/queries/register-facts.server.ts'
import { item, list } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'

let scene: RecordScene
beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

async function facts(of: FactsOf, limit = 1_000) {
  const found = await findRegisterFacts(scene.deps, of, { before: null, limit })
  if (!found.ok) throw new Error(found.reason)
  return found.facts
}

const all: FactsOf = { kind: 'all' }
const names = async (of: FactsOf) =>
  (await facts(of)).map(({ name, on }) => `${name.split('/').slice(0, 2).join('/')} ${on}`)
const inAddress = (reference: string) => reference.replaceAll('/', '-')

/** A list in the gazette, in force, compiled; amended in secret, then openly. */
async function life() {
  const reference = await scene.adopted(
    { content: list(item('e1', '3B811', 'first'), item('e2', '3B812', 'dropped')) },
    { inForceOn: '2023-09-01' },
  )
  return { reference, name: inAddress(reference) }
}

describe('what becomes known of published controls', () => {
  it('is nothing of a measure that no gazette has, and all of it once one has', async () => {
    const { reference, name } = await life()
    const before = await facts(all)
    expect(JSON.stringify(before)).not.toContain(name)
    await scene.notified(reference)
    expect(await facts(all)).toEqual(before)
    expect(
      await findRegisterFacts(
        scene.deps,
        { kind: 'measure', reference },
        { before: null, limit: 9 },
      ),
    ).toMatchObject({ ok: false })

    await scene.gazette(reference)
    const after = await facts(all)
    expect(after.slice(0, 3).map((fact) => fact.name)).toEqual([
      `${name}/adopted`,
      `${name}/gazetted`,
      `${name}/in-force`,
    ])
    expect(new Set(after.slice(0, 3).map(({ updated }) => updated.getTime())).size).toBe(1)
    expect(after.slice(3)).toEqual(before)
    expect(after[1]).toMatchObject({
      on: '2023-06-30',
      measure: { owner: 'NL', reference },
      entries: [{ code: '3B811' }, { code: '3B812' }],
    })
  })

  it('comes to the top when it is corrected, under the same name', async () => {
    const { reference, name } = await life()
    await scene.gazette(reference)
    const { reference: other } = await life()
    await scene.gazette(other)
    const { revision } = await scene.measure(reference)
    const corrected = {
      gazette: 'Staatscourant',
      reference: '1',
      url: '',
      gazettedOn: '2023-07-01',
    }
    scene.must(
      await recordGazette(scene.deps, scene.nl, reference, {
        revision,
        ...corrected,
        correction: 'A slip of the pen.',
      }),
    )
    const [first, ...rest] = await facts(all)
    expect(first).toMatchObject({ name: `${name}/gazetted`, on: '2023-07-01' })
    expect(rest.filter((fact) => fact.name === `${name}/gazetted`)).toEqual([])
  })

  it('is told of the compilation, of what it names anew, and of what it no longer names', async () => {
    const { reference, name } = await life()
    await scene.gazette(reference)
    const [one = '', two = ''] = await scene.entryIds(reference)
    const first = await scene.compiled([one, two], { publishedOn: '2024-10-20' })
    const second = await scene.compiled([two], { publishedOn: '2024-11-20', kind: 'update' })
    const measure: FactsOf = { kind: 'measure', reference }
    const told = await facts(measure)
    expect(told.map((fact) => fact.name).slice(0, 2)).toEqual([
      `${name}/removed/${second}`,
      `${name}/compiled/${first}`,
    ])
    expect(told[0]).toMatchObject({ on: '2024-11-20', entries: [{ id: one }] })
    expect(told[1]).toMatchObject({ on: '2024-10-20', entries: [{ id: one }, { id: two }] })
    expect((await facts(all)).slice(0, 4).map((fact) => fact.name)).toEqual(
      expect.arrayContaining([
        `compilations/${second}`,
        `${name}/removed/${second}`,
        `compilations/${first}`,
      ]),
    )
    // What stands in both was told once.
    expect(told.filter(({ kind }) => kind === 'compiled')).toHaveLength(1)
  })

  it('comes to the top where it was corrected where a compilation stands, with what stood there', async () => {
    const { reference, name } = await life()
    await scene.gazette(reference)
    const [one = '', two = ''] = await scene.entryIds(reference)
    const first = await scene.compiled([one, two], { publishedOn: '2025-01-20' })
    const second = await scene.compiled([two], { publishedOn: '2025-02-20', kind: 'update' })
    const { reference: other } = await life()
    await scene.gazette(other)
    const correct = async (id: string, publishedOn: string, ojReference: string) =>
      scene.must(
        await correctPublication(
          scene.deps,
          scene.officer,
          { of: 'compilation', id },
          {
            revision: 1,
            ojReference,
            publishedOn,
            title: 'Compilation',
            url: '',
            note: '',
            correction: 'The number was mistyped.',
          },
        ),
      )
    const before = await facts(all)
    await correct(first, '2025-01-21', 'C/2025/9001')
    const after = await facts(all)
    // What it no longer names of another list has moved too.
    const isMoved = (fact: { name: string }) => fact.name.endsWith(first)
    const moved = after.filter(isMoved)
    expect(after.slice(0, moved.length)).toEqual(moved)
    expect(after.slice(moved.length)).toEqual(before.filter((fact) => !isMoved(fact)))
    expect(moved.map((fact) => fact.name)).toEqual(
      expect.arrayContaining([`${name}/compiled/${first}`, `compilations/${first}`]),
    )
    const updated = moved[0]?.updated
    expect(updated?.getTime()).toBeGreaterThan(before[0]?.updated.getTime() ?? Infinity)
    for (const fact of moved) {
      expect(fact.updated).toEqual(updated)
      expect(fact.on).toBe('2025-01-21')
      expect(factSummary(formatFor('en'), fact)).toMatch(
        /C\/2025\/9001[^]*Corrected\. Until then recorded as C\/2023\/\d+ of 20 January 2025\. The number was mistyped\./,
      )
    }
    for (const of of [
      { kind: 'state', issuer: 'NL' },
      { kind: 'measure', reference },
      { kind: 'entry', issuer: 'NL', key: '3B811' },
      { kind: 'code', key: '3B811' },
    ] satisfies FactsOf[])
      expect((await facts(of))[0]).toMatchObject({ name: expect.stringMatching(first), updated })

    // The update turns out to be the older one: what the first one named anew is another entry now.
    await correct(second, '2025-01-02', 'C/2025/9002')
    const turned = (await facts({ kind: 'measure', reference })).slice(0, 2)
    expect(
      turned.map(({ name: of, on, entries }) => [of, on, entries.map(({ id }) => id)]),
    ).toEqual(
      expect.arrayContaining([
        [`${name}/compiled/${first}`, '2025-01-21', [one]],
        [`${name}/compiled/${second}`, '2025-01-02', [two]],
      ]),
    )
  })

  it('is told of a note: that it published a measure, and where it was corrected to stand', async () => {
    const { reference, name } = await life()
    await scene.notified(reference)
    const id = randomUUID()
    const said = { title: 'Note', url: '', note: '' }
    scene.must(
      await recordInformationNote(scene.deps, scene.officer, {
        key: id,
        ojReference: 'C/2025/9101',
        publishedOn: '2025-10-01',
        ...said,
        measureIds: [(await scene.measure(reference)).id],
      }),
    )
    const measure: FactsOf = { kind: 'measure', reference }
    expect(await names(measure)).toEqual([
      `${name}/adopted 2023-06-23`,
      `${name}/in-force 2023-09-01`,
      `${name}/published 2025-10-01`,
    ])
    const place = { of: 'information-note' as const, id }
    scene.must(
      await correctPublication(scene.deps, scene.officer, place, {
        revision: 1,
        ojReference: 'C/2025/9102',
        publishedOn: '2025-10-02',
        ...said,
        correction: 'Mistyped.',
      }),
    )
    for (const of of [measure, all] satisfies FactsOf[])
      expect((await facts(of))[0]).toMatchObject({
        name: `${name}/published`,
        on: '2025-10-02',
        measure: { publicationReference: 'C/2025/9102' },
        corrected: { ojReference: 'C/2025/9101', publishedOn: '2025-10-01' },
      })
  })

  it('is told of an entry: of its measures, of its compilations, of the end of its list, and of no other entry', async () => {
    const content = list(item('e1', '4A911', 'one'), item('e2', '4A912', 'two'))
    const reference = await scene.adopted({ content }, { inForceOn: '2023-09-01' })
    await scene.gazette(reference)
    const [one = '', two = ''] = await scene.entryIds(reference)
    const coverage = {
      annexICode: '4A506',
      annexIWords: '',
      language: 'en' as const,
      extent: 'partly' as const,
      since: '2025-11-15',
    }
    scene.must(
      await recordCoverage(scene.deps, scene.officer, { ...coverage, entryId: one, point: 'a' }),
    )
    scene.must(
      await recordCoverage(scene.deps, scene.officer, { ...coverage, entryId: two, point: null }),
    )
    const entry: FactsOf = { kind: 'entry', issuer: 'NL', key: '4A911' }
    const name = inAddress(reference)
    expect(await names(entry)).toEqual([
      `${name}/covered 2025-11-15`,
      `${name}/adopted 2023-06-23`,
      `${name}/gazetted 2023-06-30`,
      `${name}/in-force 2023-09-01`,
    ])
    expect(await names({ kind: 'code', key: '4a911' })).toEqual(await names(entry))

    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e1', '4A911', 'changed')) },
      { adoptedOn: '2025-03-01', inForceOn: '2025-04-01' },
    )
    // It is inner still, and tells nothing.
    expect(await names(entry)).toHaveLength(4)
    await scene.gazette(amendment, '2025-03-15')
    const amended = await facts(entry)
    expect(amended.slice(0, 3)).toMatchObject([
      { name: `${inAddress(amendment)}/adopted` },
      { name: `${inAddress(amendment)}/gazetted` },
      {
        name: `${inAddress(amendment)}/in-force`,
        on: '2025-04-01',
        measure: { kind: 'amendment' },
        entries: [{ code: '4A911' }],
        gone: [{ code: '4A912' }],
      },
    ])
    // What takes an entry out is told of that entry too, and the list's feed has its amendments.
    expect(await names({ kind: 'entry', issuer: 'NL', key: '4A912' })).toContain(
      `${inAddress(amendment)}/in-force 2025-04-01`,
    )
    expect(await names({ kind: 'measure', reference })).toHaveLength(8)

    const { revision } = await scene.measure(reference)
    const repeal = { revision, repealedOn: '2026-01-01', repealedBy: 'Order', correction: null }
    scene.must(await recordRepeal(scene.deps, scene.nl, reference, repeal))
    expect((await names(entry))[0]).toBe(`${name}/repealed 2026-01-01`)
  })

  it('is none of an entry or a measure that nobody may know of', async () => {
    const hidden = await scene.adopted({ content: list(item('e1', '9A999', 'hidden')) })
    const asked = { before: null, limit: 9 }
    for (const of of [
      { kind: 'entry', issuer: 'NL', key: '9A999' },
      { kind: 'measure', reference: hidden },
      { kind: 'measure', reference: '1999/NL/0001' },
    ] satisfies FactsOf[])
      expect(await findRegisterFacts(scene.deps, of, asked)).toEqual({
        ok: false,
        reason: 'not-found',
      })
    expect(await facts({ kind: 'code', key: '9A999' })).toEqual([])
    expect(await facts({ kind: 'state', issuer: 'MT' })).toEqual([])
    const lost = { before: `${inAddress(hidden)}/adopted`, limit: 9 }
    expect(await findRegisterFacts(scene.deps, all, lost)).toEqual({
      ok: false,
      reason: 'invalid-input',
      field: 'before',
    })
  })

  it('comes page by page, each once, also while more becomes known', async () => {
    const whole = (await facts(all)).map(({ name }) => name)
    expect(new Set(whole).size).toBe(whole.length)
    const times = (await facts(all)).map(({ updated }) => updated.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    for (const of of [all, { kind: 'state', issuer: 'NL' }] satisfies FactsOf[]) {
      const expected = (await facts(of)).map(({ name }) => name)
      const seen: string[] = []
      let before: string | null = null
      do {
        const page = await findRegisterFacts(scene.deps, of, { before, limit: 2 })
        if (!page.ok) throw new Error(page.reason)
        seen.push(...page.facts.map(({ name }) => name))
        before = page.next
        const { reference } = await life()
        await scene.gazette(reference)
      } while (before !== null)
      expect(seen).toEqual(expected)
    }
  })
})
