import { randomUUID } from 'node:crypto'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import { type PackageManifest, packageManifest } from '#app/measures/language-package.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { NotificationPack } from '#app/measures/notification-pack.ts'
import {
  withheldManifest,
  withheldNotice,
  withheldPack,
  withheldText,
  wordingsOf,
} from '#app/measures/withheld-text.ts'
import {
  type FileAct,
  isPartWithheld,
  type Withheld,
  type WithheldTarget,
} from '#app/measures/withholding.ts'
import { withoutQuotes, withoutWords } from '#app/measures/without-words.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { checkContent } from '#app/text/check.ts'
import { type Content, withIds } from '#app/text/content.ts'
import { withoutElements } from '#app/text/without-elements.ts'
import type { Tx } from './client.server.ts'
import { freezeDraft } from './documents.server.ts'
import { findDocument } from './document-log.server.ts'
import type { DocumentStatus } from './schema/documents.ts'
import { jointComments } from './schema/joint-comments.ts'
import { packageManifests } from './schema/languages.ts'
import { attachments, notificationPacks, versionTexts } from './schema/measures.ts'
import { sealedParts, seals } from './schema/record.ts'
import { entries } from './schema/register.ts'

/**
 * What withholding would put aside, and what stands there then: read before anything is changed, and named by the
 * act. How it is done is in `withholding.server.ts`.
 */

/** Something and what is to stand in its place; `stub`: SHA-256 of that. */
interface Replaced<Key, Value> {
  key: Key
  instead: Value
  stub: string
}

export interface Plan {
  acts: Replaced<number, RecordedEvent>[]
  texts: Replaced<string, { content: unknown; wordings: Record<string, string> }>[]
  packs: Replaced<string, NotificationPack>[]
  manifests: Replaced<string, PackageManifest>[]
  parts: { sealId: string; commitment: string }[]
  attachments: string[]
  documents: {
    of: 'draft' | 'joint-comment'
    from: string
    to: string
    after: number
    status: DocumentStatus
    rest: Content
  }[]
}

/** What has to be put aside, and what stands there then. The living texts among it stay locked until commit. */
export async function planWithholding(
  tx: Tx,
  measure: Measure,
  acts: readonly FileAct[],
  withheld: Withheld,
): Promise<Plan> {
  return {
    documents: await planDocuments(tx, measure, withheld),
    acts: planActs(acts, withheld),
    texts: await planTexts(tx, [...withheld.texts]),
    packs: await planPacks(tx, [...withheld.packs]),
    manifests: await planManifests(tx, [...withheld.versions]),
    parts: await planParts(tx, measure.id, acts, withheld),
    attachments: await planAttachments(tx, [...withheld.attachments]),
  }
}

/** Whether there is nothing that is not withheld already. */
export function isNothing(plan: Plan): boolean {
  return Object.values(plan).every((list: readonly unknown[]) => list.length === 0)
}

function planActs(acts: readonly FileAct[], withheld: Withheld): Plan['acts'] {
  return acts.flatMap(({ id, event }) => {
    const extent = withheld.acts.get(id)
    if (!extent) return []
    const instead = extent === 'words' ? withoutWords(event) : withoutQuotes(event)
    if (!instead) return []
    const content = canonicalJson(instead)
    return content === canonicalJson(event) ? [] : [{ key: id, instead, stub: digest(content) }]
  })
}

async function planTexts(tx: Tx, hashes: string[]): Promise<Plan['texts']> {
  if (hashes.length === 0) return []
  const rows = await tx.select().from(versionTexts).where(inArray(versionTexts.sha256, hashes))
  return rows
    .filter(({ wordings }) => wordings === null)
    .map(({ sha256, content: stored }) => {
      const checked = checkContent(stored)
      const instead = checked.ok
        ? { content: withheldText(checked.content), wordings: hashedWordings(checked.content) }
        : { content: withheldNotice, wordings: {} }
      return { key: sha256, instead, stub: digest(canonicalJson(instead)) }
    })
}

function hashedWordings(content: Content): Record<string, string> {
  return Object.fromEntries(
    wordingsOf(content).map(([id, wording]) => [id, digest(canonicalJson(wording))]),
  )
}

async function planPacks(tx: Tx, hashes: string[]): Promise<Plan['packs']> {
  if (hashes.length === 0) return []
  const rows = await tx
    .select()
    .from(notificationPacks)
    .where(inArray(notificationPacks.sha256, hashes))
  return rows.flatMap(({ sha256, content }) => {
    // Packs are written by us alone, in this one shape.
    const instead = withheldPack(content as NotificationPack)
    const stub = digest(canonicalJson(instead))
    return stub === digest(canonicalJson(content)) ? [] : [{ key: sha256, instead, stub }]
  })
}

/** Packages of language versions name the entries of a final text by what they are called there. */
async function planManifests(tx: Tx, versionIds: string[]): Promise<Plan['manifests']> {
  if (versionIds.length === 0) return []
  const named = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(inArray(entries.versionId, versionIds))
  if (named.length === 0) return []
  const ids = new Set(named.map(({ id }) => id))
  const rows = await tx.select().from(packageManifests)
  return rows.flatMap(({ sha256, content: stored }) => {
    const manifest = packageManifest.parse(stored)
    const instead = withheldManifest(manifest, ids)
    const stub = digest(canonicalJson(instead))
    return stub === digest(canonicalJson(manifest)) ? [] : [{ key: sha256, instead, stub }]
  })
}

async function planParts(
  tx: Tx,
  measureId: string,
  acts: readonly FileAct[],
  withheld: Withheld,
): Promise<Plan['parts']> {
  const rows = await tx
    .select({
      sealId: sealedParts.sealId,
      commitment: sealedParts.commitment,
      name: sealedParts.name,
      sight: sealedParts.sight,
      subjectId: seals.subjectId,
    })
    .from(sealedParts)
    .innerJoin(seals, eq(seals.id, sealedParts.sealId))
    .where(and(eq(seals.measureId, measureId), ne(sealedParts.content, '')))
  return rows
    .filter((part) => isPartWithheld(part, withheld, acts))
    .map(({ sealId, commitment }) => ({ sealId, commitment }))
}

async function planAttachments(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(inArray(attachments.id, ids), eq(attachments.isWithheld, false)))
  return rows.map(({ id }) => id)
}

async function planDocuments(
  tx: Tx,
  measure: Measure,
  { draft, jointComments: jointIds }: Withheld,
): Promise<Plan['documents']> {
  const wanted: { of: 'draft' | 'joint-comment'; id: string; elements: string[] | null }[] = []
  if (draft && measure.documentId)
    wanted.push({ of: 'draft', id: measure.documentId, elements: draft.elements })
  if (jointIds.size > 0) {
    const rows = await tx
      .select({ id: jointComments.documentId })
      .from(jointComments)
      .where(inArray(jointComments.id, [...jointIds]))
    for (const { id } of rows) wanted.push({ of: 'joint-comment', id, elements: null })
  }
  const planned: Plan['documents'] = []
  // In one order, so that two who withhold never wait for each other.
  for (const { of, id: from, elements } of wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { content, seq: after } = await freezeDraft(tx, from)
    const { status } = (await findDocument(tx, from)) ?? { status: 'closed' as const }
    const rest = withoutElements(withIds(content), elements)
    planned.push({ of, from, to: randomUUID(), after, status, rest })
  }
  return planned
}

/** What the record says of it. */
export function withheldEvent(
  withholdingId: string,
  targets: WithheldTarget[],
  audience: EventOf<'content-withheld'>['audience'],
  { acts, texts, packs, manifests, parts, attachments, documents }: Plan,
): EventOf<'content-withheld'> {
  const byHash = ({ key: sha256, stub }: { key: string; stub: string }) => ({ sha256, stub })
  return {
    type: 'content-withheld',
    withholdingId,
    audience,
    targets,
    acts: acts.map(({ key: eventId, stub }) => ({ eventId, stub })),
    texts: texts.map(byHash),
    packs: packs.map(byHash),
    manifests: manifests.map(byHash),
    parts,
    attachments,
    documents: documents.map(({ of, from, to, after }) => ({ of, from, to, after })),
  }
}
