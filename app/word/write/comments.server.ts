import { Paragraph, type ICommentOptions } from 'docx'
import { answerWords } from '#app/components/comments/reply-words.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { authorsOf } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { type Proposed, proposedIn, statesOf } from '#app/paper/remarks.ts'
import type { CommentView, ReplyView } from '#app/queries/comment-view.server.ts'
import { addedStyle, commentBookmark, durable } from '../package.ts'
import { toTheSecond } from './paragraph.server.ts'

/** A comment of the portal as comments in Word: itself first, then the owner's reply. */
export interface Remark {
  readonly comment: CommentView
  /** Their `w:id`. */
  readonly ids: readonly number[]
  readonly bookmark: string
  readonly options: readonly ICommentOptions[]
}

export interface RemarkParts {
  readonly comment: CommentView
  readonly owner: DelegationCode
  /** Its wording stands in the text, as a change. */
  readonly isTracked: boolean
  readonly id: number
}

/** `Anna Visser, Netherlands` to the own delegation, `Netherlands` to others. */
export function authorOf(words: LocaleFormat, comment: CommentView): string {
  const states = statesOf(words, comment)
  return comment.writer ? `${comment.writer}, ${states}` : states
}

export function remarkOf(words: LocaleFormat, parts: RemarkParts): Remark {
  const { comment, owner, id } = parts
  const { reply } = comment
  const own: ICommentOptions = {
    id,
    author: authorOf(words, comment),
    initials: authorsOf(comment).join(', '),
    date: toTheSecond(comment.at),
    durableId: durable(comment.id),
    children: commentParagraphs(words, parts),
  }
  const answer = reply && replyOptions(words, reply, owner, id)
  return {
    comment,
    ids: answer ? [id, answer.id] : [id],
    bookmark: commentBookmark(comment.id),
    options: answer ? [own, answer] : [own],
  }
}

function replyOptions(
  words: LocaleFormat,
  reply: ReplyView,
  owner: DelegationCode,
  parentId: number,
): ICommentOptions {
  const { id: replyId, outcome, reason, at } = reply
  const answered = answerWords(words, reply)
  return {
    id: parentId + 1,
    parentId,
    author: words.stateName(owner),
    initials: owner,
    date: toTheSecond(at),
    durableId: durable(replyId),
    children: [
      added(words.t(`terms.outcome.${outcome}`)),
      ...commentLines(reason),
      ...(answered ? [added(answered)] : []),
    ],
  }
}

function commentParagraphs(words: LocaleFormat, { comment, isTracked }: RemarkParts): Paragraph[] {
  const { t } = words
  const about = [
    t(`terms.comment-type.${comment.type}`),
    ...(comment.isQuestion ? [t('comments.question')] : []),
    ...(comment.isInner ? [t('table.status.inner')] : []),
  ]
  const proposed = isTracked ? null : proposedIn(words, comment)
  const wording = proposed ? [added(withColon(proposed)), ...commentLines(proposed.wording)] : []
  return [added(about.join('. ')), ...commentLines(comment.body ?? ''), ...wording]
}

function withColon({ title, wording }: Proposed): string {
  return wording === '' ? title : `${title}:`
}

export function commentLines(text: string): Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => new Paragraph({ style: 'ConcertComment', text: line }))
}

function added(text: string): Paragraph {
  return new Paragraph({ style: addedStyle, text })
}
