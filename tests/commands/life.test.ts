import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { openDraft } from '#app/commands/open-draft.server.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import { writeNotice } from '#app/commands/write-notice.server.ts'
import type { OpenFile, OpenNotice } from '#app/measures/inputs.ts'
import type { MeasureKind } from '#app/measures/measure.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findFiles } from '#app/queries/files.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { emptyDraft } from '#app/text/schema.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
let drafter: Actor
let representative: Actor
let germany: Actor
let france: Actor
let commission: Actor

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  representative = await scene.person('NL', 'representative')
  germany = await scene.person('DE', 'representative')
  france = await scene.person('FR', 'representative')
  commission = await scene.person('COM', 'officer')
})
afterAll(() => scene.close())

const details = {
  originalLanguage: 'nl' as const,
  title: 'Quantum-secret instruments',
  grounds: ['public-security' as const],
  marking: 'none' as const,
  contact: '',
}

function fileInput(more: Partial<OpenFile> = {}): OpenFile {
  return { key: randomUUID(), kind: 'national-control-list', changes: '', ...details, ...more }
}

const noticeWords = {
  risk: 'Diversion to military end use',
  technology: 'Dilution refrigerators',
  envisaged: 'An authorisation requirement',
  timetable: '',
}

function noticeInput(more: Partial<OpenNotice> = {}): OpenNotice {
  return {
    key: randomUUID(),
    ...details,
    kind: 'national-control-list',
    changes: '',
    ...noticeWords,
    ...more,
  }
}

async function opened(actor: Actor = drafter, input: OpenFile = fileInput()): Promise<string> {
  const result = await openFile(scene.deps, actor, input)
  if (!result.ok) throw new Error(result.reason)
  return result.reference
}

async function revisionOf(reference: string): Promise<number> {
  return (await findMeasureByReference(scene.deps.db, reference))?.revision ?? 0
}

describe('opening a file', () => {
  it('gives it a reference, an empty draft with every section, and one act in its history', async () => {
    const reference = await opened()
    expect(reference).toMatch(/^\d{4}\/NL\/\d{4}$/)
    const measure = await findMeasureByReference(scene.deps.db, reference)
    expect(measure).toMatchObject({ stage: 'drafting', owner: 'NL' })
    const text = await findText(scene.deps.db, measure?.documentId ?? '')
    expect(text?.content.content?.map(({ type }) => type)).toEqual(
      emptyDraft().content?.map(({ type }) => type),
    )
    expect(await scene.acts(reference)).toEqual(['file-opened'])
  })

  it('opens one file when the same form comes twice, also at the same moment', async () => {
    const input = fileInput()
    const [first, second] = await Promise.all([opened(drafter, input), opened(drafter, input)])
    const again = await opened(drafter, input)
    expect([first, second]).toEqual([again, again])
    const { files } = await findFiles(scene.deps, drafter, {
      words: again,
      owner: [],
      kind: [],
      stage: [],
      page: 1,
    })
    expect(files).toHaveLength(1)
  })

  it('is refused to institutions and to those who only advise', async () => {
    const expert = await scene.person('NL', 'expert')
    expect(await openFile(scene.deps, commission, fileInput())).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    expect(await openFile(scene.deps, expert, fileInput())).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
  })

  it("refuses to amend another state's measure, or one that is not adopted, as if it were not there", async () => {
    const reference = await opened()
    const amendment = fileInput({ kind: 'amendment', changes: reference })
    expect(await openFile(scene.deps, germany, amendment)).toEqual({
      ok: false,
      reason: 'not-found',
      field: 'changes',
    })
    expect(await openFile(scene.deps, drafter, amendment)).toEqual({
      ok: false,
      reason: 'not-in-this-stage',
      field: 'changes',
    })
  })

  it('says of a key that is not theirs nothing beside the measure that it changes', async () => {
    const input = fileInput()
    await openFile(scene.deps, drafter, input)
    expect(await openFile(scene.deps, germany, { ...input, changes: '2020/DE/0001' })).toEqual({
      ok: false,
      reason: 'sent-before',
    })
  })
})

describe('an early notice', () => {
  it('stays inside until a representative gives it, then reaches those named and nobody else', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput())
    if (!made.ok) throw new Error(made.reason)
    const { reference } = made
    expect(await findFilePage(scene.deps, germany, reference)).toMatchObject({
      reason: 'not-found',
    })

    const give = (actor: Actor, revision: number) =>
      giveNotice(scene.deps, actor, reference, {
        key: randomUUID(),
        revision,
        ...noticeWords,
        commentsBy: null,
        audience: 'named',
        delegations: ['DE'],
      })
    expect(await give(drafter, await revisionOf(reference))).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await give(representative, 0)).toMatchObject({ reason: 'stale-form' })
    expect((await give(representative, await revisionOf(reference))).ok).toBe(true)

    const page = await findFilePage(scene.deps, germany, reference)
    expect(page).toMatchObject({
      ok: true,
      file: { notice: { given: { technology: 'Dilution refrigerators' }, written: null } },
      may: { openDraft: false, recall: false },
    })
    expect(await findFilePage(scene.deps, france, reference)).toMatchObject({ reason: 'not-found' })
    expect((await findHome(scene.deps, germany)).unanswered).toContainEqual(
      expect.objectContaining({ reference, kind: 'notice' }),
    )
  })

  it('goes out with the words that stand in the form, whether they were kept before or not', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput())
    if (!made.ok) throw new Error(made.reason)
    const { reference } = made
    const give = async (words: typeof noticeWords, revision: number) =>
      giveNotice(scene.deps, representative, reference, {
        key: randomUUID(),
        revision,
        ...words,
        commentsBy: null,
        audience: 'all',
        delegations: [],
      })
    const nothing = { risk: '', technology: '', envisaged: '', timetable: '' }
    const revision = await revisionOf(reference)
    expect(await give(nothing, revision)).toMatchObject({ reason: 'nothing-to-share' })
    expect(await findFilePage(scene.deps, drafter, reference)).toMatchObject({
      file: { notice: { written: noticeWords } },
    })

    const changed = { ...noticeWords, timetable: 'A draft in spring.' }
    expect((await give(changed, revision)).ok).toBe(true)
    expect(await findFilePage(scene.deps, germany, reference)).toMatchObject({
      file: { notice: { given: changed } },
    })
    expect(await findFilePage(scene.deps, drafter, reference)).toMatchObject({
      file: { notice: { written: changed } },
    })
    const acts = ['file-opened', 'notice-written', 'notice-written', 'notice-given']
    expect(await scene.acts(reference)).toEqual(acts)

    expect((await give(changed, await revisionOf(reference))).ok).toBe(true)
    expect(await scene.acts(reference)).toEqual([...acts, 'notice-given'])
  })

  it('becomes a file with a draft in one act, under its reference', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput())
    if (!made.ok) throw new Error(made.reason)
    expect((await openDraft(scene.deps, drafter, made.reference)).ok).toBe(true)
    expect(await findMeasureByReference(scene.deps.db, made.reference)).toMatchObject({
      stage: 'drafting',
      documentId: expect.any(String),
    })
    expect(await openDraft(scene.deps, drafter, made.reference)).toMatchObject({
      reason: 'not-in-this-stage',
    })
  })

  it('refuses a change made from a form that is out of date, and keeps what was written since', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput())
    if (!made.ok) throw new Error(made.reason)
    const revision = await revisionOf(made.reference)
    const write = (risk: string) =>
      writeNotice(scene.deps, drafter, made.reference, {
        revision,
        risk,
        technology: '',
        envisaged: '',
        timetable: '',
      })
    expect((await write('first')).ok).toBe(true)
    expect(await write('second')).toMatchObject({ reason: 'stale-form' })
    const page = await findFilePage(scene.deps, drafter, made.reference)
    expect(page).toMatchObject({ file: { notice: { written: { risk: 'first' } } } })
  })
})

describe('a shared version', () => {
  it('is recalled with a trace for those who had it, and without its text', async () => {
    const reference = await opened()
    await scene.share(representative, reference, { kind: 'named', delegations: ['DE'] })
    const input = { number: 1, reason: 'mis-sent', revision: await revisionOf(reference) }
    expect(await recall(scene.deps, germany, reference, input)).toMatchObject({
      reason: 'not-allowed',
    })
    expect((await recall(scene.deps, representative, reference, input)).ok).toBe(true)
    expect(await findFilePage(scene.deps, germany, reference)).toMatchObject({
      file: {
        versions: [{ number: 1, mayRead: false, sha256: null, recallReason: 'mis-sent' }],
        history: [{ type: 'version-recalled' }, { type: 'version-shared' }],
      },
    })
    expect(await findFilePage(scene.deps, france, reference)).toMatchObject({ reason: 'not-found' })
  })

  it('shows others the acts that they may know of, and no person of another delegation', async () => {
    const reference = await opened()
    await scene.share(representative, reference)
    const page = await findFilePage(scene.deps, germany, reference)
    if (!page.ok) throw new Error(page.reason)
    expect(page.file.history.map(({ type }) => type)).toEqual(['version-shared'])
    expect(page.file.history.map(({ person }) => person)).toEqual([null])
    expect(page.file.steps).toEqual([])
  })
})

describe('withdrawal', () => {
  it('closes the draft for good', async () => {
    const reference = await opened()
    const revision = await revisionOf(reference)
    expect(
      (await withdraw(scene.deps, representative, reference, { reason: '', revision })).ok,
    ).toBe(true)
    expect(await findFilePage(scene.deps, drafter, reference)).toMatchObject({
      file: { stage: 'withdrawn' },
      may: { writeDraft: false, share: false, recordAdoption: false, withdraw: false },
    })
    expect(
      await withdraw(scene.deps, representative, reference, { reason: '', revision: revision + 1 }),
    ).toMatchObject({ reason: 'not-in-this-stage' })
  })
})

describe('the details of a file', () => {
  it('are changed by the owner only, and not from a stale form', async () => {
    const reference = await opened()
    const revision = await revisionOf(reference)
    const change = (actor: Actor, title: string) =>
      changeDetails(scene.deps, actor, reference, {
        revision,
        title,
        grounds: ['human-rights'],
        marking: 'limited-distribution',
        contact: '',
        changes: '',
      })
    expect(await change(germany, 'x')).toMatchObject({ reason: 'not-found' })
    expect((await change(drafter, 'Renamed')).ok).toBe(true)
    expect(await change(drafter, 'Too late')).toMatchObject({ reason: 'stale-form' })
    expect(await findFilePage(scene.deps, drafter, reference)).toMatchObject({
      file: { title: 'Renamed', marking: 'limited-distribution' },
    })
  })
})

describe('the kind and the original language of a file', () => {
  const change = async (reference: string, more: { kind: MeasureKind; changes?: string }) =>
    changeDetails(scene.deps, drafter, reference, {
      revision: await revisionOf(reference),
      ...details,
      originalLanguage: 'fr',
      changes: '',
      ...more,
    })

  it('are those of the notice, and change under its reference until it is given', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput({ kind: 'prohibition' }))
    if (!made.ok) throw new Error(made.reason)
    const { reference } = made
    expect(await findMeasureByReference(scene.deps.db, reference)).toMatchObject({
      kind: 'prohibition',
    })
    expect((await change(reference, { kind: 'authorisation-requirement' })).ok).toBe(true)
    expect(await findFilePage(scene.deps, drafter, reference)).toMatchObject({
      file: { reference, kind: 'authorisation-requirement', originalLanguage: 'fr' },
    })
    const given = await giveNotice(scene.deps, representative, reference, {
      key: randomUUID(),
      revision: await revisionOf(reference),
      ...noticeWords,
      commentsBy: null,
      audience: 'all',
      delegations: [],
    })
    expect(given.ok).toBe(true)
    expect(await change(reference, { kind: 'prohibition' })).toEqual({
      ok: false,
      reason: 'already-shared',
      field: 'kind',
    })
  })

  it('name an adopted measure of the same state where one is amended', async () => {
    const made = await openNotice(scene.deps, drafter, noticeInput({ kind: 'amendment' }))
    expect(made).toEqual({ ok: false, reason: 'not-found', field: 'changes' })
    const reference = await opened()
    expect(await change(reference, { kind: 'repeal', changes: '2020/NL/0001' })).toEqual({
      ok: false,
      reason: 'not-found',
      field: 'changes',
    })
  })
})

describe('parallel drafts', () => {
  it('are linked only to files that one may see, and shown only to those who may see them', async () => {
    const ours = await opened()
    const theirs = await opened(germany)
    expect(await linkParallelDraft(scene.deps, drafter, ours, theirs)).toEqual({
      ok: false,
      reason: 'not-found',
      field: 'reference',
    })
    await scene.share(germany, theirs, { kind: 'named', delegations: ['NL'] })
    expect((await linkParallelDraft(scene.deps, drafter, ours, theirs)).ok).toBe(true)
    const linked = await findFilePage(scene.deps, drafter, ours)
    expect(linked).toMatchObject({
      file: { parallelDrafts: [{ reference: theirs, owner: 'DE' }] },
    })
    // The same link again is no act.
    expect((await linkParallelDraft(scene.deps, drafter, ours, theirs)).ok).toBe(true)
    expect(await findFilePage(scene.deps, drafter, ours)).toEqual(linked)
    expect(await findFilePage(scene.deps, germany, theirs)).toMatchObject({
      file: { parallelDrafts: [] },
    })
  })

  it('are shown to others with what the state that linked them releases after', async () => {
    const ours = await opened()
    const theirs = await opened(germany)
    const readers = { drafter, germany, france, commission }
    /** Who sees the link on our file, and who on theirs. */
    const shown = async () =>
      Promise.all(
        [ours, theirs].map(async (reference) => {
          const seen: string[] = []
          for (const [name, actor] of Object.entries(readers)) {
            const page = await findFilePage(scene.deps, actor, reference)
            if (page.ok && page.file.parallelDrafts.length > 0) seen.push(name)
          }
          return seen
        }),
      )
    await scene.share(representative, ours, { kind: 'named', delegations: ['DE', 'FR'] })
    await scene.share(germany, theirs, { kind: 'all' })
    expect((await linkParallelDraft(scene.deps, drafter, ours, theirs)).ok).toBe(true)
    // Everybody sees both files; that they are meant to control the same was said inside.
    expect(await shown()).toEqual([['drafter'], ['drafter']])

    await scene.share(representative, ours, { kind: 'named', delegations: ['FR'] })
    expect(await shown()).toEqual([
      ['drafter', 'france'],
      ['drafter', 'france'],
    ])
    // What the other state says of it, its own releases tell.
    expect((await linkParallelDraft(scene.deps, germany, theirs, ours)).ok).toBe(true)
    expect(await shown()).toEqual([
      ['drafter', 'germany', 'france'],
      ['drafter', 'germany', 'france'],
    ])
    await scene.share(germany, theirs, { kind: 'all' })
    // The Commission was told that it names a file, which it may not see.
    expect(await shown()).toEqual([
      ['drafter', 'germany', 'france'],
      ['drafter', 'germany', 'france'],
    ])
  })

  it('that the own file no longer takes are no fault of the reference', async () => {
    const ours = await opened()
    await scene.happen(representative, ours, { type: 'measure-withdrawn', reason: '' })
    expect(await linkParallelDraft(scene.deps, drafter, ours, await opened())).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
  })
})

describe('what waits for a delegation', () => {
  it('is nothing for an administrator, who manages people and reads nothing', async () => {
    const administrator = await scene.person('NL', 'administrator')
    const reference = await opened()
    await scene.share(representative, reference)
    expect(await findHome(scene.deps, administrator)).toMatchObject({ ours: [], unanswered: [] })
    const { files } = await findFiles(scene.deps, administrator, {
      words: '',
      owner: [],
      kind: [],
      stage: [],
      page: 1,
    })
    expect(files).toEqual([])
  })

  it('lists for others only what reached them', async () => {
    const hidden = await opened()
    const shared = await opened()
    await scene.share(representative, shared, { kind: 'named', delegations: ['FR'] })
    const { files } = await findFiles(scene.deps, france, {
      words: '',
      owner: [],
      kind: [],
      stage: [],
      page: 1,
    })
    const references = files.map(({ reference }) => reference)
    expect(references).toContain(shared)
    expect(references).not.toContain(hidden)
  })
})
