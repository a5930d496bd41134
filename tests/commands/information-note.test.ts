import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctAdoption } from '#app/commands/correct-adoption.server.ts'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordExpiry } from '#app/commands/record-expiry.server.ts'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { noteLine, offeredIn } from '#app/measures/information-note.ts'
import {
  recordInformationNoteInput,
  type RecordInformationNote,
} from '#app/measures/record-inputs.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledWords, notePaper } from '#app/paper/note-paper.ts'
import { prepareCompilation } from '#app/queries/compilation.server.ts'
import { findNotePage, prepareNote } from '#app/queries/information-note.server.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'
import { informationNotes } from '#db/schema/register.ts'
import { paperFile } from '#app/word/write/paper-file.server.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'
import { OpenedWord } from '#tests/word/write/opened-word.ts'
import { openRecordScene, type RecordScene, scannersList, twentyTimes } from './record-scene.ts'

let scene: RecordScene
/** A prohibition of groups of goods that have no code, an authorisation requirement, and a list. */
let ban: string
let requirement: string
let scanners: string
const words = formatFor('en')

const goods = (scope: string) =>
  doc(
    section('subject', paragraph('s', 'Carriage overland')),
    section('risk', paragraph('r', 'Zwaluwstaart')),
    section('items', paragraph('i', scope)),
  )

beforeAll(async () => {
  scene = await openRecordScene()
  ban = await scene.adopted(
    { kind: 'prohibition', content: goods('Machinery and its parts, in 57 groups.') },
    { inForceOn: '2023-07-01' },
  )
  requirement = await scene.adopted(
    { kind: 'authorisation-requirement', content: goods('Test equipment for wafers.') },
    { adoptedOn: null, inForceOn: '2024-01-01' },
  )
  scanners = await scene.adopted({ content: scannersList }, { inForceOn: '2023-09-01' })
})
afterAll(() => scene.close())

const idOf = async (reference: string) => (await scene.measure(reference)).id

const noteInput = async (references: string[], more: Partial<RecordInformationNote> = {}) => ({
  key: randomUUID(),
  ojReference: 'C/2024/5881',
  publishedOn: '2024-10-02',
  title: 'Information note',
  url: '',
  note: '',
  measureIds: await Promise.all(references.map(idOf)),
  ...more,
})

async function recorded(references: string[], more: Partial<RecordInformationNote> = {}) {
  const input = await noteInput(references, more)
  scene.must(await recordInformationNote(scene.deps, scene.officer, input))
  return input.key
}

async function prepared() {
  const next = await prepareNote(scene.deps, scene.officer)
  if (!next.ok) throw new Error(next.reason)
  return next
}

const changes = async () =>
  Object.fromEntries((await prepared()).rows.map(({ line, change }) => [line.reference, change]))

describe('the information note', () => {
  it('is prepared from what was notified to the Commission, lists or not', async () => {
    expect((await prepared()).rows).toEqual([])
    await scene.gazette(requirement)
    expect((await prepared()).rows).toMatchObject([
      { line: { reference: requirement }, change: 'not-offered', doubts: ['not-notified'] },
    ])
    for (const reference of [ban, requirement, scanners]) await scene.notified(reference)
    const { rows, last } = await prepared()
    expect(last).toBeNull()
    expect(rows).toMatchObject([
      {
        line: {
          reference: ban,
          kind: 'prohibition',
          scope: 'Machinery and its parts, in 57 groups.',
          until: null,
          amendments: [],
        },
        change: 'new',
      },
      { line: { reference: scanners, scope: '' }, change: 'new' },
      { line: { reference: requirement, adoptedOn: null, inForceOn: '2024-01-01' } },
    ])
    // What is no list is never offered for the compilation.
    const compilation = await prepareCompilation(scene.deps, scene.officer)
    expect(compilation.ok && compilation.rows.map(({ code }) => code)).toEqual(['3B801', '3B802'])
    expect(await prepareNote(scene.deps, scene.nl)).toMatchObject({ reason: 'not-allowed' })
  })

  it('is published by a reference and a day, which freezes what it says', async () => {
    expect(await findPublicMeasure(scene.deps, ban)).toMatchObject({ reason: 'not-found' })
    const key = await recorded([ban, scanners])
    expect(await findPublicMeasure(scene.deps, ban)).toMatchObject({
      act: { publishedOn: '2024-10-02', publicationReference: 'C/2024/5881' },
    })
    const said = await findNotePage(scene.deps, key)
    expect(said).toMatchObject({
      lines: [{ reference: ban }, { reference: scanners }],
      previous: null,
      changes: [],
    })
    // Nothing that prepared the measure stands in it.
    expect(JSON.stringify(said)).not.toContain('Zwaluwstaart')
    const { revision } = await scene.measure(ban)
    scene.must(
      await correctAdoption(scene.deps, scene.nl, ban, {
        revision,
        actTitle: 'Verbod',
        actNumber: '2023/2',
        adoptedOn: '2023-06-20',
        correction: 'Misread.',
      }),
    )
    expect(await findNotePage(scene.deps, key)).toEqual(said)
    expect(await changes()).toEqual({
      [ban]: 'changed',
      [scanners]: 'unchanged',
      [requirement]: 'new',
    })
  })

  it('differs from the last one measure by measure: amended, new, and gone when its time is over', async () => {
    const extension = await scene.adopted(
      { kind: 'amendment', changes: ban, content: goods('Machinery, in 60 groups.') },
      { adoptedOn: '2025-12-29', actNumber: '2025/9', inForceOn: '2026-01-02' },
    )
    // Nobody told the Commission of the extension yet.
    const lineOf = async () =>
      (await prepared()).rows.find(({ line }) => line.reference === ban)?.line
    expect(await lineOf()).toMatchObject({ amendments: [] })
    await scene.notified(extension, '2026-01-05')
    expect(await lineOf()).toMatchObject({
      amendments: [{ actNumber: '2025/9', adoptedOn: '2025-12-29', inForceOn: '2026-01-02' }],
    })
    const second = await recorded([ban, scanners, requirement], {
      ojReference: 'C/2026/120',
      publishedOn: '2026-02-03',
    })
    expect(await findNotePage(scene.deps, second)).toMatchObject({
      changes: [
        { line: { reference: ban }, change: 'changed' },
        { line: { reference: requirement }, change: 'new' },
      ],
    })
    // The note names the act that extended it, so that is published too.
    expect(await findPublicMeasure(scene.deps, extension)).toMatchObject({
      act: { publishedOn: '2026-02-03' },
    })
    // A first publication stays what it was.
    expect(await findPublicMeasure(scene.deps, ban)).toMatchObject({
      act: { publishedOn: '2024-10-02' },
    })

    const { revision } = await scene.measure(ban)
    const expiry = { revision, expiredOn: '2027-01-03', correction: null }
    scene.must(await recordExpiry(scene.deps, scene.nl, ban, expiry))
    expect(await lineOf()).toMatchObject({ until: '2027-01-03' })
    expect(await changes()).toMatchObject({ [ban]: 'changed' })
    const again = await scene.measure(ban)
    scene.must(
      await recordExpiry(scene.deps, scene.nl, ban, {
        revision: again.revision,
        expiredOn: '2026-06-01',
        correction: 'Not extended after all.',
      }),
    )
    expect(await changes()).toMatchObject({ [ban]: 'removed' })
  })

  it('is told to each file that it names, or no longer names', async () => {
    const third = await recorded([requirement], {
      ojReference: 'C/2026/900',
      publishedOn: '2026-09-01',
    })
    expect((await scene.acts(ban)).filter((type) => type === 'measure-in-note')).toHaveLength(3)
    expect(await findNotePage(scene.deps, third)).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({
          change: 'removed',
          line: expect.objectContaining({ reference: ban }),
        }),
      ]),
    })
  })

  it('is laid out by state, with act, days and scope, the same in Word', async () => {
    const next = await prepared()
    const { lines, changes: changed } = offeredIn(next.rows)
    const noted = {
      title: 'Information note',
      lines,
      changes: changed,
      published: null,
      previous: next.last,
    }
    const now = new Date('2026-11-30T10:00:00Z')
    const paper = notePaper(words, noted, now)
    const printed = paper.blocks.map(({ runs }) => runs.map(({ text }) => text ?? '').join(''))
    expect(printed).toEqual([
      'What changed',
      'Compared with OJ C, C/2026/900, 1.9.2026.',
      'Netherlands, MinBuza.2023.15246-27: new',
      'Netherlands',
      'Advanced semiconductor manufacturing equipment',
      'National control list',
      'National act: Regeling geavanceerde productieapparatuur voor halfgeleiders, MinBuza.2023.15246-27.',
      'Adopted: 23 June 2023',
      'In force: 1 September 2023',
      'The compilation does not name its entries.',
      'Advanced semiconductor manufacturing equipment',
      'Authorisation requirement outside a list',
      'National act: Regeling geavanceerde productieapparatuur voor halfgeleiders, MinBuza.2023.15246-27 (Staatscourant, 2023, 18212).',
      'Adopted: day not established',
      'In force: 1 January 2024',
      'What it controls',
      'Test equipment for wafers.',
    ])
    const making = { words, now, origin: 'https://concert.example.eu' }
    const opened = new OpenedWord(await paperFile(making, paper))
    expect(opened.paragraphs.map(({ text }) => text)).toEqual(expect.arrayContaining(printed))
  })

  it('is recorded once, by officers alone, under a reference that is its own', async () => {
    const input = await noteInput([scanners], {
      ojReference: 'OJ C, C/2026/1001, 1.10.2026',
      publishedOn: '2026-10-01',
    })
    const by = (actor: typeof scene.nl, more: object = {}) =>
      recordInformationNote(scene.deps, actor, { ...input, ...more })
    expect(await by(scene.nl)).toMatchObject({ reason: 'not-allowed' })
    const answers = await twentyTimes(() => by(scene.officer))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const kept = await scene.db.select().from(informationNotes)
    expect(kept.filter(({ ojReference }) => ojReference === 'C/2026/1001')).toHaveLength(1)
    expect(await by(scene.officer, { key: randomUUID() })).toMatchObject({
      reason: 'already-recorded',
      field: 'ojReference',
    })
    // Nor does one document of the Journal stand here as a note and as a compilation.
    const both = { ojReference: 'C/2026/1001', publishedOn: '2026-10-01' }
    const compile = async (more: object) =>
      recordCompilation(
        scene.deps,
        scene.officer,
        await scene.compilationInput(await scene.entryIds(scanners), more),
      )
    const twice = { ok: false, reason: 'already-recorded', field: 'ojReference' }
    expect(await compile(both)).toEqual(twice)
    scene.must(await compile({ ...both, ojReference: 'C/2026/1003' }))
    expect(await by(scene.officer, { key: randomUUID(), ojReference: 'C/2026/1003' })).toEqual(
      twice,
    )
    const other = { key: randomUUID(), ojReference: 'C/2026/1002' }
    expect(await by(scene.officer, { ...other, publishedOn: '2999-01-01' })).toMatchObject({
      reason: 'date-in-the-future',
    })
    expect(await by(scene.officer, { ...other, measureIds: [randomUUID()] })).toMatchObject({
      reason: 'invalid-input',
      field: 'measureIds',
    })
    const hidden = await scene.adopted({ kind: 'prohibition', content: goods('x') })
    expect(await by(scene.officer, { ...other, measureIds: [await idOf(hidden)] })).toMatchObject({
      reason: 'invalid-input',
    })
    const amendment = await scene.adopted({ kind: 'amendment', changes: scanners })
    await scene.notified(amendment)
    expect(
      await by(scene.officer, { ...other, measureIds: [await idOf(amendment)] }),
    ).toMatchObject({ reason: 'changes-another' })
    expect(
      recordInformationNoteInput.safeParse({ ...input, ojReference: 'OJ L 206, p. 1' }).error
        ?.issues,
    ).toMatchObject([{ path: ['ojReference'], message: 'oj.other-series' }])
  })

  it('says of a list whether the compilation names its entries on the day of the note', async () => {
    const list = await scene.adopted({ content: scannersList }, { inForceOn: '2024-01-01' })
    await scene.notified(list)
    await scene.compiled(await scene.entryIds(list), { publishedOn: '2026-11-02' })
    const saidOn = async (publishedOn: string, ojReference: string) => {
      const key = await recorded([list], { publishedOn, ojReference })
      const page = await findNotePage(scene.deps, key)
      return page.ok ? page.lines.map(({ isOutsideCompilation }) => isOutsideCompilation) : null
    }
    expect(await saidOn('2026-11-01', 'C/2026/2001')).toEqual([true])
    expect(await saidOn('2026-11-03', 'C/2026/2002')).toEqual([false])
    // A later note of a day before keeps to that day.
    expect(await saidOn('2026-10-31', 'C/2026/2003')).toEqual([true])
    const { rows } = await prepared()
    const line = rows.find((row) => row.line.reference === list)?.line
    expect(line && compiledWords(line)).toBe('note.in-compilation')
    const { isOutsideCompilation: _, ...before } = line ?? {}
    expect(noteLine.parse(before).isOutsideCompilation).toBe(false)
  })
})
