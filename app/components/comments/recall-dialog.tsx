import type { CommentView } from '#app/queries/comment-view.server.ts'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'

interface RecallDialogProps {
  comment: Pick<CommentView, 'id' | 'signatories'>
  /** The address of the room whose act it is, where it stands on another page. */
  action?: string
}

/** Takes a released comment back. */
export function RecallDialog({ comment, action }: RecallDialogProps) {
  const { t } = useLocale()
  return (
    <ActDialog
      act="recall"
      label={t('comments.recall')}
      title={t('comments.recall-title')}
      confirm={t('comments.recall-confirm')}
      action={action}
      hidden={{ comment: comment.id }}
    >
      <TextArea name="reason" label={t('comments.recall-reason')} isOptional rows={2} />
      <RecallConsequences comments={[comment]} />
    </ActDialog>
  )
}

interface RecallReleaseDialogProps {
  release: string | null
  /** What the act released and nobody has recalled since. */
  comments: readonly CommentView[]
}

/** Takes back in one act all that one act released. */
export function RecallReleaseDialog({ release, comments }: RecallReleaseDialogProps) {
  const { t } = useLocale()
  if (!release) return null
  return (
    <ActDialog
      act="recall-release"
      label={t('comments.recall-release', { count: comments.length })}
      title={t('comments.recall-release-title', { count: comments.length })}
      confirm={t('comments.recall-confirm')}
      hidden={{ release }}
    >
      <ul>
        {comments.map(({ id, body, proposedWording }) => (
          <li key={id} className="excerpt">
            {body || proposedWording}
          </li>
        ))}
      </ul>
      <TextArea name="reason" label={t('comments.recall-reason')} isOptional rows={2} />
      <RecallConsequences comments={comments} />
    </ActDialog>
  )
}

/** What follows from a recall; of what several states said together, also for whom it is recalled. */
export function RecallConsequences({
  comments,
}: {
  comments: readonly Pick<CommentView, 'id' | 'signatories'>[]
}) {
  const { t, list, stateName } = useLocale()
  return (
    <>
      {comments
        .filter(({ signatories }) => signatories.length > 0)
        .map(({ id, signatories }) => (
          <p key={id}>
            {t('comments.recall-joint', {
              states: list(signatories.map((code) => stateName(code))),
            })}
          </p>
        ))}
      <p>{t('comments.recall-consequences')}</p>
    </>
  )
}
