import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { readableText } from '#app/access/readable-text.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { anchorAt } from '#app/measures/anchor.ts'
import { inProtocolOrder, isMemberState } from '#app/measures/delegation-codes.ts'
import { decideOpening } from '#app/measures/joint-comment.ts'
import type { OpenJoint } from '#app/measures/joint-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import { createDocument } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { lockVersion } from './lock-discussion.server.ts'
import { once } from './once.server.ts'

/**
 * Opens a comment that several states are to write together, and invites them: from then they read
 * it, and whoever joins writes it. Nobody else knows that it exists until it is released.
 */
export function openJointComment(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  { key: jointId, element, commentType, isQuestion, invited: asked }: OpenJoint,
): Promise<Result<{ jointId: string }>> {
  const invited = inProtocolOrder(new Set(asked))
  const content = { file: reference, number, element, commentType, isQuestion, invited }
  const done = { ok: true as const, jointId }
  return once(
    db,
    actor,
    { key: jointId, act: 'open-joint-comment', content },
    () => done,
    async (tx) => {
      const locked = await lockVersion(tx, actor, 'open-joint', reference, number)
      if (!locked.ok) return locked
      const { measure, version } = locked
      const by = actor.delegation
      if (!isMemberState(by)) return refuse('not-allowed')
      const stored = await getVersionText(tx, version)
      const { elements, plain } = readableText(actor, fileSubject(measure), version, stored)
      const anchored = anchorAt(
        elements,
        plain,
        element === '' ? { kind: 'whole' } : { kind: 'element', elementId: element },
      )
      if (!anchored) return refuse('invalid-input')
      const documentId = randomUUID()
      const decision = decideOpening(measure, version, by, {
        jointId,
        documentId,
        ...anchored,
        commentType,
        isQuestion,
        invited,
      })
      if (!decision.ok) return decision
      await createDocument(tx, actor, {
        id: documentId,
        measureId: measure.id,
        purpose: 'joint-comment',
        content: emptyComment,
      })
      await record(tx, actor, measure, decision.events)
      return done
    },
  )
}

/** One section, as every text has sections; its page does not show which. */
const emptyComment: Content = {
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { id: 'comment', key: 'subject' },
      content: [{ type: 'paragraph', attrs: { id: 'comment-1' } }],
    },
  ],
}
