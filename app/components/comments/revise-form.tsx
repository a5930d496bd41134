import { Fragment, useState } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { useLocale } from '../locale.tsx'
import { proposalTarget } from '../proposals/proposal-target.ts'
import { DisclosedForm } from './disclosure.tsx'
import { SaidFields } from './said-fields.tsx'

interface ReviseFormProps {
  room: Pick<CommentsRoom, 'content' | 'delegation' | 'owner' | 'version'>
  thread: Pick<ThreadView, 'place'>
  comment: CommentView
}

/**
 * Rewrites a comment that is still inside. The form names the revision that it was opened from,
 * also while newer ones arrive, so that no colleague is written over.
 */
export function ReviseForm({ room, thread, comment }: ReviseFormProps) {
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
        <SaidFields
          said={opened}
          mayPropose
          mayAsk={room.delegation !== room.owner}
          target={proposalTarget(room.content, thread.place)}
          language={room.version.language}
        />
      </Fragment>
    </DisclosedForm>
  )
}
