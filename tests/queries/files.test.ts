import { afterAll, beforeAll, expect, it } from 'vitest'
import { can, fileSubject } from '#app/access/policy.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { findFiles } from '#app/queries/files.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { measures } from '#db/schema/measures.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'

let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

it('lists to each reader the files that the policy lets them see, whatever made them visible', async () => {
  await scene.draft()
  await scene.adopted()
  await scene.share(scene.nl, await scene.draft(), { kind: 'all' })
  await scene.share(scene.nl, await scene.draft(), { kind: 'owner-commission' })
  await scene.share(scene.nl, await scene.draft(), { kind: 'named', delegations: ['DE', 'GSC'] })
  await scene.gazette(await scene.adopted())
  await scene.notified(await scene.adopted())
  const toFrance = await scene.adopted()
  scene.must(
    await recordSending(scene.deps, scene.nl, toFrance, await scene.prepared(toFrance), {
      addressees: ['FR'],
      channel: 'Letter',
      sentOn: '2023-07-03',
      reference: 'BZ-2',
    }),
  )
  // Neither gazetted nor notified: the Commission knows of it from the draft.
  const compiled = await scene.draft()
  await scene.share(scene.nl, compiled, { kind: 'owner-commission' })
  await scene.adoptAs(compiled)
  await scene.compiled(await scene.entryIds(compiled))

  const ids = (await scene.db.select({ id: measures.id }).from(measures)).map(({ id }) => id)
  const all = await findMeasures(scene.db, ids)
  const none = { words: '', owner: [], kind: [], stage: [], before: null }
  const readers = [
    scene.nl,
    scene.de,
    scene.fr,
    scene.officer,
    await scene.person('GSC', 'reader'),
    await scene.person('NL', 'administrator'),
  ]
  const seen = await Promise.all(
    readers.map(async (actor) => {
      const { files } = await findFiles(scene.deps, actor, none)
      const listed = files.map(({ reference }) => reference).toSorted()
      const allowed = all.filter((measure) => can(actor, 'see-file', fileSubject(measure)).ok)
      return { listed, allowed: allowed.map(({ reference }) => reference).toSorted() }
    }),
  )
  // An administrator reads files only once they are public, and finds those in the register.
  expect(seen.slice(0, -1).map(({ listed }) => listed)).toEqual(
    seen.slice(0, -1).map(({ allowed }) => allowed),
  )
  expect(seen.map(({ listed }) => listed.length)).toEqual([9, 5, 5, 5, 3, 0])
})
