import type { DiscussionChanges } from '../../../app/queries/discussion-changes.ts'
import type { CommentView } from '../../../app/queries/comment-view.server.ts'
import type { DelegationStandings } from '../../../app/queries/standings.server.ts'

/**
 * What of the record can be read from data that a screen holds: one name for each act that its
 * reader sees the outcome of.
 */
export function actsSeen({ threads, standings }: Pick<DiscussionChanges, 'threads' | 'standings'>) {
  return [
    ...threads.flatMap(({ thread }) => thread?.comments.flatMap(ofComment) ?? []),
    ...standings.flatMap(ofStandings),
  ]
}

function ofComment({ id, isInner, recalled, reply, earlierReplies }: CommentView): string[] {
  return [
    `comment-written ${id}`,
    ...(isInner ? [] : [`comment-released ${id}`]),
    ...(recalled ? [`comment-recalled ${id}`] : []),
    ...[...(reply ? [reply] : []), ...earlierReplies].map((given) => `reply-given ${given.id}`),
  ]
}

function ofStandings({ whole, byEntry }: DelegationStandings): string[] {
  return [...(whole ? [whole] : []), ...Object.values(byEntry)].flatMap(({ id, earlier }) =>
    [id, ...earlier.map((position) => position.id)].map((each) => `position-stated ${each}`),
  )
}
