import { sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Tx } from './client.server.ts'

/** Where changes of rights are told; the payload is the delegation whose people they concern. */
export const rightsChannel = 'concert_rights'

/**
 * Called by whatever changes what people of a delegation may do, in its transaction and before the
 * record is locked. Appends to the delegation's open documents name the access epoch that was
 * judged, so none that was judged before this commits after it. Sockets are judged again. Rows are
 * locked in one order, so that two changes of rights never wait for each other.
 */
export async function raiseAccess(tx: Tx, delegation: DelegationCode): Promise<void> {
  await tx.execute(sql`
    WITH reached AS (
      SELECT documents.id FROM documents JOIN measures ON measures.id = documents.measure_id
      WHERE documents.status = 'open' AND (
        (documents.purpose = 'draft' AND measures.owner = ${delegation})
        OR (documents.purpose = 'joint-comment' AND documents.id IN (
          SELECT joint_comments.document_id FROM joint_comments
          JOIN joint_members ON joint_members.joint_id = joint_comments.id
          WHERE joint_members.delegation = ${delegation})))
      ORDER BY documents.id FOR NO KEY UPDATE OF documents)
    UPDATE documents SET access_epoch = access_epoch + 1
    FROM reached WHERE documents.id = reached.id`)
  await tx.execute(sql`SELECT pg_notify(${rightsChannel}, ${delegation})`)
}
