import type { Actor } from '#app/access/actor.ts'
import type { MergeComments } from '#app/measures/comment-inputs.ts'
import { type Comment, decideMerging } from '#app/measures/discussion.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { findToAct, lockVersion } from './lock-discussion.server.ts'
import { once } from './once.server.ts'
import { placeInVersion, proposalOf } from './proposal-of.server.ts'

/**
 * Makes one comment inside of several, about the version in whose room it is done and where the first
 * of them stands. It is an inner comment like any other: released by an act of its own.
 */
export function mergeComments(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  { key: commentId, sources, ...form }: MergeComments,
): Promise<Result<{ commentId: string }>> {
  const content = { file: reference, number, sources, ...form }
  const done = { ok: true as const, commentId }
  return once(
    db,
    actor,
    { key: commentId, act: 'merge-comments', content },
    () => done,
    async (tx) => {
      const locked = await lockVersion(tx, actor, 'comment', reference, number)
      if (!locked.ok) return locked
      const { measure, version } = locked
      const read: { comment: Comment; revision: number }[] = []
      for (const { id, revision } of sources) {
        const found = await findToAct(tx, actor, 'merge-comment', measure, id)
        if (!found.ok) return found
        if (!read.some(({ comment }) => comment.id === id))
          read.push({ comment: found.comment, revision })
      }
      const [first, second] = read
      if (!first || !second) return refuse('invalid-input')
      const { threadId, provision, provisionOrder } = first.comment
      const place = await placeInVersion(tx, measure, threadId, version.id)
      const proposed = await proposalOf(tx, version, place, form)
      if (!proposed.ok) return proposed
      const { commentType, isQuestion, body } = form
      const { proposedWording, proposal } = proposed
      const said = { commentType, isQuestion, body, proposedWording, ...(proposal && { proposal }) }
      const written = { commentId, threadId, anchor: null, provision, provisionOrder, ...said }
      const decision = decideMerging(measure, version, written, read)
      if (!decision.ok) return decision
      await record(tx, actor, measure, decision.events)
      return done
    },
  )
}
