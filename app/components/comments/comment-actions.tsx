import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView, ThreadView } from '#app/queries/discussion.server.ts'
import { Button } from '../button.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { Beginning } from './composer.tsx'
import { Proposal } from './proposal.tsx'
import { InsideReplyForm } from './inside-talk.tsx'
import { RecallDialog, RecallReleaseDialog } from './recall-dialog.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { ReplyForm } from './reply-form.tsx'
import { ReviseForm } from './revise-form.tsx'

interface CommentActionsProps {
  room: CommentsRoom
  thread: ThreadView
  comment: CommentView
  compose: (beginning: Beginning) => void
}

/** What this reader can do with a comment; nothing is offered that would be refused. */
export function CommentActions({ room, thread, comment, compose }: CommentActionsProps) {
  const { t, stateName } = useLocale()
  const { may, id } = comment
  const together = may.recall ? releasedWith(comment, room) : []
  if (!Object.values(may).some(Boolean) && !comment.isInner) return null
  return (
    <div className="acts">
      {may.release && <ReleaseDialog room={room} comments={[comment]} />}
      {may.reply && <ReplyForm room={room} comment={comment} />}
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
      {may.revise && <ReviseForm comment={comment} mayAsk={room.delegation !== room.owner} />}
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
      {may.recall && together.length > 1 && (
        <RecallReleaseDialog release={comment.release} comments={together} />
      )}
      {comment.isInner && !may.release && !comment.mergedInto && (
        <p className="soft">{t('comments.waiting-for-representative')}</p>
      )}
    </div>
  )
}

/** What the same act released and can still be recalled, this one included. */
function releasedWith({ release }: CommentView, { threads }: CommentsRoom): CommentView[] {
  return threads
    .flatMap(({ comments }) => comments)
    .filter((other) => other.may.recall && other.release === release)
}
