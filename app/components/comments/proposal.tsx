import { changeOf } from '#app/measures/proposal.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { proposedLines } from '#app/text/proposed-lines.ts'
import { remembered } from '#app/text/remembered.ts'
import { useLocale } from '../locale.tsx'
import { ProposedLines } from '../proposals/proposed-lines.tsx'

interface ProposalProps {
  room: { version: Pick<CommentsRoom['version'], 'language'> }
  thread: Pick<ThreadView, 'quote'>
  comment: Pick<CommentView, 'proposedWording' | 'proposal' | 'isInWords'>
}

/** What is proposed, word by word against what it would take the place of. */
export function Proposal({ room, thread, comment }: ProposalProps) {
  const { t } = useLocale()
  const { proposal, proposedWording } = comment
  const { language } = room.version
  if (proposal) {
    return (
      <div className="proposal">
        <p className="proposal__title">{t(`proposals.kind.${proposal.kind}`)}</p>
        <ProposedLines lines={linesOf(proposal)} lang={language} />
      </div>
    )
  }
  if (proposedWording === null) return null
  return (
    <div className="proposal">
      <p className="proposal__title">{t('comments.proposed')}</p>
      {thread.quote && (
        <del className="proposal__before" lang={language}>
          {thread.quote}
        </del>
      )}
      <ins className="proposal__after" lang={language}>
        {proposedWording}
      </ins>
      {comment.isInWords && <p className="soft">{t('proposals.in-words')}</p>}
    </div>
  )
}

/** A released proposal never changes, and is drawn often. */
const linesOf = remembered((proposal: NonNullable<CommentView['proposal']>) =>
  proposedLines(changeOf(proposal)),
)
