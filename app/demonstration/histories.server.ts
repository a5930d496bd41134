import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { recordCompilation } from '#app/commands/record-compilation.server.ts'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import {
  prepareNotificationInput,
  recordCompilationInput,
  recordCoverageInput,
  recordSendingInput,
} from '#app/measures/record-inputs.ts'
import type { Tx } from '#db/client.server.ts'
import { entries } from '#db/schema/register.ts'
import {
  adopt,
  demoActor,
  type Demonstration,
  measureOf,
  must,
  openList,
  releaserOf,
} from './acting.server.ts'
import {
  annexI2025,
  coverage2025,
  histories,
  type Publication,
  publications,
} from './lists/histories.ts'
import type { DemoList } from './lists/list.ts'

/** The reference of what changed last, by the state whose list it is. */
export type References = Map<MemberStateCode, string>

/**
 * Real lists with their amendments, the compilations that are known and the Annex I of November 2025, by
 * the portal's own commands.
 */
export async function loadHistories(demonstration: Demonstration): Promise<References> {
  const lists = await loadLists(demonstration)
  const references = new Map(lists)
  for (const year of [2024, 2025]) await amendLists(demonstration, references, year)
  await coverNetherlands(demonstration)
  return lists
}

/** The lists as they were first adopted, and the compilations that name them. */
export async function loadLists(demonstration: Demonstration): Promise<References> {
  const references: References = new Map()
  for (const { list, isNotified } of histories) {
    const reference = await openList(demonstration, list)
    await adopt(demonstration, list, reference)
    if (isNotified) await notifyOnUnknownDay(demonstration, list, reference)
    references.set(list.owner, reference)
  }
  for (const publication of publications) await compile(demonstration, publication)
  return references
}

/** The amendments that entered into force in a year. */
export async function amendLists(
  demonstration: Demonstration,
  references: References,
  year: number,
): Promise<void> {
  const amending = histories
    .flatMap(({ amendments }) => amendments)
    .filter(({ act }) => act?.inForceOn?.on.startsWith(`${year}-`))
  for (const amendment of amending) {
    const reference = await openList(demonstration, amendment, references.get(amendment.owner))
    await adopt(demonstration, amendment, reference)
    references.set(amendment.owner, reference)
  }
}

/** That it was notified to the Commission follows from the compilation; nothing else is known of it. */
async function notifyOnUnknownDay(
  { tx, deps }: Demonstration,
  list: DemoList,
  reference: string,
): Promise<void> {
  const owner = releaserOf(list.owner)
  const key = randomUUID()
  const { revision } = await measureOf(tx, reference)
  const prepared = prepareNotificationInput.parse({
    key,
    revision,
    reasons: 'The reasons stand in the notification, which has not been read.',
    description: list.title,
  })
  must('preparing', await prepareNotification(deps, owner, reference, prepared))
  const sending = recordSendingInput.parse({
    addressees: ['COM'],
    channel: 'Not established',
    sentOn: notEstablished,
  })
  must('sending', await recordSending(deps, owner, reference, key, sending))
}

async function compile({ tx, deps }: Demonstration, publication: Publication): Promise<void> {
  const { kind, ojReference, publishedOn, note, names } = publication
  const entryIds: string[] = []
  for (const { issuer, code } of names) entryIds.push(await entryIdOf(tx, issuer, code))
  const input = recordCompilationInput.parse({
    key: randomUUID(),
    kind,
    ojReference,
    publishedOn: publishedOn.on,
    title: 'Compilation of national control lists under Article 9(4) of Regulation (EU) 2021/821',
    url: '',
    note,
    entryIds,
  })
  must(`compiling ${ojReference}`, await recordCompilation(deps, demoActor('com-officer'), input))
}

/** What the Annex I of November 2025 took over of the Dutch list, point by point. */
export async function coverNetherlands({ tx, deps }: Demonstration): Promise<void> {
  const entryId = await entryIdOf(tx, 'NL', '3B801')
  for (const coverage of coverage2025) {
    const input = recordCoverageInput.parse({ entryId, since: annexI2025.on, ...coverage })
    const recorded = await recordCoverage(deps, demoActor('com-officer'), input)
    must(`coverage of ${coverage.point}`, recorded)
  }
}

/** The first edition of what a state has under a code; without one, of what it has without. */
export async function entryIdOf(tx: Tx, issuer: MemberStateCode, code: string): Promise<string> {
  const [row] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.issuer, issuer), eq(entries.code, code), eq(entries.edition, 1)))
  if (!row) throw new Error(`the demonstration has no entry ${code} of ${issuer}`)
  return row.id
}
