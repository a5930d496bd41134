import { changesTheFile, type RecordedEvent } from './events.ts'

/**
 * What of the rooms of a version an act changes. comment: the thread in which that comment stands.
 * standing: where the acting delegation stands. file: what everything else in the rooms follows
 * from (versions, stage, title), so that they are to be asked for as a whole.
 */
export type DiscussionEffect =
  | { on: 'comment'; commentId: string; isForAll: boolean }
  | { on: 'standing'; isForAll: boolean }
  | { on: 'file' }
  | { on: 'nothing' }

/**
 * `isForAll`: of what is superseded everybody who sees it is told so, also who may not know of the
 * act that took its place.
 */
export function discussionEffect(event: RecordedEvent): DiscussionEffect {
  switch (event.type) {
    case 'comment-written':
    case 'comment-revised':
    case 'comment-discarded':
    case 'comment-recalled':
    case 'reply-given':
    case 'reply-answered':
    case 'wording-taken-up':
    case 'inside-reply-written':
    case 'thread-placed':
      return { on: 'comment', commentId: event.commentId, isForAll: false }
    case 'joint-comment-released':
      return { on: 'comment', commentId: event.commentId, isForAll: false }
    case 'comment-released':
      return { on: 'comment', commentId: event.commentId, isForAll: event.supersedes !== null }
    case 'position-stated':
      return { on: 'standing', isForAll: event.supersedes !== null }
    // Their sources stand in other threads too.
    case 'comments-merged':
    case 'merge-undone':
    case 'threads-carried':
    case 'joint-comment-opened':
    case 'joint-comment-invited':
    case 'joint-comment-joined':
    case 'joint-comment-signed':
    case 'joint-comment-unsigned':
    case 'joint-comment-declined':
    case 'joint-comment-left':
    case 'content-withheld':
    case 'withheld-restored':
      return { on: 'file' }
    default:
      return changesTheFile(event) ? { on: 'file' } : { on: 'nothing' }
  }
}
