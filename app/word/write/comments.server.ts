import { answerWords } from '#app/components/comments/reply-words.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { authorsOf } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { type Proposed, proposedIn, statesOf } from '#app/paper/remarks.ts'
import type { CommentView, ReplyView } from '#app/queries/comment-view.server.ts'
import { commentBookmark, durable } from '../package.ts'
import {
  addedLine,
  type CommentLine,
  saidLines,
  type WrittenComment,
} from './comment-lines.server.ts'
import { toTheSecond } from './paragraph.server.ts'

/** A comment of the portal as comments in Word: itself first, then the owner's reply. */
export interface Remark {
  readonly comment: CommentView
  /** Their `w:id`. */
  readonly ids: readonly number[]
  readonly bookmark: string
  readonly written: readonly WrittenComment[]
}

export interface RemarkParts {
  readonly comment: CommentView
  readonly owner: DelegationCode
  /** Its wording stands in the text, as a change. */
  readonly isTracked: boolean
  readonly id: number
}

/**
 * `Anna Visser, Netherlands` to the own delegation, `Netherlands` to others. A name may say the state
 * itself, as that of an account for an office does.
 */
export function authorOf(words: LocaleFormat, comment: CommentView): string {
  const states = statesOf(words, comment)
  if (!comment.writer || comment.writer.endsWith(`, ${states}`)) return comment.writer ?? states
  return `${comment.writer}, ${states}`
}

export function remarkOf(words: LocaleFormat, parts: RemarkParts): Remark {
  const { comment, owner, id } = parts
  const { reply } = comment
  const own: WrittenComment = {
    of: comment.id,
    options: {
      id,
      author: authorOf(words, comment),
      initials: authorsOf(comment).join(', '),
      date: toTheSecond(comment.at),
      durableId: durable(comment.id),
    },
    lines: commentLines(words, parts),
  }
  const answer = reply && writtenReply(words, reply, owner, id)
  return {
    comment,
    ids: answer ? [id, id + 1] : [id],
    bookmark: commentBookmark(comment.id),
    written: answer ? [own, answer] : [own],
  }
}

function writtenReply(
  words: LocaleFormat,
  reply: ReplyView,
  owner: DelegationCode,
  parentId: number,
): WrittenComment {
  const { id: replyId, outcome, reason, at } = reply
  const answered = answerWords(words, reply)
  return {
    of: replyId,
    options: {
      id: parentId + 1,
      parentId,
      author: words.stateName(owner),
      initials: owner,
      date: toTheSecond(at),
      durableId: durable(replyId),
    },
    lines: [
      addedLine(words.t(`terms.outcome.${outcome}`)),
      ...saidLines(reason),
      ...(answered ? [addedLine(answered)] : []),
    ],
  }
}

function commentLines(words: LocaleFormat, { comment, isTracked }: RemarkParts): CommentLine[] {
  const { t } = words
  const about = [
    t(`terms.comment-type.${comment.type}`),
    ...(comment.isQuestion ? [t('comments.question')] : []),
    ...(comment.isInner ? [t('table.status.inner')] : []),
  ]
  const proposed = isTracked ? null : proposedIn(words, comment)
  const wording = proposed ? [addedLine(withColon(proposed)), ...saidLines(proposed.wording)] : []
  return [addedLine(about.join('. ')), ...saidLines(comment.body ?? ''), ...wording]
}

function withColon({ title, wording }: Proposed): string {
  return wording === '' ? title : `${title}:`
}
