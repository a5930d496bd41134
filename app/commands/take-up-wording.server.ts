import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { TakeUp } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decideTakingUp, refuseTakingUp } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findPassage, replacePassage } from '#app/text/passage.ts'
import { findReply, findReplyByKey, findThread } from '#db/comments.server.ts'
import { appendServerEdit, freezeDraft } from '#db/documents.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { answerAgain, replyAudience } from './give-reply.server.ts'
import { findToAct } from './lock-discussion.server.ts'

/**
 * The owner takes a proposed wording into the draft: text, reply and credit are one act, and the
 * file says whose words they are. Refused where the passage is not in the draft any more as it was
 * commented on: nothing is ever put in by guess.
 */
export function takeUpWording(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key: replyId, comment: commentId, reason }: TakeUp,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const measure = await lockMeasureByReference(tx, reference)
    if (!measure?.documentId) return refuse('not-found')
    const found = await findToAct(tx, actor, 'take-up', measure, commentId)
    if (!found.ok) return found
    const { comment, version } = found
    const known = await findReplyByKey(tx, replyId)
    if (known) return answerAgain(known, { commentId: comment.id, outcome: 'taken-up', reason })
    const refusal = refuseTakingUp(comment)
    if (refusal) return refusal
    // One line takes the place of another; a text has no line breaks inside its lines.
    const wording = (comment.proposedWording ?? '').replaceAll(/\s*\n\s*/g, ' ')

    const thread = await findThread(tx, measure.id, comment.threadId)
    const opened = measure.versions.find(({ id }) => id === thread?.versionId) ?? version
    const { content: before } = await getVersionText(tx, opened)
    // The document stays locked from here, so the passage is where it is found until it is replaced.
    const draft = await freezeDraft(tx, measure.documentId)
    const passage = thread && findPassage(thread.anchor, before, draft.content)
    if (!passage) return refuse('wording-changed')
    let isReplaced = false
    const edit = await appendServerEdit(tx, actor, measure.documentId, (text) => {
      isReplaced = replacePassage(text, passage, wording)
    })
    if (!edit.ok) return edit
    if (!isReplaced) return refuse('wording-changed')

    const decision = decideTakingUp(
      comment,
      await findReply(tx, comment.id),
      { replyId, reason },
      {
        creditId: randomUUID(),
        documentSeq: edit.seq,
        elementId: passage.elementId,
        before: passage.words,
        after: wording,
      },
    )
    if (!decision.ok) throw new Error(`the wording was put in and then refused: ${decision.reason}`)
    await record(tx, actor, measure, decision.events, replyAudience(comment))
    return decision
  })
}
