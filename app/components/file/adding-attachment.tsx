import { attachmentKinds, type AttachmentKind } from '#app/measures/attachment.ts'
import { attachmentInput } from '#app/measures/inputs.ts'
import type { Visibility } from '#app/measures/visibility.ts'
import { Button } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { checkBy } from '../form-check.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { useAudienceWords } from './audience-words.ts'

/** Whom an attachment of each kind reaches at once if it is shown. */
type Reaches = Readonly<Record<AttachmentKind, Visibility>>

/** Says so before anything is chosen; nothing where none would reach anybody. */
export function AttachmentReaches({ reaches }: { reaches: Reaches }) {
  const { t } = useLocale()
  const whom = useReachWords()
  if (attachmentKinds.every((kind) => reaches[kind].lane === 'inner')) return null
  return (
    <Notice kind="warning" title={t('attachments.reaches')}>
      <ul>
        {attachmentKinds.map((kind) => (
          <li key={kind}>
            {t('attachments.reaches-whom', {
              kind: t(`attachments.kind.${kind}`),
              whom: whom(reaches[kind]),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const checkAttachment = checkBy(attachmentInput)

interface AddAttachmentButtonProps {
  form: string
  /** Whom it reaches at once as the form is filled in now. */
  reach: Visibility
}

/** Adds it; where it leaves the house by that, asks first as before any other release. */
export function AddAttachmentButton({ form, reach }: AddAttachmentButtonProps) {
  const { t } = useLocale()
  const whom = useReachWords()
  if (reach.lane === 'inner') return <Button kind="primary">{t('attachments.submit')}</Button>
  return (
    <ConfirmDialog
      label={t('attachments.submit')}
      title={t('attachments.dialog')}
      consequences={
        <>
          <p>
            <strong>{t('share.reaches', { whom: whom(reach) })}</strong>
          </p>
          <p>{t('attachments.consequences')}</p>
        </>
      }
      form={form}
      check={checkAttachment}
    />
  )
}

/** What the fields say now: whom the attachment would reach at once. */
export function reachChosen(fields: HTMLElement, reaches: Reaches): Visibility {
  const isShown = fields.querySelector('input[name=isShared]:checked') !== null
  const chosen = fields.querySelector<HTMLSelectElement>('select[name=kind]')?.value
  const kind = attachmentKinds.find((each) => each === chosen)
  return isShown && kind ? reaches[kind] : staysInside
}

export const staysInside: Visibility = { lane: 'inner', audience: null }

function useReachWords(): (reach: Visibility) => string {
  const { t } = useLocale()
  const audienceWords = useAudienceWords()
  return ({ lane, audience }) => {
    if (lane === 'public') return t('attachments.everybody')
    return audience ? audienceWords(audience) : t('attachments.nobody-yet')
  }
}
