import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isReader } from '#app/access/standing.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import { type DelegationCode, memberStates } from '#app/measures/delegation-codes.ts'
import { isNewsOfTheFile } from '#app/measures/events.ts'
import { type Measure, stages } from '#app/measures/measure.ts'
import { type FileFilters, findFiles } from '#app/queries/files.server.ts'
import { findActs } from '#db/events.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { measures } from '#db/schema/measures.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { openRecordScene, type RecordScene, scannersList } from '#tests/commands/record-scene.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const none = { words: '', owner: [], kind: [], stage: [], page: 1 }

it('lists to each reader what the policy tells them of the files that it lets them see', async () => {
  await scene.draft()
  await scene.adopted()
  await scene.share(scene.nl, await scene.draft(), { kind: 'all' })
  await scene.share(scene.nl, await scene.draft(), { kind: 'owner-commission' })
  await scene.share(scene.nl, await scene.draft(), { kind: 'named', delegations: ['DE', 'GSC'] })
  await scene.gazette(await scene.adopted())
  await scene.notified(await scene.adopted())
  await sendTo('FR', await scene.adopted())
  // Neither gazetted nor notified: the Commission knows of it from the draft.
  const compiled = await scene.draft()
  await scene.share(scene.nl, compiled, { kind: 'owner-commission' })
  await scene.adoptAs(compiled)
  await scene.compiled(await scene.entryIds(compiled))

  // Given as a notice, recalled, and gone on with inside.
  const recalled = await scene.draft()
  await scene.share(scene.nl, recalled, { kind: 'named', delegations: ['DE'] })
  await recallVersion(recalled, 1)
  await retitle(recalled, 'Quantum computers')
  // Two versions for different states, and words to one of them.
  const parted = await scene.draft()
  await scene.share(scene.nl, parted, { kind: 'named', delegations: ['DE'] }, scannersList, day(1))
  await retitle(parted, 'Quantum clocks')
  await scene.share(scene.nl, parted, { kind: 'named', delegations: ['FR'] }, scannersList, day(2))
  // Adopted and told to those who had a draft; one of them is notified.
  const told = await scene.draft()
  await scene.share(scene.nl, told, { kind: 'named', delegations: ['DE', 'FR'] })
  await retitle(told, 'Quantum scales')
  await scene.adoptAs(told)
  await sendTo('FR', told)
  const withdrawn = await scene.draft()
  await scene.share(scene.nl, withdrawn, { kind: 'all' })
  await retitle(withdrawn, 'Quantum lasers')
  await withdrawFile(withdrawn)

  const all = inOrder(
    await findMeasures(
      scene.db,
      (await scene.db.select({ id: measures.id }).from(measures)).map(({ id }) => id),
    ),
  )
  const readers = [
    scene.nl,
    scene.de,
    scene.fr,
    scene.officer,
    await scene.person('GSC', 'reader'),
    await scene.person('NL', 'administrator'),
  ]
  const counts: number[] = []
  for (const actor of readers) {
    const lines = await Promise.all(all.map((measure) => lineOf(actor, measure)))
    // An administrator reads files only once they are public, and finds those in the register.
    const expected = isReader(actor) ? lines.flatMap((line) => line ?? []) : []
    counts.push(expected.length)
    expect(await listed(actor, {})).toEqual(expected)
    for (const words of ['quantum', 'semiconductor', '2025/NL']) {
      const matching = expected.filter(({ title, reference }) =>
        [title, reference].some((text) => text.toLowerCase().includes(words.toLowerCase())),
      )
      expect(await listed(actor, { words }), `${actor.delegation}, ${words}`).toEqual(matching)
    }
    for (const stage of stages) {
      const matching = expected.filter((line) => line.stage === stage)
      expect(await listed(actor, { stage: [stage] }), `${actor.delegation}, ${stage}`).toEqual(
        matching,
      )
    }
  }
  expect(counts).toEqual([13, 9, 8, 6, 3, 0])
})

it('moves no file in the list of a state when others are told something of it', async () => {
  const older = await scene.draft({ owner: 'SE' })
  const newer = await scene.draft({ owner: 'SE' })
  const austrian = await scene.draft({ owner: 'AT' })
  for (const reference of [older, newer, austrian])
    await scene.share(scene.nl, reference, { kind: 'named', delegations: ['FR', 'DE'] })
  const seen = async () =>
    (await listed(scene.fr, { owner: ['SE', 'AT'] })).map(({ reference }) => reference)

  expect(await seen()).toEqual([austrian, newer, older])
  await scene.share(scene.nl, older, { kind: 'named', delegations: ['DE'] })
  expect(await seen()).toEqual([austrian, newer, older])
})

it('pages by number, fifty at a time', async () => {
  for (let opened = 0; opened < 50; opened++) await scene.draft({ owner: 'PL' })
  const pl = await scene.person('PL', 'representative')
  const page = (page: number) => findFiles(scene.deps, pl, { ...none, owner: ['PL'], page })
  expect(await page(1)).toMatchObject({ files: { length: 50 }, next: null })
  await scene.draft({ owner: 'PL' })
  expect(await page(1)).toMatchObject({ files: { length: 50 }, next: 2 })
  expect(await page(2)).toMatchObject({ files: { length: 1 }, next: null })
})

const day = (number: number) => `2027-01-0${number}`

async function retitle(reference: string, title: string) {
  const { revision, details } = await scene.measure(reference)
  const changed = { ...details, grounds: [...details.grounds], title, revision, changes: '' }
  scene.must(await changeDetails(scene.deps, scene.nl, reference, changed))
}

async function recallVersion(reference: string, number: number) {
  const { revision } = await scene.measure(reference)
  const input = { number, revision, reason: 'Sent by mistake' }
  scene.must(await recall(scene.deps, scene.nl, reference, input))
}

async function withdrawFile(reference: string) {
  const { revision } = await scene.measure(reference)
  scene.must(await withdraw(scene.deps, scene.nl, reference, { revision, reason: 'Overtaken' }))
}

async function sendTo(addressee: DelegationCode, reference: string) {
  const id = await scene.prepared(reference)
  const sending = { channel: 'Letter', sentOn: '2023-07-03', reference: 'BZ-2' }
  scene.must(
    await recordSending(scene.deps, scene.nl, reference, id, {
      addressees: [addressee],
      ...sending,
    }),
  )
}

async function listed(actor: Actor, filters: Partial<FileFilters>) {
  return (await findFiles(scene.deps, actor, { ...none, ...filters })).files
}

/** The line of a list as the policy alone would have it; null for whom the file does not exist. */
async function lineOf(actor: Actor, measure: Measure) {
  const file = fileSubject(measure)
  if (!can(actor, 'see-file', file).ok) return null
  const { details, stage } = toldOf(actor, measure)
  const last = measure.versions.findLast(
    (version) => !version.isRecalled && can(actor, 'see-version', { file, version }).ok,
  )
  const acts = await findActs(scene.db, measure.id)
  const { reference, owner, kind } = measure
  return {
    reference,
    owner,
    kind,
    title: details.title,
    marking: details.marking,
    stage,
    version: last?.number ?? null,
    commentsBy: last ? (await getVersionHeader(scene.db, last.id)).commentsBy : null,
    changedAt:
      acts
        .findLast(({ event, ...act }) => {
          if (event.type === 'file-opened') return actor.delegation === owner
          return (
            act.lane !== 'inner' &&
            isNewsOfTheFile(event) &&
            can(actor, 'see-event', { type: event.type, file, ...act }).ok
          )
        })
        ?.at.toISOString() ?? null,
  }
}

/** As the list stands: the newest year first, states in protocol order, the newest number first. */
function inOrder(files: readonly Measure[]): Measure[] {
  return files.toSorted(
    (a, b) =>
      yearOf(b) - yearOf(a) ||
      memberStates.indexOf(a.owner) - memberStates.indexOf(b.owner) ||
      (a.reference < b.reference ? 1 : -1),
  )
}

const yearOf = ({ reference }: Measure) => Number(reference.slice(0, 4))
