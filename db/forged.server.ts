import { sql } from 'drizzle-orm'
import { sealOf } from '#app/proof/sealed-record.ts'
import type { Tx } from './client.server.ts'
import type { ReplayFault } from './replay.server.ts'

/**
 * What the record does not fill itself and yet names: parts of what was sealed, by the seal over all of them, and
 * attached files, by what was recorded of each. The first of each that is not what the record says.
 */
export async function findForged(tx: Tx): Promise<ReplayFault[]> {
  return [...(await findForgedParts(tx)), ...(await findForgedAttachments(tx))]
}

/** A part is bound by its commitment, and all of them by the seal; one that was withheld by the commitment alone. */
async function findForgedParts(tx: Tx): Promise<ReplayFault[]> {
  const [part] = await tx.execute<{ seal_id: string; commitment: string }>(sql`
    WITH withheld AS (
      SELECT part ->> 'sealId' AS seal_id, part ->> 'commitment' AS commitment
      FROM events, jsonb_array_elements(content::jsonb -> 'parts') AS part
      WHERE type = 'content-withheld'
        AND content::jsonb ->> 'withholdingId' NOT IN (
          SELECT content::jsonb ->> 'withholdingId' FROM events WHERE type = 'withheld-restored'))
    SELECT seal_id, commitment FROM public.sealed_parts AS part
    WHERE CASE
      WHEN EXISTS (SELECT FROM withheld
        WHERE withheld.seal_id = part.seal_id::text AND withheld.commitment = part.commitment)
      THEN (name, salt, content, sight) IS DISTINCT FROM ('', '', '', '{"of":"nothing"}'::jsonb)
      ELSE commitment <> encode(sha256(convert_to(
        '["' || salt || '",' || to_json(name) || ',' || content || ']', 'UTF8')), 'hex')
    END
    ORDER BY seal_id, commitment LIMIT 1`)
  if (part) return [{ table: 'sealed_parts', row: part, fault: 'changed' }]
  const seals = await tx.execute<{ id: string; seal: string; commitments: string[] }>(sql`
    SELECT act.content::jsonb ->> 'sealId' AS id, act.content::jsonb ->> 'seal' AS seal,
      ARRAY(SELECT part.commitment FROM public.sealed_parts AS part
        WHERE part.seal_id = (act.content::jsonb ->> 'sealId')::uuid) AS commitments
    FROM events AS act WHERE act.type = 'record-sealed' ORDER BY act.id`)
  const broken = seals.find(({ seal, commitments }) => sealOf(commitments) !== seal)
  if (broken) return [{ table: 'sealed_parts', row: { seal_id: broken.id }, fault: 'not-its-hash' }]
  const [stray] = await tx.execute<{ seal_id: string }>(sql`
    SELECT DISTINCT part.seal_id FROM public.sealed_parts AS part
    WHERE part.seal_id::text NOT IN (
      SELECT act.content::jsonb ->> 'sealId' FROM events AS act WHERE act.type = 'record-sealed')`)
  return stray ? [{ table: 'sealed_parts', row: stray, fault: 'added' }] : []
}

async function findForgedAttachments(tx: Tx): Promise<ReplayFault[]> {
  const rows = await tx.execute<{ id: string; fault: ReplayFault['fault'] }>(sql`
    WITH told AS (
      SELECT (content::jsonb ->> 'attachmentId')::uuid AS id, measure_id, at, person_id,
        content::jsonb AS said
      FROM events WHERE type = 'attachment-added'
    ), removed AS (
      SELECT (content::jsonb ->> 'attachmentId')::uuid AS id, at
      FROM events WHERE type = 'attachment-removed'
    ), withheld AS (
      SELECT jsonb_array_elements_text(content::jsonb -> 'attachments')::uuid AS id
      FROM events WHERE type = 'content-withheld'
        AND content::jsonb ->> 'withholdingId' NOT IN (
          SELECT content::jsonb ->> 'withholdingId' FROM events WHERE type = 'withheld-restored')
    )
    SELECT id, CASE WHEN told.said IS NULL THEN 'added' WHEN there.name IS NULL THEN 'missing'
      ELSE 'changed' END AS fault
    FROM public.attachments AS there FULL JOIN told USING (id)
      LEFT JOIN removed USING (id) LEFT JOIN withheld USING (id)
    WHERE there.name IS NULL OR told.said IS NULL
      OR (there.measure_id, there.added_at, there.added_by, there.removed_at)
        IS DISTINCT FROM (told.measure_id, told.at, told.person_id, removed.at)
      OR (there.name, there.kind, there.language, there.media_type, there.size, there.sha256,
          there.other_channel, there.is_shared, there.is_withheld)
        IS DISTINCT FROM (said ->> 'name', said ->> 'kind', said ->> 'language',
          said ->> 'mediaType', (said ->> 'size')::int, said ->> 'sha256',
          said ->> 'otherChannel', (said ->> 'isShared')::boolean, withheld.id IS NOT NULL)
      OR CASE WHEN removed.at IS NOT NULL OR withheld.id IS NOT NULL THEN there.bytes IS NOT NULL
        ELSE encode(sha256(there.bytes), 'hex') IS DISTINCT FROM there.sha256 END
    ORDER BY id LIMIT 1`)
  return rows.map(({ id, fault }) => ({ table: 'attachments', row: { id }, fault }))
}
