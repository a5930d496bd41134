import { Fragment, useState } from 'react'
import type { CommentView } from '#app/queries/discussion.server.ts'
import { useLocale } from '../locale.tsx'
import { DisclosedForm } from './disclosure.tsx'
import { SaidFields } from './said-fields.tsx'

/**
 * Rewrites a comment that is still inside. The form names the revision that it was opened from,
 * also while newer ones arrive, so that no colleague is written over.
 */
export function ReviseForm({ comment, mayAsk }: { comment: CommentView; mayAsk: boolean }) {
  const { t } = useLocale()
  const [opened, setOpened] = useState(comment)
  return (
    <DisclosedForm
      act="revise"
      label={t('comments.revise')}
      save={t('comments.revise-save')}
      hidden={{ comment: comment.id, revision: opened.revision }}
      onOpen={() => setOpened(comment)}
    >
      <Fragment key={opened.revision}>
        <SaidFields said={opened} mayPropose mayAsk={mayAsk} />
      </Fragment>
    </DisclosedForm>
  )
}
