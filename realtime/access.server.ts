import type { Actor } from '#app/access/actor.ts'
import { jointSubject } from '#app/access/joint-subject.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findDocument, findSuccessor, type DocumentRecord } from '#db/document-log.server.ts'
import { findJointCommentOfText } from '#db/joint-comments.server.ts'
import { findMeasure } from '#db/measures.server.ts'
import { findActorOfSession } from '#db/sessions.server.ts'
import type { Joined, RefusalReason } from './protocol.ts'

export type Access =
  | {
      ok: true
      mode: 'write' | 'read'
      because: Joined['because']
      actor: Actor
      document: DocumentRecord
    }
  | { ok: false; reason: RefusalReason }

/**
 * What a session may do with a text now. The document is read before the rights are: a change of
 * rights in between raises its access epoch, and the append on the one read here is refused. What
 * somebody may not see does not exist for them.
 */
export async function findAccess(
  db: Database,
  sessionId: string,
  documentId: string,
): Promise<Access> {
  const document = await findDocument(db, documentId)
  const session = await findActorOfSession(db, sessionId, { isActive: true })
  if (!session) return { ok: false, reason: 'signed-out' }
  const measure = document?.measureId ? await findMeasure(db, document.measureId) : null
  if (!document || !measure) return { ok: false, reason: 'not-found' }
  const { actor } = session
  if (document.purpose === 'joint-comment') return accessToJoint(db, actor, document, measure)
  const subject = fileSubject(measure)
  if (document.isWithheld && can(actor, 'see-draft', subject).ok) return withheld
  const isOpen = document.status === 'open'
  if (isOpen && can(actor, 'write-draft', subject).ok) {
    return { ok: true, mode: 'write', because: null, actor, document }
  }
  if (!can(actor, 'see-draft', subject).ok) return { ok: false, reason: 'not-found' }
  const because = isOpen ? 'read-only' : 'document-closed'
  return { ok: true, mode: 'read', because, actor, document }
}

const withheld = { ok: false as const, reason: 'withheld' as const }

/** What states write together is written by those who take part, and read by those invited too. */
async function accessToJoint(
  db: Database,
  actor: Actor,
  document: DocumentRecord,
  measure: Measure,
): Promise<Access> {
  const current = document.isWithheld ? await findSuccessor(db, document) : document
  const joint = await findJointCommentOfText(db, current.id)
  const subject = joint && jointSubject(measure, joint)
  if (!subject || !can(actor, 'see-joint', subject).ok) return { ok: false, reason: 'not-found' }
  if (document.isWithheld) return withheld
  const isOpen = document.status === 'open'
  if (isOpen && can(actor, 'write-joint', subject).ok) {
    return { ok: true, mode: 'write', because: null, actor, document }
  }
  const because = isOpen ? 'read-only' : 'document-closed'
  return { ok: true, mode: 'read', because, actor, document }
}
