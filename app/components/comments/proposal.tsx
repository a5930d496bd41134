import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView, ThreadView } from '#app/queries/discussion.server.ts'
import { useLocale } from '../locale.tsx'

interface ProposalProps {
  room: { version: Pick<CommentsRoom['version'], 'language'> }
  thread: Pick<ThreadView, 'quote'>
  comment: Pick<CommentView, 'proposedWording'>
}

/** The words that are proposed, below those whose place they would take. */
export function Proposal({ room, thread, comment }: ProposalProps) {
  const { t } = useLocale()
  if (comment.proposedWording === null) return null
  const { language } = room.version
  return (
    <div className="proposal">
      <p className="proposal__title">{t('comments.proposed')}</p>
      {thread.quote && (
        <del className="proposal__before" lang={language}>
          {thread.quote}
        </del>
      )}
      <ins className="proposal__after" lang={language}>
        {comment.proposedWording}
      </ins>
    </div>
  )
}
