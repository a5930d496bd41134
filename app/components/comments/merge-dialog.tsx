import type { MouseEvent } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { Button } from '../button.tsx'
import { CheckboxGroup } from '../choices.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'
import { WriterName } from './inside-talk.tsx'
import { SaidFields } from './said-fields.tsx'

interface MergeDialogProps {
  room: CommentsRoom
  /** Those that may be merged, in the order of the text. */
  comments: readonly CommentView[]
}

/** The desk makes one comment of what its offices say; it stands where the first of them stands. */
export function MergeDialog({ room, comments }: MergeDialogProps) {
  const { t } = useLocale()
  const putIn = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    if (form) putChosenWordsIn(form, comments)
  }
  return (
    <ActDialog
      act="merge"
      label={t('comments.merge')}
      title={t('comments.merge-title')}
      confirm={t('comments.merge-confirm')}
      confirmKind="primary"
    >
      <CheckboxGroup
        name="sources"
        label={t('comments.merge-which')}
        hint={t('comments.merge-which-hint')}
        choices={comments.map((comment) => ({
          value: `${comment.id}:${comment.revision}`,
          label: (
            <span className="excerpt">
              <WriterName {...comment} />: {comment.body || comment.proposedWording}
            </span>
          ),
        }))}
      />
      <Button type="button" kind="quiet" onClick={putIn}>
        {t('comments.merge-put-in')}
      </Button>
      <SaidFields
        mayPropose
        mayAsk={room.delegation !== room.owner}
        target={null}
        language={room.version.language}
      />
      <p>{t('comments.merge-consequences')}</p>
    </ActDialog>
  )
}

/** A beginning for the merged words; what the desk has written already stays before them. */
function putChosenWordsIn(form: HTMLFormElement, comments: readonly CommentView[]) {
  const chosen = new FormData(form).getAll('sources').map((value) => String(value).split(':')[0])
  const words = comments.filter(({ id }) => chosen.includes(id)).flatMap(({ body }) => body || [])
  const box = form.querySelector<HTMLTextAreaElement>('textarea[name=body]')
  if (!box || words.length === 0) return
  box.value = [box.value, ...words].filter(Boolean).join('\n\n')
  box.dispatchEvent(new Event('input', { bubbles: true }))
  box.focus()
}
