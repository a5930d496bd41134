import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLanguageVersions } from '#app/commands/add-language-versions.server.ts'
import { checkLanguageVersions } from '#app/commands/check-language-versions.server.ts'
import { handOverLanguages } from '#app/commands/hand-over-languages.server.ts'
import { holdLanguage } from '#app/commands/hold-language.server.ts'
import { withdrawLanguageVersion } from '#app/commands/withdraw-language-version.server.ts'
import { brusselsDate } from '#app/measures/calendar.ts'
import { findEntryInLanguage, findLanguagesOfList } from '#app/queries/list-languages.server.ts'
import { findLanguagePreview } from '#app/queries/language-upload.server.ts'
import {
  findNextPackage,
  findPackagePage,
  findPackageTexts,
} from '#app/queries/language-package.server.ts'
import { findRegisterLanguages } from '#app/queries/register-languages.server.ts'
import { findLanguagesDesk } from '#app/queries/languages-desk.server.ts'
import {
  findLanguageVersions,
  findPublishedVersions,
  getTranslatedEntry,
} from '#db/languages.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { replay } from '#db/replay.server.ts'
import { languageVersions } from '#db/schema/languages.ts'
import { list } from '#tests/db/adopted-list.ts'
import { lithography } from '#tests/text/concordance-texts.ts'
import { type LanguageScene, openLanguageScene, pellicle, wordOf } from './language-scene.ts'
import { twentyTimes } from './record-scene.ts'

let scene: LanguageScene

beforeAll(async () => {
  scene = await openLanguageScene()
})
afterAll(() => scene.close())

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a language version that comes in from Word', () => {
  it('is shown to who sent it beside the list, before anything happens', async () => {
    const reference = await scene.listed()
    const german = [lithography('de'), pellicle('de', { code: '3B997' })]
    const sent = scene.must(await scene.send(reference, 'de', await wordOf('de', german)))
    const place = { reference, language: 'de' as const }
    const preview = await findLanguagePreview(scene.deps, scene.officer, place, sent.uploadId)
    expect(preview).toMatchObject({
      ok: true,
      name: 'list.docx',
      entries: [{ code: '3B999', concordance: { differences: [], unread: [] } }],
      untouched: [{ code: '3B998' }],
      without: [{ kind: 'entry', provision: '3B997' }],
    })
    expect(await scene.states(reference, 'de')).toEqual(['3B998 missing', '3B999 missing'])
    const other = await scene.person('COM', 'officer')
    expect(await findLanguagePreview(scene.deps, other, place, sent.uploadId)).toMatchObject({
      reason: 'not-found',
    })
    const fr = { reference, language: 'fr' as const }
    expect(await findLanguagePreview(scene.deps, scene.officer, fr, sent.uploadId)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('is a draft of each entry that it holds, whose elements have the ids of the original', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [lithography('de')])
    expect(await scene.states(reference, 'de')).toEqual(['3B998 missing', '3B999 draft'])
    const [, entry] = await scene.entriesOf(reference)
    const place = { reference, language: 'de' as const }
    const found = scene.must(
      await findEntryInLanguage(scene.deps, scene.officer, place, entry?.id ?? ''),
    )
    expect(found.version?.concordance).toEqual({ differences: [], unread: [] })
    expect(
      found.lines.every(({ original, translation }) => original !== '' && translation !== ''),
    ).toBe(true)
    const [version] = await findLanguageVersions(scene.db, [entry?.id ?? ''], 'de')
    const text = await getTranslatedEntry(scene.db, version?.sha256 ?? '')
    expect(idsIn(text)).toEqual(idsIn(entry?.content))
  })

  it('is added once, however often it is sent, and gives way to a later one', async () => {
    const reference = await scene.listed()
    const place = { reference, language: 'de' as const }
    const sent = scene.must(await scene.send(reference, 'de', await wordOf('de', [pellicle('de')])))
    const key = randomUUID()
    const answers = await twentyTimes(() =>
      addLanguageVersions(scene.deps, scene.officer, place, sent.uploadId, { key }),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(
      (await scene.acts(reference)).filter((type) => type === 'language-versions-added'),
    ).toHaveLength(1)
    scene.must(await scene.check(reference, 'de'))
    await scene.add(reference, 'de', [pellicle('de')])
    expect(await scene.states(reference, 'de')).toEqual(['3B998 draft', '3B999 missing'])
    const [entry] = await scene.entriesOf(reference)
    const rows = await scene.db
      .select({ endedAt: languageVersions.endedAt })
      .from(languageVersions)
      .where(eq(languageVersions.entryId, entry?.id ?? ''))
    expect(rows.map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true])
  })

  it('without an entry of the list, or with nothing at all, is refused', async () => {
    const reference = await scene.listed()
    const other = await wordOf('de', [pellicle('de', { code: '9A999' })])
    expect(await scene.send(reference, 'de', other)).toMatchObject({
      reason: 'no-entry-in-it',
      field: 'file',
    })
    expect(await scene.send(reference, 'de', utf8('PK and no more'))).toMatchObject({
      field: 'file',
    })
    expect(await scene.send(reference, 'en', other)).toMatchObject({ reason: 'not-found' })
  })
})

describe('a table of an entry', () => {
  it('goes out with a row for each line, and comes back as a language version', async () => {
    const reference = await scene.listed(
      list(lithography('en'), pellicle('en', { destinations: 'Iran' })),
    )
    const table = await scene.table(reference, {
      '3B999': lithography('fr'),
      '3B998': pellicle('fr', { destinations: 'Iran' }),
    })
    const sent = scene.must(await scene.send(reference, 'fr', utf8(table)))
    const place = { reference, language: 'fr' as const }
    const key = randomUUID()
    scene.must(await addLanguageVersions(scene.deps, scene.officer, place, sent.uploadId, { key }))
    const { rows } = await scene.page(reference, 'fr')
    expect(rows.map(({ version }) => [version?.differences, version?.unread])).toEqual([
      [0, 0],
      [0, 0],
    ])
    const parted = table.replaceAll('","', '";"')
    scene.must(await scene.send(reference, 'fr', utf8(parted)))
    const wide = new Uint8Array(Buffer.from(`\uFEFF${table.slice(1)}`, 'utf16le'))
    scene.must(await scene.send(reference, 'fr', wide))
  })

  it('keeps the destinations that are there where a Word document comes, which has none', async () => {
    const iran = { destinations: 'Iran' }
    const reference = await scene.listed(list(pellicle('en', iran)))
    await scene.add(reference, 'fr', [pellicle('fr')])
    expect((await scene.page(reference, 'fr')).rows[0]?.version?.differences).toBe(1)
    const table = await scene.table(reference, { '3B998': pellicle('fr', iran) })
    const sent = scene.must(await scene.send(reference, 'fr', utf8(table)))
    const place = { reference, language: 'fr' as const }
    const key = randomUUID()
    scene.must(await addLanguageVersions(scene.deps, scene.officer, place, sent.uploadId, { key }))
    await scene.add(reference, 'fr', [pellicle('fr')])
    expect((await scene.page(reference, 'fr')).rows[0]?.version?.differences).toBe(0)
  })

  it('with a row that does not belong is not taken at all, and every such row is named', async () => {
    const reference = await scene.listed()
    const lines = (await scene.table(reference, { '3B998': pellicle('fr') })).split('\r\n')
    const [heading = '', first = '', second = '', ...rest] = lines
    const broken = [
      heading,
      first,
      first,
      second.replace(/^"[^"]+"/, `"${randomUUID()}"`),
      ...rest.map((line) => line.replace('193 nm', '194 nm')),
    ].join('\r\n')
    const answer = await scene.send(reference, 'fr', utf8(broken))
    expect(answer).toEqual({
      ok: false,
      faults: [
        { row: 2, fault: 'twice' },
        { row: 3, fault: 'unknown' },
        { row: 7, fault: 'other-original' },
      ],
    })
    expect(await scene.states(reference, 'fr')).toEqual(['3B998 missing', '3B999 missing'])
  })

  it('that is none is refused', async () => {
    const reference = await scene.listed()
    const refused = async (bytes: Uint8Array) => {
      const answer = await scene.send(reference, 'fr', bytes)
      return 'reason' in answer ? answer.reason : answer
    }
    expect(await refused(utf8('a,b\r\n1,2'))).toBe('table-unreadable')
    expect(await refused(utf8('"entry","element","original","translation"\r\n"x'))).toBe(
      'table-unreadable',
    )
    expect(await refused(new Uint8Array([0x65, 0xe9, 0x2c]))).toBe('table-unreadable')
    expect(await refused(new Uint8Array(5 * 1024 * 1024))).toBe('table-too-large')
    expect(await refused(utf8(await scene.table(reference)))).toBe('no-entry-in-it')
  })
})

describe('checking', () => {
  it('is of the texts that were looked at, and takes a reason where the concordance finds differences', async () => {
    const reference = await scene.listed()
    const wrong = JSON.parse(
      JSON.stringify([lithography('de'), pellicle('de')]).replace('≤ 45 nm', '< 45 nm'),
    )
    await scene.add(reference, 'de', wrong)
    expect(await scene.check(reference, 'de')).toEqual({
      ok: false,
      reason: 'differences-left',
      field: 'reason',
    })
    expect(await scene.states(reference, 'de')).toEqual(['3B998 draft', '3B999 draft'])
    scene.must(await scene.check(reference, 'de', 'The act has a misprint.'))
    expect(await scene.states(reference, 'de')).toEqual(['3B998 checked', '3B999 checked'])
    const { rows } = await scene.page(reference, 'de')
    expect(rows.map(({ version }) => version?.checkReason)).toEqual(
      Array.from({ length: 2 }, () => 'The act has a misprint.'),
    )
    const [version] = rows.flatMap(({ version }) => version ?? [])
    const again = { key: randomUUID(), versions: [version?.id ?? ''], reason: '' }
    expect(await checkLanguageVersions(scene.deps, scene.officer, 'de', again)).toMatchObject({
      reason: 'already-recorded',
    })
    await scene.add(reference, 'de', [pellicle('de')])
    expect(await checkLanguageVersions(scene.deps, scene.officer, 'de', again)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('is refused where a line of the act is missing, whatever the reason, and names the places', async () => {
    const reference = await scene.listed()
    const [line = '', ...rest] = (
      await scene.table(reference, { '3B999': lithography('fr'), '3B998': pellicle('fr') })
    ).split('\r\n')
    const ofPellicles = rest.filter(
      (row) => row.includes('ellicles') || row.includes('transmission'),
    )
    const [title = '', words = ''] = ofPellicles
    const place = { reference, language: 'fr' as const }
    const bring = async (...rows: string[]) => {
      const sent = scene.must(await scene.send(reference, 'fr', utf8([line, ...rows].join('\r\n'))))
      const key = randomUUID()
      scene.must(
        await addLanguageVersions(scene.deps, scene.officer, place, sent.uploadId, { key }),
      )
    }
    const places = [
      {
        kind: 'point',
        provision: '3B998.a',
        text: 'a transmission ≥ 90 %.',
        isDestinations: false,
      },
    ]
    const refused = { ok: false, reason: 'places-missing', places }
    // Without its row, with an empty one, and with one of which nothing is seen.
    for (const rows of [
      [title],
      [title, words.replace('une transmission ≥ 90 %.', ' ')],
      [title, words.replace('une transmission ≥ 90 %.', '\u200B\u00A0')],
    ]) {
      await bring(...rows)
      expect(await scene.check(reference, 'fr', 'ok')).toMatchObject(refused)
      expect(await scene.states(reference, 'fr')).toEqual(['3B998 draft', '3B999 missing'])
    }
    const { rows } = await scene.page(reference, 'fr')
    expect(rows[0]?.version?.missing).toMatchObject(places)
    await bring(...ofPellicles)
    scene.must(await scene.check(reference, 'fr'))
    expect(await scene.states(reference, 'fr')).toEqual(['3B998 checked', '3B999 missing'])
  })

  it('that was recorded in spite of gaps never counts: not for desk, list, package or compilation', async () => {
    const reference = await scene.listed(list(pellicle('en')))
    const { rows } = await scene.add(reference, 'fr', [
      { ...pellicle('fr'), content: pellicle('fr').content?.slice(0, 1) ?? [] },
    ])
    const [version] = rows.flatMap(({ version }) => version ?? [])
    const entryId = rows[0]?.id ?? ''
    const { id } = await scene.measure(reference)
    const measure = await scene.db.transaction((tx) => lockMeasure(tx, id))
    if (!measure) throw new Error(reference)
    // As it could be recorded before.
    await scene.db.transaction((tx) =>
      record(tx, scene.officer, measure, [
        {
          type: 'language-versions-checked',
          language: 'fr',
          versions: [{ languageVersionId: version?.id ?? '', entryId, differences: 1, unread: 0 }],
          reason: 'ok',
        },
      ]),
    )
    expect(await scene.states(reference, 'fr')).toEqual(['3B998 draft'])
    const desk = scene.must(await findLanguagesDesk(scene.deps, scene.officer))
    const own = desk.lists.find((one) => one.reference === reference)
    const french = own?.counts.find(({ language }) => language === 'fr')
    expect(french).toMatchObject({ entries: 1, ready: 0, unchecked: 1 })
    const next = scene.must(await findNextPackage(scene.deps, scene.officer))
    expect(next.complete).not.toContain('fr')
    const today = brusselsDate(new Date())
    await scene.compiled([entryId], { kind: 'update', publishedOn: today })
    expect(await findPublishedVersions(scene.db, entryId)).toEqual([])
  })

  it('is undone by nothing but a new text or a withdrawal, which leaves its trace', async () => {
    const reference = await scene.listed()
    const { rows } = await scene.add(reference, 'fr', [pellicle('fr')])
    const version = rows[0]?.version?.id ?? ''
    const withdraw = () =>
      withdrawLanguageVersion(scene.deps, scene.officer, 'fr', { version, reason: 'It is Danish.' })
    scene.must(await withdraw())
    expect(await withdraw()).toMatchObject({ reason: 'not-found' })
    expect(await scene.states(reference, 'fr')).toEqual(['3B998 missing', '3B999 missing'])
    expect((await scene.acts(reference)).at(-1)).toBe('language-version-withdrawn')
  })
})

describe('who holds a language version', () => {
  it('is an officer, a service of the Commission or an office of the state, or nobody any more', async () => {
    const reference = await scene.listed()
    const { possible, rows } = await scene.page(reference, 'bg')
    const officer = possible.find(({ id }) => id === scene.officer.personId)
    expect(officer).toMatchObject({ kind: 'person', delegation: 'COM' })
    expect(new Set(possible.map(({ delegation }) => delegation))).toEqual(new Set(['COM', 'NL']))
    const entryIds = rows.map(({ id }) => id)
    const hold = (holder: string) =>
      holdLanguage(scene.deps, scene.officer, 'bg', { holder, entryIds })
    const person = `person:${scene.officer.personId}`
    scene.must(await hold(person))
    expect(await hold(person)).toMatchObject({ reason: 'already-recorded' })
    const shown = async (actor = scene.officer) => {
      const found = scene.must(await findLanguagesOfList(scene.deps, actor, reference))
      return found.languages.find(({ language }) => language === 'bg')?.holders
    }
    expect(await shown()).toEqual([{ delegation: 'COM', name: scene.officer.name }])
    // People are named to their own delegation only.
    expect(await shown(scene.nl)).toEqual([{ delegation: 'COM', name: null }])
    const office = possible.find(({ delegation }) => delegation === 'NL')
    scene.must(await hold(`office:${office?.id}`))
    expect(await shown(scene.nl)).toEqual([{ delegation: 'NL', name: office?.name }])
    expect(await hold(`person:${scene.nl.personId}`)).toEqual({
      ok: false,
      reason: 'invalid-input',
      field: 'holder',
    })
    scene.must(await hold('nobody'))
    expect(await shown()).toEqual([])
  })
})

describe('who may', () => {
  it('work on languages: an officer of the Commission, on lists that it knows of', async () => {
    const reference = await scene.listed()
    const { rows } = await scene.add(reference, 'de', [pellicle('de')])
    const bytes = await wordOf('de', [pellicle('de')])
    const version = rows[0]?.version?.id ?? ''
    const entryIds = rows.map(({ id }) => id)
    const reader = await scene.person('COM', 'reader')
    for (const [actor, reason] of [
      [scene.nl, 'not-allowed'],
      [scene.de, 'not-allowed'],
      [reader, 'not-allowed'],
    ] as const) {
      const answers = [
        await scene.send(reference, 'de', bytes, actor),
        await checkLanguageVersions(scene.deps, actor, 'de', {
          key: randomUUID(),
          versions: [version],
          reason: '',
        }),
        await holdLanguage(scene.deps, actor, 'de', { holder: 'nobody', entryIds }),
        await withdrawLanguageVersion(scene.deps, actor, 'de', { version, reason: 'Why not.' }),
      ]
      expect(answers).toMatchObject(answers.map(() => ({ ok: false, reason })))
    }
    const hidden = await scene.adopted()
    expect(await scene.send(hidden, 'de', bytes)).toMatchObject({ reason: 'not-found' })
    expect(await scene.states(reference, 'de')).toEqual(['3B998 draft', '3B999 missing'])
  })

  it('see them: the Commission, and the state whose list it is', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [pellicle('de')])
    const see = async (actor = scene.nl) => {
      const found = await findLanguagesOfList(scene.deps, actor, reference)
      return found.ok ? found.mayWork : found.reason
    }
    expect(await see()).toBe(false)
    expect(await see(scene.nlDrafter)).toBe(false)
    expect(await see(scene.officer)).toBe(true)
    expect(await see(scene.de)).toBe('not-allowed')
    expect(await findLanguagesDesk(scene.deps, scene.nl)).toMatchObject({ reason: 'not-allowed' })
    expect(await findNextPackage(scene.deps, scene.nl)).toMatchObject({ reason: 'not-allowed' })
  })

  it('learn of it: neither the date of the file nor the forms of its owner tell of that work', async () => {
    const reference = await scene.listed()
    const before = await scene.measure(reference)
    await scene.add(reference, 'de', [pellicle('de')])
    scene.must(await scene.check(reference, 'de'))
    expect(await scene.measure(reference)).toEqual(before)
  })
})

describe('the next compilation', () => {
  it('takes over what an edition has, and begins anew for one that an amendment changed', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [lithography('de'), pellicle('de')])
    scene.must(await scene.check(reference, 'de'))
    const changed = JSON.parse(JSON.stringify(pellicle('en')).replace('90 %', '91 %'))
    const amendment = await scene.adopted(
      { kind: 'amendment', changes: reference, content: list(lithography('en'), changed) },
      { adoptedOn: '2023-06-25', inForceOn: '2023-10-01' },
    )
    await scene.notified(amendment)
    expect(await scene.states(reference, 'de')).toEqual(['3B998 missing', '3B999 checked'])
  })

  it('makes published what was checked by its day, once, and nothing else does', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [lithography('de'), pellicle('de')])
    await scene.add(reference, 'fr', [pellicle('fr')])
    scene.must(await scene.check(reference, 'de'))
    const ids = (await scene.entriesOf(reference)).map(({ id }) => id)
    const register = async (language: string | null = null) =>
      findRegisterLanguages(scene.deps, ids[0] ?? '', language)
    // What was checked today was not published in 2023.
    await scene.compiled(ids)
    expect(await scene.states(reference, 'de')).toEqual(['3B998 checked', '3B999 checked'])
    expect(await register('de')).toEqual({ languages: [], text: null })
    const key = await scene.compiled(ids, { kind: 'update', publishedOn: scene.today })
    expect(await scene.states(reference, 'de')).toEqual(['3B998 published', '3B999 published'])
    expect(await scene.states(reference, 'fr')).toEqual(['3B998 draft', '3B999 missing'])
    await scene.add(reference, 'de', [pellicle('de')])
    expect(await scene.states(reference, 'de')).toEqual(['3B998 draft', '3B999 published'])
    expect(await register()).toEqual({ languages: ['de'], text: null })
    expect(await register('fr')).toEqual({ languages: ['de'], text: null })
    expect(await register('de')).toMatchObject({
      text: { language: 'de', publishedOn: scene.today },
    })
    // What the Journal has stays published while the next text is worked on.
    expect(await findPublishedVersions(scene.db, ids[0] ?? '')).toMatchObject([
      { language: 'de', publishedOn: scene.today },
    ])
    const rows = await scene.db
      .select({ id: languageVersions.id })
      .from(languageVersions)
      .where(eq(languageVersions.compilationId, key))
    expect(rows).toHaveLength(2)
  })
})

describe('a package for the Publications Office', () => {
  const handOver = async (more: object = {}) => {
    const next = scene.must(await findNextPackage(scene.deps, scene.officer))
    return handOverLanguages(scene.deps, scene.officer, {
      key: randomUUID(),
      recipient: 'Publications Office',
      handedOn: scene.today,
      reference: 'Ares(2026) 1',
      reason: 'Translation is under way.',
      manifest: next.sha256,
      ...more,
    })
  }

  it('with gaps takes a reason, and is never shown as complete', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [lithography('de'), pellicle('de')])
    expect(await handOver({ reason: '' })).toEqual({
      ok: false,
      reason: 'gaps-left',
      field: 'reason',
    })
    const { packageId } = scene.must(await handOver())
    const page = scene.must(await findPackagePage(scene.deps, scene.officer, packageId))
    expect(page.complete).not.toContain('de')
    expect(page.gaps).toHaveLength(24 - page.complete.length)
    expect(page.gaps.length).toBeGreaterThan(0)
    const german = page.gapsIn.find(({ language }) => language === 'de')
    expect(german?.entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: '3B999', state: 'draft' })]),
    )
    // What happens afterwards changes nothing of what was handed over.
    scene.must(await scene.check(reference, 'de'))
    expect(scene.must(await findPackagePage(scene.deps, scene.officer, packageId))).toEqual(page)
    const desk = scene.must(await findLanguagesDesk(scene.deps, scene.officer))
    const shown = desk.packages.find(({ id }) => id === packageId)
    expect(shown).toMatchObject({ complete: page.complete.length, languages: 24 })
  })

  it('is what its page showed, on a day that has come, once', async () => {
    const reference = await scene.listed()
    const before = scene.must(await findNextPackage(scene.deps, scene.officer))
    await scene.add(reference, 'de', [pellicle('de')])
    expect(await handOver({ manifest: before.sha256 })).toMatchObject({ reason: 'text-changed' })
    expect(await handOver({ handedOn: '2999-01-01' })).toMatchObject({ field: 'handedOn' })
    const next = scene.must(await findNextPackage(scene.deps, scene.officer))
    const input = {
      key: randomUUID(),
      recipient: 'Publications Office',
      handedOn: scene.today,
      reference: '',
      reason: 'Why.',
      manifest: next.sha256,
    }
    const answers = await twentyTimes(() => handOverLanguages(scene.deps, scene.officer, input))
    expect(answers).toEqual(answers.map(() => ({ ok: true, packageId: input.key })))
    expect(
      await handOverLanguages(scene.deps, scene.nl, { ...input, key: randomUUID() }),
    ).toMatchObject({ reason: 'not-allowed' })
  })

  it('gives its texts by the hashes in its manifest, those of the acts included', async () => {
    const reference = await scene.listed()
    await scene.add(reference, 'de', [pellicle('de')])
    const { packageId } = scene.must(await handOver())
    const texts = scene.must(await findPackageTexts(scene.deps, scene.officer, packageId))
    const german = await texts.textsIn('de')
    const english = await texts.textsIn('en')
    expect(english).toHaveLength(texts.manifest.entries.length)
    expect(JSON.stringify(german)).toContain('Pellikel')
    expect(await findPackageTexts(scene.deps, scene.nl, packageId)).toMatchObject({
      reason: 'not-allowed',
    })
  })
})

it('gives the same tables when the record is played again', async () => {
  expect(await scene.db.$count(languageVersions)).toBeGreaterThan(5)
  expect(await replay(scene.db)).toEqual([])
})

function idsIn(node: unknown): string[] {
  return JSON.stringify(node).match(/"id":"[^"]+"/g) ?? []
}
