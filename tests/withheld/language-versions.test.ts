import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { handOverLanguages } from '#app/commands/hand-over-languages.server.ts'
import { purge } from '#app/commands/purge.server.ts'
import { restoreWithheld } from '#app/commands/restore-withheld.server.ts'
import { withhold } from '#app/commands/withhold.server.ts'
import { withdrawLanguageVersion } from '#app/commands/withdraw-language-version.server.ts'
import type { WithheldTarget } from '#app/measures/withholding.ts'
import { withholdInput } from '#app/measures/withholding-inputs.ts'
import {
  findNextPackage,
  findPackagePage,
  findPackageTexts,
} from '#app/queries/language-package.server.ts'
import { findWithholding } from '#app/queries/withholding.server.ts'
import { verifyChain } from '#db/chain.server.ts'
import { findActs } from '#db/events.server.ts'
import { replay } from '#db/replay.server.ts'
import { findWithholdings } from '#db/withholdings.server.ts'
import { openLanguageScene, pellicle, type LanguageScene } from '#tests/commands/language-scene.ts'
import { list } from '#tests/db/adopted-list.ts'
import { addresseesOf } from '#tests/db/mail-scene.ts'
import { entry, heading, paragraph, point } from '#tests/text/sample.ts'
import { searchDatabase } from './search-database.ts'

/** Pasted into the German of an entry, and into its original. */
const [word, original] = ['zirkonnebel', 'hafniumdunst']

let scene: LanguageScene

beforeAll(async () => {
  scene = await openLanguageScene()
})
afterAll(() => scene.close())

const pasted = (title: string) =>
  entry(
    { id: 'p', code: '3B998' },
    heading('ph', title),
    point({ id: 'pa' }, paragraph('pap', `a transmission ≥ 90 % of ${title}`)),
  )

const by = (actor: Actor, reference: string, ...targets: WithheldTarget[]) =>
  withhold(scene.deps, actor, reference, { key: randomUUID(), targets })

/** A list with the word in its German, which was checked for a reason with the word and handed over. */
async function translated() {
  const reference = await scene.listed(list(pellicle('en')))
  await scene.add(reference, 'de', [pasted(word)])
  scene.must(await scene.check(reference, 'de', `It is ${word}.`))
  return { reference, packageId: await handedOver() }
}

async function handedOver() {
  const { sha256 } = scene.must(await findNextPackage(scene.deps, scene.officer))
  const { packageId } = scene.must(
    await handOverLanguages(scene.deps, scene.officer, {
      key: randomUUID(),
      recipient: 'Publications Office',
      handedOn: scene.today,
      reference: '',
      reason: 'Translation is under way.',
      manifest: sha256,
    }),
  )
  return packageId
}

async function germanOf(packageId: string) {
  const texts = scene.must(await findPackageTexts(scene.deps, scene.officer, packageId))
  return JSON.stringify(await texts.textsIn('de'))
}

async function choices(reference: string, actor: Actor) {
  const page = scene.must(await findWithholding(scene.deps, actor, reference))
  return page.languageVersions
}

async function standing(reference: string) {
  const { id } = await scene.measure(reference)
  return (await findWithholdings(scene.db, id)).find(({ ended }) => ended === null)
}

async function holds() {
  expect(await verifyChain(scene.db)).toMatchObject({ ok: true })
  expect(await replay(scene.db)).toEqual([])
}

const nowhere = ['public.set_aside.content']

it('words that must not be in a language version (row 46) are withheld with the text, restored, and purged for good', async () => {
  const { reference, packageId } = await translated()
  const before = await searchDatabase(scene.database.sql, word)
  expect(before).toEqual([
    'public.events.content',
    'public.language_versions.check_reason',
    'public.version_texts.content',
  ])
  const [version, ...more] = await choices(reference, scene.officer)
  expect([version, more]).toMatchObject([{ language: 'de', code: '3B998' }, []])
  const target = { kind: 'language-version' as const, languageVersionId: version?.id ?? '' }
  const lost = { ...target, languageVersionId: randomUUID() }
  // Another state is shown nothing of that work; it cannot name it either.
  expect(await choices(reference, scene.de)).toEqual([])
  expect(await by(scene.de, reference, target)).toMatchObject({ reason: 'not-found' })
  expect(await by(scene.officer, reference, lost)).toMatchObject({ reason: 'not-found' })
  const acts = await findActs(scene.db, (await scene.measure(reference)).id)
  const checked = acts.find(({ event }) => event.type === 'language-versions-checked')
  const all: WithheldTarget[] = [target, { kind: 'act', eventId: checked?.id ?? 0 }]

  scene.must(await by(scene.officer, reference, ...all))
  expect(await searchDatabase(scene.database.sql, word)).toEqual(nowhere)
  await holds()
  expect(await scene.states(reference, 'de')).toEqual(['3B998 missing'])
  expect(await germanOf(packageId)).not.toMatch(/zirkon|3B998/i)
  expect(await choices(reference, scene.officer)).toEqual([])
  expect(await by(scene.officer, reference, target)).toMatchObject({ reason: 'already-withheld' })
  // The state whose list it is could read it, and nobody else.
  expect(await addresseesOf(scene, reference, 'content-withheld')).toEqual(['NL'])

  const again = { key: randomUUID(), reason: 'A mistake.' }
  const first = (await standing(reference))?.id ?? ''
  scene.must(await restoreWithheld(scene.deps, scene.officer, reference, first, again))
  expect(await searchDatabase(scene.database.sql, word)).toEqual(before)
  await holds()
  expect(await scene.states(reference, 'de')).toEqual(['3B998 checked'])
  expect(await germanOf(packageId)).toContain(word)

  // The owner may do it in its file. Then another text takes its place.
  scene.must(await by(scene.nl, reference, ...all))
  await scene.add(reference, 'de', [pellicle('de')])
  expect(await scene.states(reference, 'de')).toEqual(['3B998 draft'])
  const how = { reason: 'Classified.', orderedBy: 'The officer', understood: 'on' as const }
  const second = (await standing(reference))?.id ?? ''
  scene.must(await purge(scene.deps, scene.nl, reference, second, { key: randomUUID(), ...how }))
  expect(await searchDatabase(scene.database.sql, word)).toEqual([])
  await holds()
  expect(await scene.states(reference, 'de')).toEqual(['3B998 draft'])
})

it('what was withdrawn, and what gave way to another, can be withheld too', async () => {
  const reference = await scene.listed(list(pellicle('en')))
  for (const title of [`${word} I`, `${word} II`]) await scene.add(reference, 'de', [pasted(title)])
  const [, last] = await choices(reference, scene.officer)
  scene.must(
    await withdrawLanguageVersion(scene.deps, scene.officer, 'de', {
      version: last?.id ?? '',
      reason: `It says ${word}.`,
    }),
  )
  const found = await choices(reference, scene.officer)
  expect(found).toHaveLength(2)
  const { targets } = withholdInput.parse({
    key: randomUUID(),
    languageVersions: found.map(({ id }) => id),
  })
  const acts = await findActs(scene.db, (await scene.measure(reference)).id)
  const withdrawn = acts.find(({ event }) => event.type === 'language-version-withdrawn')
  scene.must(
    await by(scene.officer, reference, ...targets, { kind: 'act', eventId: withdrawn?.id ?? 0 }),
  )
  expect(await searchDatabase(scene.database.sql, word)).toEqual(nowhere)
  await holds()
})

it('what a compilation has published is no secret', async () => {
  const reference = await scene.listed(list(pellicle('en')))
  await scene.add(reference, 'de', [pasted('Pellikel nach Maß')])
  const [version] = await choices(reference, scene.officer)
  scene.must(await scene.check(reference, 'de', 'As the Journal has it.'))
  const ids = (await scene.entriesOf(reference)).map(({ id }) => id)
  await scene.compiled(ids, { publishedOn: scene.today })
  expect(await scene.states(reference, 'de')).toEqual(['3B998 published'])
  expect(await choices(reference, scene.officer)).toEqual([])
  const target = { kind: 'language-version' as const, languageVersionId: version?.id ?? '' }
  expect(await by(scene.officer, reference, target)).toMatchObject({ reason: 'is-public' })
})

it('what packages call the entries of a final text goes with it, and what they hold stays', async () => {
  const reference = await scene.listed(list(pasted(original)))
  const packageId = await handedOver()
  const page = scene.must(await findPackagePage(scene.deps, scene.officer, packageId))
  const inManifest = 'public.package_manifests.content'
  expect(await searchDatabase(scene.database.sql, original)).toContain(inManifest)
  const { versions } = await scene.measure(reference)
  const [final] = versions
  const target = { kind: 'version' as const, versionId: final?.id ?? '', number: 1 }
  scene.must(await by(scene.nl, reference, target))
  expect(await searchDatabase(scene.database.sql, original)).not.toContain(inManifest)
  await holds()
  expect(scene.must(await findPackagePage(scene.deps, scene.officer, packageId))).toMatchObject({
    entries: page.entries,
    complete: page.complete,
    manifestSha256: page.manifestSha256,
  })
  const how = { key: randomUUID(), reason: 'A mistake.' }
  const id = (await standing(reference))?.id ?? ''
  scene.must(await restoreWithheld(scene.deps, scene.nl, reference, id, how))
  expect(await searchDatabase(scene.database.sql, original)).toContain(inManifest)
  await holds()
})
