import { randomUUID } from 'node:crypto'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import {
  giveReplyInput,
  releaseCommentsInput,
  statePositionInput,
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
  if (!comment.reply) return
  const reply = giveReplyInput.parse({ key: randomUUID(), comment: commentId, ...comment.reply })
  must(
    `the reply to ${comment.by}`,
    await giveReply(deps, releaserOf('NL'), place.reference, reply),
  )
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
