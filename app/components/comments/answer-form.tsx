import { replyAnswers } from '#app/measures/comment.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { RadioGroup } from '../choices.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { DisclosedForm } from './disclosure.tsx'

interface AnswerFormProps {
  comment: CommentView
  /** The address of the comments room, where the form stands elsewhere. */
  action?: string
}

/** Of whoever raised the comment: whether they are content with the reply that is shown. */
export function AnswerForm({ comment, action }: AnswerFormProps) {
  const { t } = useLocale()
  const { reply } = comment
  if (!reply) return null
  return (
    <DisclosedForm
      act="answer-reply"
      label={t(reply.answered ? 'comments.settle-again' : 'comments.settle')}
      save={t('comments.settle-save')}
      className="answer"
      action={action}
      hidden={{ comment: comment.id, reply: reply.id }}
    >
      <RadioGroup
        name="answer"
        label={t('comments.settle-choice')}
        choices={replyAnswers.map((value) => ({ value, label: t(`terms.answer.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={t('comments.settle-reason')}
        isOptional
        rows={2}
        hint={t('comments.settle-hint')}
      />
    </DisclosedForm>
  )
}
