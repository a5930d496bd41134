import { commentTypes } from '#app/measures/comment.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { Checkbox } from '../choices.tsx'
import { Select, TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { ProposalFields } from '../proposals/proposal-fields.tsx'
import type { ProposalTarget } from '../proposals/proposal-target.ts'

type Said = Pick<CommentView, 'type' | 'isQuestion' | 'body' | 'proposedWording' | 'proposal'>

interface SaidFieldsProps {
  said?: Said
  mayPropose: boolean
  /** The part of the text for which something can be proposed. */
  target: ProposalTarget | null
  language: string
  /** False for the owner's own people: nobody asks themselves. */
  mayAsk: boolean
}

/** The words of a comment and what they are meant as; the same for a new one and a revision. */
export function SaidFields({ said, mayPropose, mayAsk, target, language }: SaidFieldsProps) {
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
      {mayPropose && <ProposalFields target={target} language={language} said={said} />}
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
