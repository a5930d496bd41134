import { useContext } from 'react'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { Button } from '../button.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Beginning } from './composer.tsx'
import { Proposal } from './proposal.tsx'
import { InsideReplyForm } from './inside-talk.tsx'
import { RecallDialog, RecallReleaseDialog } from './recall-dialog.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { ReplyForm } from './reply-form.tsx'
import { ReviseForm } from './revise-form.tsx'
import type { RoomFacts } from './room-facts.ts'
import { ThreadsContext } from './shown-threads.ts'

interface CommentActionsProps {
  room: RoomFacts
  thread: ThreadView
  comment: CommentView
  compose: (beginning: Beginning) => void
}

/** What this reader can do with a comment; nothing is offered that would be refused. */
export function CommentActions({ room, thread, comment, compose }: CommentActionsProps) {
  const { t, stateName } = useLocale()
  const { may, id } = comment
  if (!Object.values(may).some(Boolean) && !comment.isInner) return null
  return (
    <div className="acts">
      {may.release && <ReleaseDialog room={room} comments={[comment]} />}
      {may.reply && <ReplyForm room={room} comment={comment} />}
      {may.answerReply && <AnswerForm comment={comment} />}
      {may.takeUp && (
        <ActDialog
          act="take-up"
          label={t('comments.take-up')}
          title={t('comments.take-up-title')}
          confirm={t('comments.take-up-confirm')}
          hidden={{ comment: id }}
        >
          <Proposal room={room} thread={thread} comment={comment} />
          <TextArea name="reason" label={t('comments.answer-reason')} isOptional rows={2} />
          <p>{t('comments.take-up-consequences', { state: stateName(comment.delegation) })}</p>
        </ActDialog>
      )}
      {may.revise && <ReviseForm room={room} thread={thread} comment={comment} />}
      {may.revise && (
        <ActDialog
          act="discard"
          label={t('comments.discard')}
          title={t('comments.discard-title')}
          confirm={t('comments.discard')}
          confirmKind="secondary"
          hidden={{ comment: id }}
        >
          <p>{t('comments.discard-consequences')}</p>
        </ActDialog>
      )}
      {may.supersede && (
        <Button
          type="button"
          kind="quiet"
          onClick={() => compose({ kind: 'superseding', thread, comment })}
        >
          {t('comments.compose-superseding')}
        </Button>
      )}
      {may.replyInside && <InsideReplyForm comment={comment} />}
      {may.recall && <RecallDialog comment={comment} />}
      {may.recall && <RecallTogether release={comment.release} />}
      {comment.isInner && !may.release && !comment.mergedInto && (
        <p className="soft">{t('comments.waiting-for-representative')}</p>
      )}
    </div>
  )
}

/** Takes back all that the same act released and that can still be recalled. */
function RecallTogether({ release }: Pick<CommentView, 'release'>) {
  const together = useContext(ThreadsContext)
    .flatMap(({ comments }) => comments)
    .filter((other) => other.may.recall && other.release === release)
  if (together.length < 2) return null
  return <RecallReleaseDialog release={release} comments={together} />
}
