import { commentTypes } from '#app/measures/comment.ts'
import type { CommentView } from '#app/queries/discussion.server.ts'
import { Checkbox } from '../choices.tsx'
import { Select, TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'

type Said = Pick<CommentView, 'type' | 'isQuestion' | 'body' | 'proposedWording'>

interface SaidFieldsProps {
  said?: Said
  mayPropose: boolean
  /** False for the owner's own people: nobody asks themselves. */
  mayAsk: boolean
}

/** The words of a comment and what they are meant as; the same for a new one and a revision. */
export function SaidFields({ said, mayPropose, mayAsk }: SaidFieldsProps) {
  const { t } = useLocale()
  return (
    <>
      <Select
        name="commentType"
        label={t('comments.type')}
        defaultValue={said?.type}
        emptyLabel={said ? undefined : t('comments.choose-type')}
        options={commentTypes.map((value) => ({ value, label: t(`terms.comment-type.${value}`) }))}
      />
      <TextArea
        name="body"
        label={t('comments.body')}
        rows={4}
        isOptional={false}
        defaultValue={said?.body ?? ''}
      />
      {mayPropose && (
        <TextArea
          name="proposedWording"
          label={t('comments.wording')}
          hint={t('comments.wording-hint')}
          rows={2}
          isOptional
          defaultValue={said?.proposedWording ?? ''}
        />
      )}
      {(mayAsk || said?.isQuestion) && (
        <Checkbox
          name="isQuestion"
          label={t('comments.is-question')}
          isChecked={said?.isQuestion ?? false}
        />
      )}
    </>
  )
}
