import { including, reached } from '#app/measures/audience.ts'
import { replyOutcomes } from '#app/measures/comment.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { RadioGroup } from '../choices.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { DisclosedForm } from './disclosure.tsx'

interface ReplyFormProps {
  room: Pick<CommentsRoom, 'owner' | 'holders'>
  comment: CommentView
  /** The address of the comments room, where the form stands elsewhere. */
  action?: string
}

/** The owner's reply: what follows from the comment. A later one supersedes it. */
export function ReplyForm({ room, comment, action }: ReplyFormProps) {
  const { t, list, stateName } = useLocale()
  const { owner } = room
  const audience = including(comment.audience ?? { kind: 'owner' }, comment.delegation)
  const whom = reached(audience, { owner, author: owner }).filter(
    (code) => code !== owner && room.holders.includes(code),
  )
  const isToAll = whom.length === room.holders.length - 1
  return (
    <DisclosedForm
      act="reply"
      label={t(comment.reply ? 'comments.answer-again' : 'comments.answer')}
      save={t('comments.answer-save')}
      className="answer"
      action={action}
      firstKey={comment.replyKey}
      hidden={{ comment: comment.id }}
    >
      <RadioGroup
        name="outcome"
        label={t('comments.outcome')}
        choices={replyOutcomes.map((value) => ({ value, label: t(`terms.outcome.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={t('comments.answer-reason')}
        rows={3}
        hint={t('comments.answer-reason-hint', {
          whom: isToAll
            ? t('comments.answer-reaches-all')
            : list(inProtocolOrder(whom).map((code) => stateName(code))),
        })}
      />
    </DisclosedForm>
  )
}
