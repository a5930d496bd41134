import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { openDraft } from '#app/commands/open-draft.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findFiles } from '#app/queries/files.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { findRecalledVersion } from '#app/queries/recalled-version.server.ts'
import { findRoomHead, findVersionToRead } from '#app/queries/version-to-read.server.ts'
import { openRecordScene, type RecordScene, scannersList } from '#tests/commands/record-scene.ts'

let scene: RecordScene
let se: Actor

const toFrance: Audience = { kind: 'named', delegations: ['FR'] }
const toGermany: Audience = { kind: 'named', delegations: ['DE'] }
const everything = { words: '', owner: [], kind: [], stage: [], page: 1 }
const inner = /quantum|inner\.desk|limited-distribution|human-rights/i

beforeAll(async () => {
  scene = await openRecordScene()
  se = await scene.person('SE', 'representative')
})
afterAll(() => scene.close())

async function changeInside(reference: string) {
  scene.must(
    await changeDetails(scene.deps, scene.nl, reference, {
      revision: (await scene.measure(reference)).revision,
      title: 'Quantum computers',
      grounds: ['human-rights'],
      marking: 'limited-distribution',
      contact: 'inner.desk@example.org',
      changes: '',
    }),
  )
}

async function recallVersion(reference: string, number: number) {
  const { revision } = await scene.measure(reference)
  const input = { number, revision, reason: 'Sent by mistake' }
  scene.must(await recall(scene.deps, scene.nl, reference, input))
}

const words = {
  risk: 'Diversion',
  technology: 'Lithography',
  envisaged: 'A control',
  timetable: 'Next year',
}

/** A file of which nothing but a notice left the house, to Sweden. */
async function noticeToSweden(): Promise<string> {
  const { reference } = scene.must(
    await openNotice(scene.deps, scene.nl, {
      key: randomUUID(),
      kind: 'national-control-list',
      originalLanguage: 'en',
      changes: '',
      title: 'Advanced semiconductor manufacturing equipment',
      grounds: ['public-security'],
      marking: 'none',
      contact: 'export.control@example.org',
      ...words,
    }),
  )
  const { revision } = await scene.measure(reference)
  scene.must(
    await giveNotice(scene.deps, scene.nl, reference, {
      key: randomUUID(),
      revision,
      ...words,
      commentsBy: null,
      audience: 'named',
      delegations: ['SE'],
    }),
  )
  return reference
}

/** Everything that a reader is shown of a file, wherever it stands. */
async function shown(actor: Actor, reference: string, number = 1) {
  const [page, record, recalled, version, compared, home, { files }] = await Promise.all([
    findFilePage(scene.deps, actor, reference),
    findRecordPage(scene.deps, actor, reference),
    findRecalledVersion(scene.deps, actor, reference, number),
    findVersionToRead(scene.deps, actor, reference, number),
    findComparison(scene.deps, actor, reference, { from: null, to: null }),
    findHome(scene.deps, actor),
    findFiles(scene.deps, actor, everything),
  ])
  const head = version.ok ? await findRoomHead(scene.deps, actor, version) : null
  const ofFile = <T extends { reference: string }>(lines: T[]) =>
    lines.filter((line) => line.reference === reference)
  return {
    page,
    record,
    recalled,
    head,
    compared,
    home: [ofFile(home.unanswered), ofFile(home.changes), ofFile(home.awaitingRelease)],
    line: ofFile(files)[0],
  }
}

const found = async (actor: Actor, words: string) =>
  (await findFiles(scene.deps, actor, { ...everything, words })).files.map(
    ({ reference }) => reference,
  )

describe('what a state changes inside', () => {
  it('is told to nobody whose version was recalled before', async () => {
    const reference = await noticeToSweden()
    await recallVersion(reference, 1)
    await changeInside(reference)
    scene.must(await openDraft(scene.deps, scene.nl, reference))

    const told = await shown(se, reference)
    expect(told.page).toMatchObject({
      ok: true,
      file: {
        title: 'Advanced semiconductor manufacturing equipment',
        grounds: ['public-security'],
        marking: 'none',
        contact: 'export.control@example.org',
        stage: 'considering',
        revision: 0,
        openedAt: null,
      },
    })
    expect(told.record).toMatchObject({ file: { stage: 'considering', revision: 0 } })
    expect(told.recalled).toMatchObject({ ok: true, trace: { stage: 'considering' } })
    expect(told.line).toMatchObject({ stage: 'considering', version: null })
    expect(JSON.stringify(told)).not.toMatch(inner)
    expect(await found(se, 'quantum')).not.toContain(reference)
    expect(await found(se, 'semiconductor')).toContain(reference)

    expect(await found(scene.nl, 'quantum')).toContain(reference)
    expect((await shown(scene.nl, reference)).page).toMatchObject({
      file: { title: 'Quantum computers', stage: 'drafting', contact: 'inner.desk@example.org' },
    })
  })

  it('is told with the next version, to those whom that reaches', async () => {
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['DE', 'SE'] })
    await changeInside(reference)
    for (const actor of [scene.de, se]) {
      expect(JSON.stringify(await shown(actor, reference))).not.toMatch(inner)
    }
    await scene.share(scene.nl, reference, toGermany, scannersList)
    const told = await shown(scene.de, reference)
    for (const place of [told.page, told.head, told.line, told.home, told.compared]) {
      expect(JSON.stringify(place)).toMatch('Quantum computers')
    }
    expect(JSON.stringify(await shown(se, reference))).not.toMatch(inner)
    expect(await found(scene.de, 'quantum')).toContain(reference)
    expect(await found(se, 'quantum')).not.toContain(reference)
  })

  it('is named to others by no file that is linked with theirs', async () => {
    const list = await scene.adopted()
    await scene.gazette(list)
    const amendment = await scene.draft({ kind: 'amendment', changes: list })
    await scene.share(scene.nl, amendment, toGermany)
    await changeInside(amendment)
    const page = await findRecordPage(scene.deps, scene.de, list)
    expect(page).toMatchObject({ related: { changedBy: [{ reference: amendment }] } })
    expect(JSON.stringify(page)).not.toMatch(inner)
  })
})

describe('a version that went to others', () => {
  it('changes nothing for those who have an earlier one', async () => {
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, toGermany, scannersList, '2027-01-15')
    const before = await shown(scene.de, reference)
    await changeInside(reference)
    await scene.share(scene.nl, reference, toFrance, scannersList, '2027-02-15')

    const after = await shown(scene.de, reference)
    expect(after).toEqual(before)
    expect(after.line).toMatchObject({ version: 1, commentsBy: '2027-01-15' })
    expect(after.home[0]).toMatchObject([{ number: 1, commentsBy: '2027-01-15' }])
    expect((await shown(scene.fr, reference, 2)).line).toMatchObject({
      version: 2,
      commentsBy: '2027-02-15',
    })
  })

  it('gives way to an earlier one, also where it was recalled', async () => {
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, toGermany, scannersList, '2027-01-15')
    await scene.share(scene.nl, reference, toGermany, scannersList, '2027-02-15')
    expect((await shown(scene.de, reference)).home[0]).toMatchObject([{ number: 2 }])
    await recallVersion(reference, 2)
    const { home, line } = await shown(scene.de, reference)
    expect(home[0]).toMatchObject([{ number: 1 }])
    expect(line).toMatchObject({ version: 1, commentsBy: '2027-01-15' })
  })
})

describe('an adoption that is neither notified nor public', () => {
  it('is told to those who had a version, without its final text', async () => {
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, toGermany)
    await scene.share(scene.nl, reference, toFrance)
    await changeInside(reference)
    const adoption = await scene.adoptAs(reference)

    const told = await shown(scene.de, reference)
    expect(told.record).toMatchObject({
      ok: true,
      file: { stage: 'adopted', revision: 0 },
      adoption: { actNumber: adoption.actNumber, adoptedOn: adoption.adoptedOn, final: null },
      readsFinal: false,
    })
    expect(told.line).toMatchObject({ stage: 'adopted', version: 1 })
    const said = JSON.stringify(told)
    expect(said).not.toMatch(inner)
    expect(said).not.toContain(adoption.sha256)
    expect(said).not.toContain(adoption.versionId)
    expect(said).not.toMatch(/"(versionNumber|number|comparedWith)":[23]/)

    // Of what it was compared with, only those know who had it.
    expect((await shown(scene.fr, reference)).record).toMatchObject({ adoption: { final: null } })
    expect((await shown(scene.nl, reference)).record).toMatchObject({
      adoption: { final: { number: 3, sha256: adoption.sha256, comparedWith: 2 } },
    })

    await scene.notified(reference)
    const notified = await shown(scene.de, reference)
    expect(notified.page).toMatchObject({ file: { title: 'Quantum computers', stage: 'adopted' } })
    // Compared with a version that it did not have.
    expect(notified.record).toMatchObject({
      adoption: { final: { number: 3, sha256: adoption.sha256, comparedWith: null } },
    })
    expect(notified.line).toMatchObject({ title: 'Quantum computers', version: 3 })
  })
})

describe('a withdrawal', () => {
  it('is known to everybody who had a version, a secretariat beside all states too', async () => {
    const gsc = await scene.person('GSC', 'reader')
    const reference = await scene.draft()
    await scene.share(scene.nl, reference, { kind: 'all' })
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['GSC'] })
    const { revision } = await scene.measure(reference)
    const reason = 'Overtaken'
    scene.must(await withdraw(scene.deps, scene.nl, reference, { revision, reason }))
    for (const actor of [scene.de, gsc]) {
      const { page, line } = await shown(actor, reference, actor === gsc ? 2 : 1)
      expect(page).toMatchObject({ file: { stage: 'withdrawn' } })
      expect(line).toMatchObject({ stage: 'withdrawn' })
      expect(JSON.stringify(page)).toMatch('measure-withdrawn')
    }
  })
})
