import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { readableText } from '#app/access/readable-text.ts'
import {
  type Anchored,
  anchorAt,
  type Place,
  placeOfAnchor,
  theWhole,
} from '#app/measures/anchor.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { type Comment, decideWriting, saysTheSame } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { type Refusal, type Result, refuse } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import {
  findComment,
  findCommentsInThread,
  findThread,
  isCommentKnown,
} from '#db/comments.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { lockVersion, subjectIn } from './lock-discussion.server.ts'
import { placeInVersion, proposalOf } from './proposal-of.server.ts'

/**
 * Writes a comment in the inner lane: only the writer's own delegation sees it until a release. The
 * form's key becomes the comment's id, and a new thread's, so the same form sent twice is one comment;
 * a used key with anything else in the form is refused, never taken for it.
 */
export function writeComment(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  input: WriteComment,
): Promise<Result<{ commentId: string }>> {
  return db.transaction(async (tx) => {
    const locked = await lockVersion(tx, actor, 'comment', reference, number)
    if (!locked.ok) return locked
    const { measure, version } = locked

    const commentId = input.key
    const isKnown = await isCommentKnown(tx, commentId)
    const known = isKnown ? await findComment(tx, measure.id, commentId) : null
    const isOwn = known?.writtenBy === actor.personId && known.versionId === version.id
    if (isKnown && !isOwn) return refuse('invalid-input')

    const superseded = input.supersedes ? await findComment(tx, measure.id, input.supersedes) : null
    if (input.supersedes && superseded?.delegation !== actor.delegation) return refuse('not-found')
    const thread = await threadFor(tx, actor, measure, version, input, superseded)
    if (!thread.ok) return thread

    const { commentType, isQuestion, body } = input
    const { threadId, anchor, provision, provisionOrder } = thread
    const place = anchor
      ? placeOfAnchor(anchor)
      : await placeInVersion(tx, measure, threadId, version.id)
    const proposed = await proposalOf(tx, version, place, input)
    if (!proposed.ok) return proposed
    const { proposedWording, proposal } = proposed
    const said = { commentType, isQuestion, body, proposedWording, ...(proposal && { proposal }) }
    if (known) {
      const isSame =
        saysTheSame(known, said) &&
        known.supersedes === input.supersedes &&
        (await isSamePlace(tx, measure, known, thread))
      return isSame ? { ok: true, commentId } : refuse('sent-before')
    }
    const decision = decideWriting(
      measure,
      version,
      { commentId, threadId, anchor, provision, provisionOrder, ...said },
      superseded,
    )
    if (!decision.ok) return decision
    await record(tx, actor, measure, decision.events)
    return { ok: true, commentId }
  })
}

type ThreadPlace = Pick<Anchored, 'provision' | 'provisionOrder'> & {
  threadId: string
  /** Present when the comment opens the thread. */
  anchor: Anchored['anchor'] | null
}

/** The thread that is named, if the actor sees anything in it, or a new one at the place that is named. */
async function threadFor(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  version: Version,
  input: WriteComment,
  superseded: Comment | null,
): Promise<({ ok: true } & ThreadPlace) | Refusal> {
  const threadId = superseded?.threadId ?? input.thread
  if (threadId === '') {
    if (input.place === 'whole') return { ok: true, threadId: input.key, ...theWhole }
    // Only what the writer may read can be quoted.
    const text = readableText(
      actor,
      fileSubject(measure),
      version,
      await getVersionText(tx, version),
    )
    const { elements, plain } = text
    const anchored = anchorAt(elements, plain, placeOf(input))
    return anchored ? { ok: true, threadId: input.key, ...anchored } : refuse('invalid-input')
  }
  const thread = await findThread(tx, measure.id, threadId)
  if (!thread) return refuse('not-found')
  const visible = (await findCommentsInThread(tx, threadId)).filter(
    (comment) => can(actor, 'see-comment', subjectIn(measure, comment)).ok,
  )
  const [first] = visible
  if (!first) return refuse('not-found')
  const { provision, provisionOrder } = first
  return { ok: true, threadId, anchor: null, provision, provisionOrder }
}

async function isSamePlace(
  tx: Tx,
  measure: Measure,
  known: Comment,
  { threadId, anchor }: ThreadPlace,
): Promise<boolean> {
  if (known.threadId !== threadId) return false
  if (!anchor) return true
  return isDeepStrictEqual((await findThread(tx, measure.id, threadId))?.anchor, anchor)
}

function placeOf({ place, element: elementId, from = -1, to = -1 }: WriteComment): Place {
  switch (place) {
    case 'whole':
      return { kind: 'whole' }
    case 'element':
      return { kind: 'element', elementId }
    case 'words':
      return { kind: 'words', elementId, from, to }
  }
}
