import { Fragment } from 'react'
import { authorsOf } from '#app/measures/comment.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView, ReplyView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { useReachWords } from '../file/audience-words.ts'
import { Lane } from '../lane.tsx'
import { withheldWords } from '#app/measures/without-words.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateTimeText } from '../when.tsx'
import { Answered } from './answered.tsx'
import { CommentActions } from './comment-actions.tsx'
import type { Beginning } from './composer.tsx'
import { InsideTalk, StatedAuthor, WriterName } from './inside-talk.tsx'
import { Proposal } from './proposal.tsx'
import type { RoomFacts } from './room-facts.ts'

interface CommentCardProps {
  room: RoomFacts
  thread: ThreadView
  comment: CommentView
  compose: (beginning: Beginning) => void
}

/** A comment with what became of it. `tabIndex`: the keys of the room move from one to the next. */
export function CommentCard({ room, thread, comment, compose }: CommentCardProps) {
  const { t } = useLocale()
  const reachWords = useReachWords()
  const { id, isInner, audience } = comment
  const isOver = comment.isSuperseded || comment.recalled !== null || comment.mergedInto !== null
  return (
    <article
      id={`comment-${id}`}
      className={isOver ? 'comment comment--over' : 'comment'}
      tabIndex={-1}
      aria-labelledby={`by-${id}`}
      data-comment={id}
    >
      <Lane
        lane={isInner ? 'inner' : 'released'}
        reach={
          audience &&
          t('comments.to', {
            whom: reachWords(audience, { owner: room.owner, author: comment.delegation }),
          })
        }
        actions={<CommentActions room={room} thread={thread} comment={comment} compose={compose} />}
      >
        <CommentContent room={room} thread={thread} comment={comment} />
      </Lane>
    </article>
  )
}

interface CommentContentProps {
  room: {
    owner: CommentsRoom['owner']
    version: Pick<CommentsRoom['version'], 'number' | 'language'>
  }
  thread: Pick<ThreadView, 'quote'>
  comment: CommentView
}

/** Who said what and when, and what the owner replied. */
export function CommentContent({ room, thread, comment }: CommentContentProps) {
  return (
    <>
      <CommentHead room={room} comment={comment} />
      <StatedAuthor comment={comment} />
      <CommentWords room={room} thread={thread} comment={comment} />
      <Merged comment={comment} />
      <Outcome room={room} comment={comment} />
      <InsideTalk comment={comment} />
    </>
  )
}

function CommentHead({ room, comment }: Omit<CommentContentProps, 'thread'>) {
  const { t } = useLocale()
  const { id, signatories, type, isQuestion, version, writer, at } = comment
  const isJoint = signatories.length > 0
  return (
    <header className="comment__head">
      <p id={`by-${id}`}>
        {authorsOf(comment).map((code) => (
          <Fragment key={code}>
            <StateChip code={code} isNamed />{' '}
          </Fragment>
        ))}
        {writer && (
          <span className="soft">
            <WriterName writer={writer} office={comment.office} />
          </span>
        )}
      </p>
      <p className="comment__when soft">
        <DateTimeText value={at} />
      </p>
      <p className="comment__labels">
        <StatusLabel>{t(`terms.comment-type.${type}`)}</StatusLabel>
        {isJoint && <StatusLabel>{t('comments.joint')}</StatusLabel>}
        {isQuestion && <StatusLabel tone="attention">{t('comments.question')}</StatusLabel>}
        {comment.isSuperseded && <StatusLabel tone="ended">{t('comments.superseded')}</StatusLabel>}
        {version !== room.version.number && (
          <StatusLabel>{t('comments.on-version', { number: version })}</StatusLabel>
        )}
      </p>
    </header>
  )
}

function CommentWords({ room, thread, comment }: CommentContentProps) {
  const { t, date, dateTime } = useLocale()
  const { body, recalled } = comment
  return (
    <>
      {recalled && (
        <p className="comment__recalled">
          {recalled.reason
            ? t('comments.recalled-because', { date: date(recalled.at), reason: recalled.reason })
            : t('comments.recalled', { date: date(recalled.at) })}{' '}
          {body === null && t('comments.recalled-words')}
          {comment.release !== null &&
            t('comments.recalled-readable', {
              from: dateTime(comment.at),
              until: dateTime(recalled.at),
            })}
        </p>
      )}
      {body === withheldWords && <p className="soft">{t('withhold.words')}</p>}
      {body && body !== withheldWords && <p className="comment__body">{body}</p>}
      {comment.supersedes && <p className="soft">{t('comments.supersedes')}</p>}
      <Proposal room={room} thread={thread} comment={comment} />
    </>
  )
}

/** Where it went to inside, or what it was made of. */
function Merged({ comment: { mergedInto, madeOf } }: Pick<CommentContentProps, 'comment'>) {
  const { t } = useLocale()
  return (
    <>
      {mergedInto && (
        <p className="soft">
          <a href={`#comment-${mergedInto}`}>{t('comments.merged-into')}</a>
        </p>
      )}
      {madeOf.length > 0 && (
        <p className="soft">
          {t('comments.made-of', { count: madeOf.length })}{' '}
          {madeOf.map((id, index) => (
            <a key={id} href={`#comment-${id}`} className="comment__source">
              {t('comments.made-of-one', { number: index + 1 })}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

function Outcome({ room, comment }: Omit<CommentContentProps, 'thread'>) {
  const { t, date, stateName } = useLocale()
  const { reply, earlierReplies, takenUp } = comment
  if (!reply) return null
  return (
    <div className="reply">
      <p className="reply__title">{t('comments.reply', { state: stateName(room.owner) })}</p>
      <ReplyWords reply={reply} />
      {takenUp && (
        <p className="soft">{t('comments.taken-into-draft', { date: date(takenUp.at) })}</p>
      )}
      {earlierReplies.length > 0 && (
        <details>
          <summary>{t('comments.earlier-replies', { count: earlierReplies.length })}</summary>
          {earlierReplies.map((earlier) => (
            <ReplyWords key={earlier.id} reply={earlier} />
          ))}
        </details>
      )}
    </div>
  )
}

const outcomeTones = {
  'taken-up': 'good',
  partly: 'good',
  not: 'neutral',
  answered: 'neutral',
} as const

function ReplyWords({ reply: { outcome, reason, at, answered } }: { reply: ReplyView }) {
  const { t } = useLocale()
  return (
    <>
      <p>
        <StatusLabel tone={outcomeTones[outcome]}>{t(`terms.outcome.${outcome}`)}</StatusLabel>{' '}
        <span className="soft">
          <DateTimeText value={at} />
        </span>
      </p>
      {reason && <p className="comment__body">{reason}</p>}
      {answered && <Answered answered={answered} />}
    </>
  )
}
