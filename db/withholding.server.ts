import { and, eq, inArray, sql } from 'drizzle-orm'
import { withheldWords } from '#app/measures/without-words.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import type { Tx } from './client.server.ts'
import { announce, createDocument } from './documents.server.ts'
import { findDocument } from './document-log.server.ts'
import { remake } from './remake.server.ts'
import {
  documentClients,
  documentHistories,
  documents,
  documentSnapshots,
} from './schema/documents.ts'
import { packageManifests } from './schema/languages.ts'
import { attachments, notificationPacks, versionTexts } from './schema/measures.ts'
import { events, sealedParts } from './schema/record.ts'
import { wordUploads } from './schema/word.ts'
import { allowWithholding, discardAside, putAside, takeBack } from './set-aside.server.ts'
import type { Plan } from './withholding-plan.server.ts'

/**
 * How words are withheld: what holds them is put aside, and in its place stands what is left of it, everywhere at
 * once and before the commit. So nothing that answers has to ask whether it may: the words are not there.
 */

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
  for (const { key, instead } of plan.manifests) {
    const isIt = eq(packageManifests.sha256, key)
    const [row] = await tx.select().from(packageManifests).where(isIt)
    await putAside(tx, withholdingId, 'manifest', [{ key, content: JSON.stringify(row?.content) }])
    await tx.update(packageManifests).set({ content: instead }).where(isIt)
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
  for (const { key, content } of await back('manifest')) {
    await tx
      .update(packageManifests)
      .set({ content: read(content) })
      .where(eq(packageManifests.sha256, key))
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
