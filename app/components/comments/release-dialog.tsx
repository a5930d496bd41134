import type { CommentView } from '#app/queries/comment-view.server.ts'
import { CheckboxGroup } from '../choices.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'
import { ReachFields } from './reach.tsx'
import type { RoomFacts } from './room-facts.ts'

interface ReleaseDialogProps {
  room: RoomFacts
  /** One, or all that wait: then each can be left out. */
  comments: readonly CommentView[]
}

/** The one act by which words leave the delegation. It says whom they reach before it is done. */
export function ReleaseDialog({ room, comments }: ReleaseDialogProps) {
  const { t } = useLocale()
  const [only] = comments
  if (!only) return null
  const isOne = comments.length === 1
  return (
    <ActDialog
      act="release"
      label={
        isOne ? t('comments.release') : t('comments.release-several', { count: comments.length })
      }
      openerKind="final"
      openerClass="release"
      title={t('comments.release-title')}
      confirm={t('comments.release-confirm')}
      hidden={isOne ? { comments: readAs(only) } : undefined}
    >
      {isOne ? (
        <Excerpt comment={only} />
      ) : (
        <CheckboxGroup
          name="comments"
          label={t('comments.release-which')}
          defaultValues={comments.map(readAs)}
          choices={comments.map((comment) => ({
            value: readAs(comment),
            label: <Excerpt comment={comment} />,
          }))}
        />
      )}
      <ReachFields facts={room} label={t('comments.release-whom')} />
      <p>{t('comments.release-consequences')}</p>
    </ActDialog>
  )
}

/** Names the revision that is on the screen: other words than these are not released by it. */
function readAs({ id, revision }: CommentView): string {
  return `${id}:${revision}`
}

function Excerpt({ comment }: { comment: CommentView }) {
  return <span className="excerpt">{comment.body || comment.proposedWording}</span>
}
