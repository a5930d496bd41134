import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { readRegisterAddress, registerQuery } from '#app/http/register-address.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { registerStates } from '#app/measures/register.ts'
import { findCompilationPage } from '#app/queries/compilation.server.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'
import {
  exportRegister,
  findPublicMeasures,
  type RegisterSearch,
  searchRegister,
} from '#app/queries/register.server.ts'
import { withVisibleEnds } from '#app/queries/visible-ends.server.ts'
import { findEditions, findEntriesOfMeasure } from '#db/entries.server.ts'
import { mostCounted } from '#db/register.server.ts'
import { adoptedMeasure, gazetted, happen, inForce, item, list } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const everything: RegisterSearch = {
  words: '',
  issuers: [],
  categories: [],
  states: [...registerStates],
  isCompiled: null,
  on: null,
  after: null,
}

const exported = async (search: RegisterSearch, limit: number) => {
  const found = await exportRegister(scene.deps, search, limit)
  if (!found.ok) throw new Error(found.reason)
  return found
}

const find = async (search: Partial<RegisterSearch>) =>
  (await searchRegister(scene.deps, { ...everything, ...search })).rows.map(
    ({ key, edition }) => `${key} ${edition}`,
  )

describe('searching the register', () => {
  beforeAll(async () => {
    const scanners = await scene.adopted(
      {
        content: list(
          item('e1', '3B811', 'lithography with an overlay of 1.50 nm'),
          item('e2', '3B812.c.1', 'inspection of wafers, Überwachung'),
          item('e3', '4A911', 'quantum computers'),
        ),
      },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    await scene.compiled((await scene.entryIds(scanners)).slice(0, 1), {
      publishedOn: '2023-10-20',
    })
    await scene.adopted(
      { owner: 'NL', content: list(item('e1', '9A911', 'engines'), item('e2', '', 'goods')) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2999-01-01' },
    )
  })

  it('finds by code, by the beginning of one, and by a point inside an entry', async () => {
    expect(await find({ words: '3B811' })).toEqual(['3B811 1'])
    expect(await find({ words: '3b81' })).toEqual(['3B811 1', '3B812.c.1 1'])
    expect(await find({ words: '3b811 f 5' })).toEqual(['3B811 1'])
    expect(await find({ words: '3B812.c.1.a' })).toEqual(['3B812.c.1 1'])
    expect(await find({ words: '3B899' })).toEqual([])
  })

  it('finds by words and their beginnings, all of them, letters of all languages', async () => {
    expect(await find({ words: 'lithograph overlay' })).toEqual(['3B811 1'])
    expect(await find({ words: 'lithograph quantum' })).toEqual([])
    expect(await find({ words: '1.50 nm' })).toEqual(['3B811 1'])
    expect(await find({ words: 'überw' })).toEqual(['3B812.c.1 1'])
    expect(await find({ words: '3B8 overlay' })).toEqual(['3B811 1'])
    expect(await find({ words: "x' | !* <-> (" })).toEqual([])
  })

  it('narrows by state, category, compilation and day', async () => {
    expect(await find({ issuers: ['DE'] })).toEqual([])
    expect(await find({ categories: ['4'] })).toEqual(['4A911 1'])
    expect(await find({ categories: ['-'] })).toHaveLength(1)
    expect(await find({ isCompiled: true })).toEqual(['3B811 1'])
    expect(await find({ isCompiled: true, on: '2023-10-19' })).toEqual([])
    expect(await find({ states: ['in-force'], on: '2023-08-31' })).toEqual([])
    expect(await find({ states: ['in-force'], words: '4A', on: '2023-09-01' })).toEqual(['4A911 1'])
    expect(await find({ states: ['to-come'] })).toHaveLength(2)
  })

  it('counts what each other choice of a filter would give', async () => {
    const { facets, total } = await searchRegister(scene.deps, {
      ...everything,
      categories: ['4'],
    })
    expect(total).toBe(1)
    expect(facets?.categories).toMatchObject({ '3': 2, '4': 1, '9': 1, '-': 1 })
    expect(facets?.issuers).toEqual({ NL: 1 })
  })

  it('counts beside each choice what it gives alone in its filter, the others as they are', async () => {
    const searches: Partial<RegisterSearch>[] = [
      {},
      { states: ['in-force'] },
      { states: ['in-force', 'to-come'], categories: ['3', '9'], words: 'o' },
      { isCompiled: false, issuers: ['NL'], on: '2023-10-20' },
    ]
    for (const search of searches) {
      const { facets } = await searchRegister(scene.deps, { ...everything, ...search })
      const gives = async (choice: Partial<RegisterSearch>) =>
        (await searchRegister(scene.deps, { ...everything, ...search, ...choice })).total
      for (const state of registerStates)
        expect([search, state, facets?.states[state] ?? 0]).toEqual([
          search,
          state,
          await gives({ states: [state] }),
        ])
      for (const issuer of memberStates)
        expect(facets?.issuers[issuer] ?? 0).toBe(await gives({ issuers: [issuer] }))
      for (const category of ['3', '4', '9', '-'])
        expect(facets?.categories[category] ?? 0).toBe(await gives({ categories: [category] }))
      expect(facets?.compiled.yes).toBe(await gives({ isCompiled: true }))
      expect(facets?.compiled.no).toBe(await gives({ isCompiled: false }))
    }
  })

  it('counts anew when an act has changed the register', async () => {
    const { db } = scene.deps
    const before = await searchRegister(scene.deps, everything)
    const added = await adoptedMeasure(db, list(item('e1', '5A911', 'telephones')))
    expect((await searchRegister(scene.deps, everything)).total).toBe(before.total)
    await happen(db, added.id, gazetted)
    const after = await searchRegister(scene.deps, everything)
    expect(after.total).toBe((before.total ?? 0) + 1)
    expect(after.facets?.categories['5']).toBe(1)
  })

  it('pages in register order without a gap or a repetition', async () => {
    const seen: string[] = []
    let search: RegisterSearch = everything
    for (;;) {
      const { rows, next } = await exported(search, 2)
      seen.push(...rows.map(({ key, edition }) => `${key} ${edition}`))
      if (!next) break
      // As the address carries it.
      search = readRegisterAddress(new URLSearchParams(registerQuery(search, next)))
    }
    expect(seen).toEqual(await find({}))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('has no page behind what is no public entry: an empty one would say that all was given', async () => {
    const hidden = await scene.adopted({ content: list(item('e1', '3B888', 'hidden')) })
    const [id] = await scene.entryIds(hidden)
    for (const after of [id ?? '', '00000000-0000-4000-8000-000000000000'])
      expect(await exportRegister(scene.deps, { ...everything, after }, 10)).toEqual({
        ok: false,
        reason: 'not-found',
      })
  })

  it('never fails, whatever the address holds', async () => {
    for (const query of [
      "after=1_00000000-0000-0000-0000-000000000000_'",
      'after=x&q=%00%00&issuer=XX&state=none&category=zz&compiled=perhaps&on=2023-02-31',
      `q=${'a '.repeat(5000)}`,
      'q=%27%3B%20DROP%20TABLE%20entries%3B--&q=%5C%25_',
    ]) {
      const search = readRegisterAddress(new URLSearchParams(query))
      await expect(searchRegister(scene.deps, search)).resolves.toBeDefined()
    }
  })

  it('finds words that very many entries have, without counting these', async () => {
    const { db } = scene.deps
    const many = Array.from({ length: mostCounted + 5 }, (_, place) =>
      item(`e${place}`, `8A${10_000 + place}`, `submersibles ${place % 2 ? 'odd' : 'even'}`),
    )
    const { id } = await adoptedMeasure(db, list(...many), { owner: 'PL' })
    await happen(db, id, gazetted, inForce('2024-01-01'))

    const first = await searchRegister(scene.deps, { ...everything, words: 'submersib' })
    expect(first).toMatchObject({ total: null, facets: null, mostCounted })
    const second = await searchRegister(scene.deps, {
      ...everything,
      words: 'submersib',
      after: first.next,
    })
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(
      many.slice(0, 100).map(({ attrs }) => attrs?.code),
    )
    const search = { ...everything, words: 'submersib', states: ['to-come' as const] }
    expect((await searchRegister(scene.deps, search)).rows).toEqual([])
    const odd = await searchRegister(scene.deps, { ...everything, words: 'submersibles odd' })
    expect([odd.total, odd.facets?.issuers]).toEqual([502, { PL: 502 }])
  })
})

describe('what is not published', () => {
  const planted = 'Zwaluwstaart'

  /** Everything that the public can ask for, in one text. */
  async function crawl(reference: string): Promise<string> {
    const { id } = await scene.measure(reference)
    const entries = await findEntriesOfMeasure(scene.db, id)
    const answers = await Promise.all([
      searchRegister(scene.deps, { ...everything, words: planted }),
      searchRegister(scene.deps, everything),
      exportRegister(scene.deps, everything, 1_000),
      findPublicMeasures(scene.deps, 1),
      findPublicMeasure(scene.deps, reference),
      ...entries.map(({ issuer, key }) => findRegisterEntry(scene.deps, null, issuer, key)),
    ])
    return JSON.stringify(answers)
  }

  const content = doc(
    section('subject', paragraph('s', `Subject ${planted}`)),
    section('risk', paragraph('r', `Risk ${planted}`)),
    section('items', item('e1', '6A977', planted)),
  )

  it('is never found: not a draft, not what was adopted, in force or notified', async () => {
    const reference = await scene.draft({ content })
    expect(await crawl(reference)).not.toContain(planted)
    await scene.share(scene.nl, reference, { kind: 'all' }, content)
    expect(await crawl(reference)).not.toContain(planted)
    const adopted = await scene.adopted({ content })
    expect(await crawl(adopted)).not.toContain(planted)
    await scene.inForce(adopted)
    await scene.notified(adopted)
    expect(await crawl(adopted)).not.toContain(planted)
    expect(await crawl(adopted)).not.toContain('6A977')
  })

  it('stays unpublished in a published measure, where it only prepared it', async () => {
    const reference = await scene.adopted({ content })
    await scene.gazette(reference)
    const found = await crawl(reference)
    expect(found).toContain(`Subject ${planted}`)
    expect(found).toContain('6A977')
    expect(found).not.toContain(`Risk ${planted}`)
  })

  it('is an end by an amendment that nobody may know of yet', async () => {
    const reference = await scene.adopted(
      { content: list(item('e1', '7A977', 'before')) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e1', '7A977', planted)) },
      { adoptedOn: '2025-03-01', inForceOn: '2025-04-01' },
    )
    expect(await find({ words: '7A977', states: ['in-force'] })).toEqual(['7A977 1'])
    const entry = await findRegisterEntry(scene.deps, null, 'NL', '7A977')
    expect(entry).toMatchObject({ editions: [{ edition: 1, endedOn: null, state: 'in-force' }] })
    const { revision } = await scene.measure(amendment)
    await recordGazette(scene.deps, scene.nl, amendment, {
      revision,
      gazette: 'Staatscourant',
      reference: '',
      url: '',
      gazettedOn: '2025-03-15',
      correction: null,
    })
    expect(await find({ words: '7A977', states: ['in-force'] })).toEqual(['7A977 2'])
    expect(await findRegisterEntry(scene.deps, null, 'NL', '7A977')).toMatchObject({
      editions: [
        { edition: 2, state: 'in-force', difference: { edition: 1, provisions: [{}] } },
        { edition: 1, state: 'ended', endedBy: 'amended' },
      ],
    })
  })

  it('is no end by an amendment that was repealed before it applied', async () => {
    const gazette = { gazette: 'Staatscourant', gazettedOn: '2025-03-15' }
    const reference = await scene.adopted(
      { content: list(item('e1', '7A978', 'before')) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e1', '7A978', 'after')) },
      { adoptedOn: '2025-03-01', ...gazette, inForceOn: '2026-12-24' },
    )
    const { revision } = await scene.measure(amendment)
    await recordRepeal(scene.deps, scene.nl, amendment, {
      revision,
      repealedOn: '2026-12-01',
      repealedBy: 'Stcrt. 2025, 9',
      correction: null,
    })
    const stands = { edition: 1, state: 'in-force', endedOn: null, endedBy: null }
    const ended = { edition: 2, state: 'ended', endedOn: '2026-12-01', endedBy: 'repealed' }
    const { rows } = await exported({ ...everything, words: '7A978', on: '2026-12-25' }, 10)
    expect(rows).toMatchObject([stands, ended])
    expect(await findRegisterEntry(scene.deps, null, 'NL', '7A978', '2026-12-25')).toMatchObject({
      editions: [ended, stands],
    })
    const known = await withVisibleEnds(scene.db, null, await findEditions(scene.db, 'NL', '7A978'))
    expect(known).toMatchObject([{ endedOn: null }, { endedOn: '2026-12-01' }])
  })

  it('is an amendment between two that are: neither ends nor numbers tell of it', async () => {
    const reference = await scene.adopted(
      { content: list(item('e1', '9A955', 'first'), item('e2', '9A956', 'dropped in secret')) },
      { gazette: 'Staatscourant', gazettedOn: '2024-01-12', inForceOn: '2024-01-12' },
    )
    const hidden = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(item('e1', '9A955', planted)) },
      { adoptedOn: '2024-02-01', inForceOn: '2024-02-02' },
    )
    const later = list(item('e1', '9A955', 'third'), item('e2', '9A956', 'again'))
    await scene.adopted(
      { kind: 'amendment', changes: hidden, content: later },
      {
        adoptedOn: '2024-03-01',
        gazette: 'Staatscourant',
        gazettedOn: '2024-03-02',
        inForceOn: '2024-03-03',
      },
    )
    const ended = { edition: 1, state: 'ended', endedOn: '2024-03-03', endedBy: 'amended' }
    const stands = { edition: 2, state: 'in-force', inForceFrom: '2024-03-03', endedOn: null }
    for (const words of ['9A955', '9A956']) {
      const { rows } = await exported({ ...everything, words }, 10)
      expect(rows).toMatchObject([ended, stands])
      const before = await exported({ ...everything, words, on: '2024-02-15' }, 10)
      expect(before.rows).toMatchObject([{ state: 'in-force' }, { state: 'not-adopted' }])
      expect(await findRegisterEntry(scene.deps, null, 'NL', words)).toMatchObject({
        editions: [stands, ended],
      })
    }
    expect(await findPublicMeasure(scene.deps, reference)).toMatchObject({
      entries: [{ endedOn: '2024-03-03' }, { endedOn: '2024-03-03' }],
    })
    // Its owner knows all three, and when each took the place of the one before.
    const owner = await withVisibleEnds(
      scene.db,
      scene.nl,
      await findEditions(scene.db, 'NL', '9A955'),
    )
    expect(owner).toMatchObject([
      { edition: 1, endedOn: '2024-02-02' },
      { edition: 2, endedOn: '2024-03-03' },
      { edition: 3, endedOn: null },
    ])
  })

  it('is the same for the rows as for the policy, after every act', async () => {
    const same = async (reference: string) => {
      const measure = await scene.measure(reference)
      const entries = await findEntriesOfMeasure(scene.db, measure.id)
      const isOpen = can(null, 'see-file', fileSubject(measure)).ok
      expect(entries.map(({ isPublic }) => isPublic)).toEqual(entries.map(() => isOpen))
      return isOpen
    }
    const gazetted = await scene.adopted()
    expect(await same(gazetted)).toBe(false)
    await scene.gazette(gazetted)
    expect(await same(gazetted)).toBe(true)
    const compiled = await scene.adopted({}, { inForceOn: '2023-09-01' })
    await scene.notified(compiled)
    expect(await same(compiled)).toBe(false)
    const key = await scene.compiled((await scene.entryIds(compiled)).slice(0, 1))
    expect(await same(compiled)).toBe(true)
    expect(await findCompilationPage(scene.deps, key)).toMatchObject({ entries: [{}] })
  })
})

describe('an entry of the register', () => {
  it('keeps national control and what it means elsewhere apart, and names both', async () => {
    const reference = await scene.adopted(
      { content: list(item('e1', '8A911', 'x', { destinations: 'only Syria' })) },
      { gazette: 'Staatscourant', gazettedOn: '2023-06-30', inForceOn: '2023-09-01' },
    )
    await scene.compiled(await scene.entryIds(reference), { publishedOn: '2025-01-10' })
    const entry = await findRegisterEntry(scene.deps, null, 'NL', '8A911')
    expect(entry).toMatchObject({
      editions: [
        {
          state: 'in-force',
          inForceFrom: '2023-09-01',
          destinations: 'only Syria',
          basis: { state: 'holds', since: '2025-01-10' },
          act: { gazette: 'Staatscourant' },
          mayRely: false,
        },
      ],
      authorities: [{ verified: true }],
    })
    expect(await findRegisterEntry(scene.deps, scene.de, 'NL', '8A911')).toMatchObject({
      editions: [{ mayRely: true }],
    })
    const days = {
      '2023-06-22': { state: 'not-adopted', basis: { state: 'to-come', from: '2025-01-10' } },
      '2023-06-23': { state: 'to-come' },
      '2023-08-31': { state: 'to-come', basis: { state: 'to-come', from: '2025-01-10' } },
      '2023-09-01': { state: 'in-force', basis: { state: 'to-come' } },
      '2025-01-10': { state: 'in-force', basis: { state: 'holds' } },
    }
    for (const [on, edition] of Object.entries(days)) {
      expect(await findRegisterEntry(scene.deps, null, 'NL', '8A911', on)).toMatchObject({
        on,
        editions: [edition],
      })
      // The search says the same, by its own way.
      const { rows } = await searchRegister(scene.deps, { ...everything, words: '8A911', on })
      expect(rows).toMatchObject([{ state: edition.state }])
    }
    expect(await findRegisterEntry(scene.deps, null, 'NL', '8A999')).toMatchObject({
      reason: 'not-found',
    })
    expect(await findRegisterEntry(scene.deps, null, 'XX', '8A911')).toMatchObject({
      reason: 'not-found',
    })
  })
})
