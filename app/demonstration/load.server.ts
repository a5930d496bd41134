import { randomUUID } from 'node:crypto'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { giveNoticeInput, openNoticeInput } from '#app/measures/inputs.ts'
import { recordRequirementInput } from '#app/measures/record-inputs.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import {
  type Demonstration,
  drafterOf,
  measureOf,
  must,
  openList,
  releaserOf,
  reviseDraft,
  shareDraft,
} from './acting.server.ts'
import { firstVersion, secondVersion } from './amendment.ts'
import { discuss } from './discuss.server.ts'
import { amendLists, coverNetherlands, entryIdOf, loadLists } from './histories.server.ts'
import { loadLanguages } from './languages.server.ts'
import { loadNotified } from './notify.server.ts'
import { finland, parallelDraft } from './lists/others.ts'

/**
 * Files at every stage, made by the portal's own commands in one transaction: all of the
 * demonstration is there, or none. The people are there already.
 */
export async function loadDemonstration(tx: Tx): Promise<void> {
  const demonstration = { tx, deps: { db: tx } }
  const references = await loadLists(demonstration)
  const dutchList = references.get('NL') ?? ''
  await loadRequirements(demonstration)
  await amendLists(demonstration, references, 2024)
  // The draft that most of the demonstration is about bears the number 3.
  const amendment = await loadAmendment(demonstration, dutchList)
  await amendLists(demonstration, references, 2025)
  await coverNetherlands(demonstration)
  await loadParallelDraft(demonstration, amendment)
  await openList(demonstration, finland)
  await loadNotice(demonstration)
  const notified = await loadNotified(demonstration, (days) => inDays(tx, -days))
  await loadLanguages(demonstration, notified, await inDays(tx, 0))
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
    const id = await entryIdOf(tx, issuer, code)
    must(`the requirement of ${by}`, await recordRequirement(deps, releaserOf(by), id, input))
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
  await reviseDraft(demonstration, drafterOf('NL'), amendment, secondVersion)
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

/** A day so many days from now, by the database's clock. */
async function inDays(tx: Tx, days: number): Promise<string> {
  const { instant } = await databaseTime(tx)
  return new Date(instant.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
