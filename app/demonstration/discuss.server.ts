import { randomUUID } from 'node:crypto'
import type { Deps } from '#app/commands/deps.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { takeUpWording } from '#app/commands/take-up-wording.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import {
  giveReplyInput,
  releaseCommentsInput,
  statePositionInput,
  takeUpInput,
  writeCommentInput,
} from '#app/measures/comment-inputs.ts'
import { elementsOf } from '#app/text/elements.ts'
import { type Demonstration, demoActor, drafterOf, must, releaserOf } from './acting.server.ts'
import { firstVersion, secondVersion } from './amendment.ts'
import { type DemoComment, demoComments, demoPositions } from './discussion.ts'

/** What is said about one version of the amendment: written inside, released, replied to. */
export async function discuss(
  demonstration: Demonstration,
  reference: string,
  version: 1 | 2,
): Promise<void> {
  const number = version
  for (const comment of demoComments.filter((candidate) => candidate.version === version)) {
    await say(demonstration, { reference, number }, comment)
  }
  for (const position of demoPositions.filter((candidate) => candidate.version === version)) {
    const input = statePositionInput.parse({
      key: randomUUID(),
      entry: position.entry ?? '',
      stance: position.stance,
      intentions: [...(position.intentions ?? [])],
      reasons: position.reasons ?? '',
      audience: 'version',
    })
    must(
      `the position of ${position.by}`,
      await statePosition(
        demonstration.deps,
        releaserOf(position.by),
        { reference, number },
        input,
      ),
    )
  }
}

async function say(
  { deps }: Demonstration,
  place: { reference: string; number: number },
  comment: DemoComment,
): Promise<void> {
  const writer = comment.by === 'COM' ? demoActor('com-officer') : drafterOf(comment.by)
  const { commentId } = must(
    `a comment of ${comment.by}`,
    await writeComment(deps, writer, place, writeCommentInput.parse(written(comment))),
  )
  if (comment.isInner) return
  const release = releaseCommentsInput.parse({
    comments: [`${commentId}:1`],
    audience: comment.reach ?? 'version',
  })
  must(
    `the release by ${comment.by}`,
    await releaseComments(deps, releaserOf(comment.by), place.reference, release),
  )
  if (comment.reply) await answer(deps, place.reference, commentId, comment, comment.reply)
}

/** Wording that is taken up comes into the draft by that act. */
async function answer(
  deps: Deps,
  reference: string,
  commentId: string,
  { by, wording }: DemoComment,
  { outcome, reason }: NonNullable<DemoComment['reply']>,
): Promise<void> {
  const form = { key: randomUUID(), comment: commentId, reason }
  const owner = releaserOf('NL')
  const answered =
    outcome === 'taken-up' && wording
      ? takeUpWording(deps, owner, reference, takeUpInput.parse(form))
      : giveReply(deps, owner, reference, giveReplyInput.parse({ ...form, outcome }))
  must(`the reply to ${by}`, await answered)
}

/** The form as its page sends it. */
function written({ version, element, quote, type, isQuestion, body, wording }: DemoComment) {
  const form = {
    key: randomUUID(),
    commentType: type,
    isQuestion: isQuestion ? 'on' : undefined,
    body,
    proposedWording: wording ?? '',
  }
  if (element === null) return { ...form, place: 'whole' }
  if (!quote) return { ...form, place: 'element', element }
  const elements = elementsOf(version === 1 ? firstVersion : secondVersion)
  const from = elements.find(({ id }) => id === element)?.text.indexOf(quote) ?? -1
  return { ...form, place: 'words', element, from, to: from + quote.length }
}
