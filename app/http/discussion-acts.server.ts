import { json } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { answerReply } from '#app/commands/answer-reply.server.ts'
import { discardComment } from '#app/commands/discard-comment.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { mergeComments } from '#app/commands/merge-comments.server.ts'
import { placeThread } from '#app/commands/place-thread.server.ts'
import { recallComment } from '#app/commands/recall-comment.server.ts'
import { recallRelease } from '#app/commands/recall-release.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { replyInside } from '#app/commands/reply-inside.server.ts'
import { reviseComment } from '#app/commands/revise-comment.server.ts'
import { takeUpSeveral } from '#app/commands/take-up-several.server.ts'
import { takeUpWording } from '#app/commands/take-up-wording.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import type { DiscussionAnswer } from '#app/components/comments/answer.ts'
import {
  type DiscussionAct,
  type DiscussionInputs,
  discussionInputs,
} from '#app/measures/comment-inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { checkForm, formOf } from './form.server.ts'
import { inTurn } from './in-turn.server.ts'
import { refusedForm } from './refusal.server.ts'

/** The version whose room the form was sent from. */
interface Room {
  reference: string
  number: number
}

type Perform = (deps: Deps, actor: Actor, room: Room, form: FormData) => Promise<Response>

/** What one can do in a comments room; the form says which in `act`. */
const acts: Record<DiscussionAct, Perform> = {
  write: act('write', discussionInputs.write, [], writeComment),
  revise: act('revise', discussionInputs.revise, [], (deps, actor, { reference }, input) =>
    reviseComment(deps, actor, reference, input),
  ),
  discard: act('discard', discussionInputs.discard, [], (deps, actor, { reference }, { comment }) =>
    discardComment(deps, actor, reference, comment),
  ),
  release: act(
    'release',
    discussionInputs.release,
    ['comments', 'delegations'],
    (deps, actor, { reference }, input) => releaseComments(deps, actor, reference, input),
  ),
  merge: act('merge', discussionInputs.merge, ['sources'], mergeComments),
  'reply-inside': act(
    'reply-inside',
    discussionInputs['reply-inside'],
    [],
    (deps, actor, { reference }, input) => replyInside(deps, actor, reference, input),
  ),
  'recall-release': act(
    'recall-release',
    discussionInputs['recall-release'],
    [],
    (deps, actor, { reference }, input) => recallRelease(deps, actor, reference, input),
  ),
  recall: act('recall', discussionInputs.recall, [], (deps, actor, { reference }, input) =>
    recallComment(deps, actor, reference, input),
  ),
  reply: act('reply', discussionInputs.reply, [], (deps, actor, { reference }, input) =>
    giveReply(deps, actor, reference, input),
  ),
  'answer-reply': act(
    'answer-reply',
    discussionInputs['answer-reply'],
    [],
    (deps, actor, { reference }, input) => answerReply(deps, actor, reference, input),
  ),
  'place-thread': act('place-thread', discussionInputs['place-thread'], [], placeThread),
  'take-up': act('take-up', discussionInputs['take-up'], [], (deps, actor, { reference }, input) =>
    takeUpWording(deps, actor, reference, input),
  ),
  'take-up-several': act(
    'take-up-several',
    discussionInputs['take-up-several'],
    ['comments'],
    (deps, actor, { reference }, input) => takeUpSeveral(deps, actor, reference, input),
  ),
}

/** Reads which act a form is, does it, and answers with what came of it. */
export async function performInRoom(deps: Deps, actor: Actor, room: Room, request: Request) {
  const form = await formOf(request)
  const name = String(form.get('act'))
  const perform = Object.hasOwn(acts, name) ? acts[name as DiscussionAct] : null
  return perform ? perform(deps, actor, room, form) : refusedForm(badRequest, {})
}

const badRequest = { ok: false, reason: 'invalid-input' } as const

function act<Act extends DiscussionAct, Schema extends z.ZodType & DiscussionInputs[Act]>(
  name: Act,
  schema: Schema,
  lists: readonly string[],
  perform: (
    deps: Deps,
    actor: Actor,
    room: Room,
    input: z.infer<Schema>,
  ) => Promise<Result<{ commentId?: string }>>,
): Perform {
  return async (deps, actor, room, form) => {
    const read = checkForm(form, schema, lists)
    if (!read.ok) return read.response
    const result = await inTurn(room.reference, () => perform(deps, actor, room, read.input))
    if (!result.ok) return refusedForm(result, read.values)
    return json<DiscussionAnswer>({ done: name, commentId: result.commentId })
  }
}
