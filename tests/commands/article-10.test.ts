import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can } from '#app/access/policy.ts'
import { endRequirement } from '#app/commands/end-requirement.server.ts'
import { recordRefusal } from '#app/commands/record-refusal.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { recordRequirementInput } from '#app/measures/record-inputs.ts'
import { openDatabase } from '#db/client.server.ts'
import { findRefusals, findRequirement, findRequirementsOn } from '#db/reliance.server.ts'
import { openRecordScene, type RecordScene, twentyTimes } from './record-scene.ts'

let scene: RecordScene
let reference: string
let entryId: string
let compilationId: string

beforeAll(async () => {
  scene = await openRecordScene()
  reference = await scene.adopted({}, { inForceOn: '2023-09-01' })
  await scene.notified(reference)
  const ids = await scene.entryIds(reference)
  entryId = ids[0] ?? ''
  compilationId = await scene.compiled(ids)
})
afterAll(() => scene.close())

describe('an Article 10 requirement', () => {
  it('is recorded by reference to a published entry, for the state of who records it', async () => {
    const input = scene.requirementInput()
    expect(await recordRequirement(scene.deps, scene.de, entryId, input)).toMatchObject({
      ok: true,
    })
    expect(await findRequirement(scene.db, input.key)).toMatchObject({
      relying: 'DE',
      entryId,
      compilationId,
      exporterInformedOn: '2024-02-01',
      customsInformedOn: '2024-02-02',
      information: null,
      audience: { kind: 'owner' },
      warnings: [],
    })
  })

  it('posted twenty times at once is recorded once', async () => {
    const input = scene.requirementInput()
    const before = (await findRequirementsOn(scene.db, [entryId])).length
    const answers = await twentyTimes(() => recordRequirement(scene.deps, scene.fr, entryId, input))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await findRequirementsOn(scene.db, [entryId])).toHaveLength(before + 1)
    // Nobody takes the place of another's by naming its key.
    expect(await recordRequirement(scene.deps, scene.de, entryId, input)).toMatchObject({
      reason: 'sent-before',
    })
  })

  it('cannot name another state, whatever the form holds', async () => {
    const parsed = recordRequirementInput.parse({
      ...scene.requirementInput(),
      customsInformedOn: '',
      relying: 'FR',
      delegation: 'FR',
    })
    await recordRequirement(scene.deps, scene.de, entryId, parsed)
    expect(await findRequirement(scene.db, parsed.key)).toMatchObject({ relying: 'DE' })
  })

  it('is impossible on a draft, on what was not published, and for those it is not for', async () => {
    const unpublished = await scene.adopted({ content: undefined })
    await scene.notified(unpublished)
    const [unpublishedId = ''] = await scene.entryIds(unpublished)
    const attempt = (actor: typeof scene.de, id: string) =>
      recordRequirement(scene.deps, actor, id, scene.requirementInput())
    expect(await attempt(scene.de, unpublishedId)).toMatchObject({ reason: 'not-published' })
    expect(await attempt(scene.de, randomUUID())).toMatchObject({ reason: 'not-found' })
    // An adopted entry that was neither notified nor published is no secret that an id gives away.
    const adopted = await scene.adopted()
    const [adoptedId = ''] = await scene.entryIds(adopted)
    expect(await attempt(scene.de, adoptedId)).toMatchObject({ reason: 'not-found' })
    expect(await attempt(scene.deDrafter, entryId)).toMatchObject({ reason: 'not-allowed' })
    expect(await attempt(scene.nl, entryId)).toMatchObject({ reason: 'not-allowed' })
    expect(await attempt(scene.officer, entryId)).toMatchObject({ reason: 'not-allowed' })
  })

  it('is recorded with a warning where the law is doubtful', async () => {
    const other = await scene.adopted({}, { inForceOn: '2023-09-01' })
    await scene.notified(other)
    const [id = ''] = await scene.entryIds(other)
    await scene.compiled([id], { publishedOn: '2024-01-10' })
    await recordRepeal(scene.deps, scene.nl, other, {
      revision: (await scene.measure(other)).revision,
      repealedOn: '2024-01-20',
      repealedBy: 'Stcrt. 2024, 1',
      correction: null,
    })
    const input = scene.requirementInput()
    expect(await recordRequirement(scene.deps, scene.de, id, input)).toMatchObject({ ok: true })
    expect(await findRequirement(scene.db, input.key)).toMatchObject({
      warnings: ['ended-repealed'],
    })
  })

  it('reaches whom the state chose, the issuer only when it is among them, and never the public', async () => {
    const sees = async (informed: 'nobody' | 'commission' | 'named' | 'all') => {
      const input = scene.requirementInput({
        informed,
        delegations: informed === 'named' ? ['FR'] : [],
        information: 'Scanners of 3B801.',
      })
      await recordRequirement(scene.deps, scene.de, entryId, input)
      const requirement = await findRequirement(scene.db, input.key)
      if (!requirement) throw new Error('not recorded')
      const who = { de: scene.de, nl: scene.nl, fr: scene.fr, com: scene.officer, public: null }
      return Object.entries(who)
        .filter(([, actor]) => can(actor, 'see-requirement', requirement).ok)
        .map(([name]) => name)
    }
    expect(await sees('nobody')).toEqual(['de'])
    expect(await sees('commission')).toEqual(['de', 'com'])
    expect(await sees('named')).toEqual(['de', 'fr'])
    expect(await sees('all')).toEqual(['de', 'nl', 'fr', 'com'])
  })

  it('does not make the forms of the owner stale', async () => {
    const { revision } = await scene.measure(reference)
    await recordRequirement(scene.deps, scene.fr, entryId, scene.requirementInput())
    expect((await scene.measure(reference)).revision).toBe(revision)
  })

  it('is ended by its own state, once', async () => {
    const input = scene.requirementInput()
    await recordRequirement(scene.deps, scene.de, entryId, input)
    const end = (actor: typeof scene.de, endedOn = '2024-05-01') =>
      endRequirement(scene.deps, actor, input.key, { endedOn, reason: 'Covered by Annex I.' })
    expect(await end(scene.fr)).toMatchObject({ reason: 'not-found' })
    expect(await end(scene.deDrafter)).toMatchObject({ reason: 'not-allowed' })
    expect(await end(scene.de, '2999-01-01')).toMatchObject({ reason: 'date-in-the-future' })
    expect(await end(scene.de, '2024-01-01')).toMatchObject({ field: 'endedOn' })
    const answers = await twentyTimes(() => end(scene.de))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await findRequirement(scene.db, input.key)).toMatchObject({ endedOn: '2024-05-01' })
  })
})

describe('a refusal under Article 10(2)', () => {
  const input = () => ({ key: randomUUID(), duesReference: 'DE/2024/17', refusedOn: '2024-03-01' })

  it('is recorded once, twenty posts at once or under the same reference again', async () => {
    const form = input()
    const answers = await twentyTimes(() => recordRefusal(scene.deps, scene.de, entryId, form))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await recordRefusal(scene.deps, scene.de, entryId, input())).toEqual({
      ok: false,
      reason: 'already-recorded',
      field: 'duesReference',
    })
    expect(await findRefusals(scene.db)).toMatchObject([
      { delegation: 'DE', entryId, duesReference: 'DE/2024/17', refusedOn: '2024-03-01' },
    ])
  })

  it('under one reference on two files at once is recorded once, and refused beside the field', async () => {
    const second = await scene.adopted({}, { inForceOn: '2023-09-01' })
    await scene.notified(second)
    const [secondId = ''] = await scene.entryIds(second)
    await scene.compiled([entryId, secondId])
    const nodes = [1, 2].map(() => openDatabase(scene.database.url, { connections: 1 }))
    for (let round = 1; round <= 10; round++) {
      const duesReference = `DE/2024/race-${round}`
      const answers = await Promise.all(
        [entryId, secondId].map((id, index) =>
          recordRefusal({ db: nodes[index]?.db ?? scene.db }, scene.de, id, {
            ...input(),
            duesReference,
          }),
        ),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(answers.filter(({ ok }) => !ok)).toEqual([
        { ok: false, reason: 'already-recorded', field: 'duesReference' },
      ])
      const recorded = (await findRefusals(scene.db)).map((refusal) => refusal.duesReference)
      expect(recorded.filter((one) => one === duesReference)).toHaveLength(1)
    }
    await Promise.all(nodes.map((node) => node.close()))
  })

  it('of another state may bear the same reference', async () => {
    expect(await recordRefusal(scene.deps, scene.fr, entryId, input())).toMatchObject({ ok: true })
  })
})
