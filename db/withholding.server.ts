import { randomUUID } from 'node:crypto'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { NotificationPack } from '#app/measures/notification-pack.ts'
import {
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
import { withheldWords, withoutQuotes, withoutWords } from '#app/measures/without-words.ts'
import { digest } from '#app/proof/event-hash.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { checkContent } from '#app/text/check.ts'
import { type Content, withIds } from '#app/text/content.ts'
import { withoutElements } from '#app/text/without-elements.ts'
import type { Tx } from './client.server.ts'
import { announce, createDocument, freezeDraft } from './documents.server.ts'
import { findDocument } from './document-log.server.ts'
import { remake } from './remake.server.ts'
import {
  documentClients,
  documentHistories,
  documents,
  documentSnapshots,
  type DocumentStatus,
} from './schema/documents.ts'
import { jointComments } from './schema/joint-comments.ts'
import { attachments, notificationPacks, versionTexts } from './schema/measures.ts'
import { events, sealedParts, seals } from './schema/record.ts'
import { wordUploads } from './schema/word.ts'
import { allowWithholding, discardAside, putAside, takeBack } from './set-aside.server.ts'

/**
 * How words are withheld: what holds them is put aside, and in its place stands what is left of it, everywhere at
 * once and before the commit. So nothing that answers has to ask whether it may: the words are not there.
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
  { acts, texts, packs, parts, attachments, documents }: Plan,
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
    parts,
    attachments,
    documents: documents.map(({ of, from, to, after }) => ({ of, from, to, after })),
  }
}

/**
 * Puts everything aside but the acts and parts, which the record has to name first, and makes the tables
 * anew. To be called before the act is recorded: it takes a moment, and whoever records keeps others waiting.
 */
export async function withhold(
  tx: Tx,
  measureId: string,
  withholdingId: string,
  plan: Plan,
): Promise<void> {
  await allowWithholding(tx)
  for (const { key, instead } of plan.texts) {
    const [row] = await tx.select().from(versionTexts).where(eq(versionTexts.sha256, key))
    await putAside(tx, withholdingId, 'text', [{ key, content: JSON.stringify(row?.content) }])
    await tx.update(versionTexts).set(instead).where(eq(versionTexts.sha256, key))
  }
  for (const { key, instead } of plan.packs) {
    const isIt = eq(notificationPacks.sha256, key)
    const [row] = await tx.select().from(notificationPacks).where(isIt)
    await putAside(tx, withholdingId, 'pack', [{ key, content: JSON.stringify(row?.content) }])
    await tx.update(notificationPacks).set({ content: instead }).where(isIt)
  }
  await withholdAttachments(tx, withholdingId, plan.attachments)
  for (const document of plan.documents) await withholdText(tx, measureId, withholdingId, document)
  // What somebody is about to bring in says the same, and nobody has looked at it yet.
  await tx.delete(wordUploads).where(eq(wordUploads.measureId, measureId))
  await remake(tx, measureId, new Map(plan.acts.map(({ key, instead }) => [key, instead])))
}

/** The acts and parts, once the record names what stands in their places. */
export async function withholdActs(tx: Tx, withholdingId: string, plan: Plan): Promise<void> {
  for (const { key, instead } of plan.acts) {
    const [row] = await tx
      .select({ content: events.content })
      .from(events)
      .where(eq(events.id, key))
    await putAside(tx, withholdingId, 'act', [{ key: `${key}`, content: row?.content ?? '' }])
    await tx
      .update(events)
      .set({ content: canonicalJson(instead) })
      .where(eq(events.id, key))
  }
  for (const { sealId, commitment } of plan.parts) {
    const isIt = and(eq(sealedParts.sealId, sealId), eq(sealedParts.commitment, commitment))
    const [row] = await tx.select().from(sealedParts).where(isIt)
    if (!row) continue
    const { name, salt, content, sight } = row
    const kept = JSON.stringify({ name, salt, content, sight })
    await putAside(tx, withholdingId, 'part', [{ key: `${sealId} ${commitment}`, content: kept }])
    await tx
      .update(sealedParts)
      .set({ name: '', salt: '', content: '', sight: { of: 'nothing' } })
      .where(isIt)
  }
}

async function withholdAttachments(tx: Tx, withholdingId: string, ids: readonly string[]) {
  for (const id of ids) {
    const isIt = eq(attachments.id, id)
    const [row] = await tx.select().from(attachments).where(isIt)
    if (!row) continue
    const { name, otherChannel, bytes } = row
    const kept = JSON.stringify({ name, otherChannel })
    await putAside(tx, withholdingId, 'attachment', [{ key: id, content: kept }])
    if (bytes) await putAside(tx, withholdingId, 'attachment-bytes', [{ key: id, content: bytes }])
    await tx
      .update(attachments)
      .set({
        name: name && withheldWords,
        otherChannel: otherChannel && withheldWords,
        bytes: null,
        isWithheld: true,
      })
      .where(isIt)
  }
}

/** Ends a living text, with those before it, and begins another with what is left. */
async function withholdText(
  tx: Tx,
  measureId: string,
  withholdingId: string,
  { of, from, to, after, status, rest }: Plan['documents'][number],
) {
  const ids = await findChain(tx, from)
  for (const id of ids) {
    await tx
      .update(documents)
      .set({ isWithheld: true, status: 'closed', accessEpoch: sql`${documents.accessEpoch} + 1` })
      .where(eq(documents.id, id))
    await tx.execute(sql`
      INSERT INTO set_aside (withholding_id, holder, key, content)
      SELECT ${withholdingId}, 'update', document_id || ' ' || seq, update FROM document_updates
      WHERE document_id = ${id} AND update <> ''`)
    await tx.execute(sql`
      UPDATE document_updates SET sha256 = encode(sha256(update), 'hex'), update = ''
      WHERE document_id = ${id} AND update <> ''`)
    await tx.delete(documentSnapshots).where(eq(documentSnapshots.documentId, id))
    await tx.delete(documentHistories).where(eq(documentHistories.documentId, id))
    // Nobody goes on under an id that they had there.
    await tx
      .update(documentClients)
      .set({ personId: null, sessionId: null })
      .where(eq(documentClients.documentId, id))
  }
  const continues = { id: from, after, status }
  await createDocument(tx, null, { id: to, measureId, purpose: of, content: rest, continues })
  await announce(tx, ids)
}

/** A text and those that it took the places of, as far as they can be read. */
async function findChain(tx: Tx, id: string): Promise<string[]> {
  const document = await findDocument(tx, id)
  if (!document || document.isWithheld) return []
  return [id, ...(document.continues ? await findChain(tx, document.continues) : [])]
}

/** Puts everything back as it was. A living text is not changed by it: what it was can be read again. */
export async function restore(tx: Tx, measureId: string, withholdingId: string): Promise<void> {
  await allowWithholding(tx)
  const back = (holder: Parameters<typeof takeBack>[2]) => takeBack(tx, withholdingId, holder)
  for (const { key, content } of await back('text')) {
    await tx
      .update(versionTexts)
      .set({ content: read(content), wordings: null })
      .where(eq(versionTexts.sha256, key))
  }
  for (const { key, content } of await back('pack')) {
    await tx
      .update(notificationPacks)
      .set({ content: read(content) })
      .where(eq(notificationPacks.sha256, key))
  }
  for (const { key, content } of await back('attachment')) {
    const names = read(content) as { name: string; otherChannel: string | null }
    await tx
      .update(attachments)
      .set({ ...names, isWithheld: false })
      .where(eq(attachments.id, key))
  }
  for (const { key, content } of await back('attachment-bytes'))
    await tx.update(attachments).set({ bytes: content }).where(eq(attachments.id, key))
  for (const { key, content } of await back('act')) {
    await tx
      .update(events)
      .set({ content: textOf(content) })
      .where(eq(events.id, Number(key)))
  }
  for (const { key, content } of await back('part')) {
    const [sealId = '', commitment = ''] = key.split(' ')
    await tx
      .update(sealedParts)
      .set(
        read(content) as Pick<
          typeof sealedParts.$inferSelect,
          'name' | 'salt' | 'content' | 'sight'
        >,
      )
      .where(and(eq(sealedParts.sealId, sealId), eq(sealedParts.commitment, commitment)))
  }
  await restoreLogs(tx, withholdingId)
  await discardAside(tx, withholdingId)
  await remake(tx, measureId, new Map())
}

async function restoreLogs(tx: Tx, withholdingId: string) {
  const rows = await tx.execute<{ id: string }>(sql`
    UPDATE document_updates SET update = set_aside.content, sha256 = NULL FROM set_aside
    WHERE set_aside.withholding_id = ${withholdingId} AND set_aside.holder = 'update'
      AND set_aside.key = document_updates.document_id || ' ' || document_updates.seq
    RETURNING document_id AS id`)
  const ids = [...new Set(rows.map(({ id }) => id))]
  if (ids.length === 0) return
  await tx.update(documents).set({ isWithheld: false }).where(inArray(documents.id, ids))
}

/** For good: what was put aside is gone. */
export async function purge(tx: Tx, withholdingId: string): Promise<void> {
  await discardAside(tx, withholdingId)
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function read(bytes: Uint8Array): unknown {
  return JSON.parse(textOf(bytes))
}
