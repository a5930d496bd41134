import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { giveNoticeInput, openNoticeInput } from '#app/measures/inputs.ts'
import {
  recordCompilationInput,
  recordCoverageInput,
  recordRequirementInput,
} from '#app/measures/record-inputs.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { entries } from '#db/schema/register.ts'
import {
  adopt,
  type Demonstration,
  demoActor,
  drafterOf,
  measureOf,
  must,
  openList,
  releaserOf,
  shareDraft,
  writeDraft,
} from './acting.server.ts'
import { firstVersion, secondVersion } from './amendment.ts'
import { discuss } from './discuss.server.ts'
import { loadLanguages } from './languages.server.ts'
import { loadNotified } from './notify.server.ts'
import { netherlands, netherlands2025 } from './lists/netherlands.ts'
import {
  denmark,
  finland,
  france,
  germany,
  italy,
  lithuania,
  parallelDraft,
  spain,
} from './lists/others.ts'

/**
 * Files at every stage, made by the portal's own commands in one transaction: all of the
 * demonstration is there, or none. The people are there already.
 */
export async function loadDemonstration(tx: Tx): Promise<void> {
  const demonstration = { tx, deps: { db: tx } }
  const dutchList = await loadPublishedLists(demonstration)
  const amendment = await loadAmendment(demonstration, dutchList)
  await loadParallelDraft(demonstration, amendment)
  await openList(demonstration, finland)
  await loadNotice(demonstration)
  const notified = await loadNotified(demonstration, (days) => inDays(tx, -days))
  await loadLanguages(demonstration, notified, await inDays(tx, 0))
}

/** Real lists with the acts and dates that are known, and the one compilation whose number is. */
async function loadPublishedLists(demonstration: Demonstration): Promise<string> {
  const { tx, deps } = demonstration
  const dutchList = await openList(demonstration, netherlands)
  await adopt(demonstration, netherlands, dutchList)
  for (const list of [spain, france, italy, germany, denmark, lithuania]) {
    const reference = await openList(demonstration, list)
    await adopt(demonstration, list, reference)
  }
  const compiled = [await entryId(tx, 'ES', '1B1901'), await entryId(tx, 'NL', '3B1001')]
  const compilation = recordCompilationInput.parse({
    key: randomUUID(),
    kind: 'compilation',
    ojReference: 'C/2023/441',
    publishedOn: '2023-10-20',
    title: 'Compilation of national control lists under Article 9(4) of Regulation (EU) 2021/821',
    url: '',
    note: 'Lists of Spain and the Netherlands.',
    entryIds: compiled,
  })
  must('the compilation', await recordCompilation(deps, demoActor('com-officer'), compilation))
  await loadRequirements(demonstration)

  const amended = await openList(demonstration, netherlands2025, dutchList)
  await adopt(demonstration, netherlands2025, amended)
  await loadCoverage(demonstration)
  return dutchList
}

/** Invented: no state has said that it relies on these entries. */
async function loadRequirements({ tx, deps }: Demonstration): Promise<void> {
  const requirements = [
    { by: 'DE', issuer: 'NL', code: '3B1001', informed: 'all', exporterInformedOn: '2024-03-04' },
    {
      by: 'IT',
      issuer: 'ES',
      code: '1B1901',
      informed: 'nobody',
      exporterInformedOn: '2024-09-16',
    },
  ] as const
  for (const { by, issuer, code, informed, exporterInformedOn } of requirements) {
    const input = recordRequirementInput.parse({
      key: randomUUID(),
      exporterInformedOn,
      customsInformedOn: exporterInformedOn,
      informed,
      informationReason:
        'Demonstration: whether information is appropriate is the choice of the state.',
      information: informed === 'nobody' ? '' : 'Demonstration: items under this entry.',
    })
    const id = await entryId(tx, issuer, code)
    must(`the requirement of ${by}`, await recordRequirement(deps, releaserOf(by), id, input))
  }
}

/** What the Annex I of November 2025 took over of the Dutch list, point by point. */
async function loadCoverage({ tx, deps }: Demonstration): Promise<void> {
  const id = await entryId(tx, 'NL', '3B801')
  const covered = [
    { point: 'f.5', annexICode: '3B501.f.1.b', extent: 'wholly' },
    { point: 'd.2', annexICode: '3B501.n.5', extent: 'wholly' },
    { point: 'l', annexICode: '3B501.m', extent: 'wholly' },
    { point: 'a.4', annexICode: '3B501.a.4', extent: 'partly' },
    { point: 'd.1', annexICode: '3B501.n.1.c', extent: 'partly' },
  ]
  for (const coverage of covered) {
    const input = recordCoverageInput.parse({ entryId: id, since: '2025-11-15', ...coverage })
    must(
      `coverage of ${coverage.point}`,
      await recordCoverage(deps, demoActor('com-officer'), input),
    )
  }
}

async function loadAmendment(demonstration: Demonstration, changes: string): Promise<string> {
  const amendment = await openList(
    demonstration,
    {
      owner: 'NL',
      kind: 'amendment',
      title: 'Overlay of immersion scanners: amendment of the list for semiconductor equipment',
      language: 'en',
      grounds: ['public-security'],
      content: firstVersion,
      act: null,
    },
    changes,
  )
  await shareDraft(demonstration, 'NL', amendment, {
    coverNote: 'First draft. We would welcome views on the parameters of point f.6 above all.',
  })
  await discuss(demonstration, amendment, 1)
  await writeDraft(demonstration, drafterOf('NL'), amendment, secondVersion)
  await shareDraft(demonstration, 'NL', amendment, {
    commentsBy: await inDays(demonstration.tx, 24),
    coverNote: 'Second draft: the upper value of f.6 is 2.40 nm, a.4 follows Annex I, f.8 is new.',
  })
  await discuss(demonstration, amendment, 2)
  return amendment
}

async function loadParallelDraft(demonstration: Demonstration, amendment: string): Promise<void> {
  const parallel = await openList(demonstration, parallelDraft)
  must(
    'linking the parallel drafts',
    await linkParallelDraft(demonstration.deps, drafterOf('DE'), parallel, amendment),
  )
  await shareDraft(demonstration, 'DE', parallel, {
    audience: 'named',
    delegations: ['NL', 'COM'],
    coverNote: 'For coordination of the parameters before it is shared with all.',
  })
}

async function loadNotice({ tx, deps }: Demonstration): Promise<void> {
  const words = {
    risk: 'Diversion of navigation modules that keep working where satellite navigation is disturbed.',
    technology: 'Modules that combine inertial and visual navigation, sold without a vehicle.',
    envisaged:
      'An authorisation requirement for modules above a drift rate that is still to be set.',
    timetable: 'A draft is foreseen for the spring of next year.',
  }
  const opened = openNoticeInput.parse({
    key: randomUUID(),
    title: 'Autonomous navigation modules for small unmanned vehicles',
    grounds: ['public-security'],
    marking: 'limited-distribution',
    contact: 'Licensing office',
    kind: 'authorisation-requirement',
    originalLanguage: 'et',
    ...words,
  })
  const { reference } = must('the notice', await openNotice(deps, drafterOf('EE'), opened))
  const { revision } = await measureOf(tx, reference)
  const given = giveNoticeInput.parse({
    key: randomUUID(),
    revision,
    ...words,
    commentsBy: '',
    audience: 'named',
    delegations: ['DE', 'NL', 'LV', 'LT', 'PL', 'FI', 'COM'],
  })
  must('giving the notice', await giveNotice(deps, releaserOf('EE'), reference, given))
}

async function entryId(tx: Tx, issuer: 'NL' | 'ES', code: string): Promise<string> {
  const [row] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.issuer, issuer), eq(entries.code, code)))
  if (!row) throw new Error(`the demonstration has no entry ${code} of ${issuer}`)
  return row.id
}

/** A day so many days from now, by the database's clock. */
async function inDays(tx: Tx, days: number): Promise<string> {
  const { instant } = await databaseTime(tx)
  return new Date(instant.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
