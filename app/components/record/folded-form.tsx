import type { ReactNode } from 'react'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { Button } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import type { FormCheck } from '../form-check.ts'
import { TextArea } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

export interface FactFormProps {
  page: RecordPage
  state: FormState | null
}

interface FoldedProps {
  act: string
  title: string
  page: RecordPage
  state: FormState | null
  /** Asked before it is recorded, where it cannot be taken back and reaches others at once. */
  question?: { title: string; consequences: ReactNode; check: FormCheck }
  children: ReactNode
}

/** A form that is folded away until it is needed, and open again when it was refused. */
export function Folded({ act, title, page, state, question, children }: FoldedProps) {
  const { t } = useLocale()
  return (
    <details className="more" id={act} open={state !== null}>
      <summary>{title}</summary>
      <PortalForm id={`record-${act}`} state={state} hidden={{ act, revision: page.file.revision }}>
        {children}
        <div className="actions">
          {question ? (
            <ConfirmDialog {...question} label={t('record.submit')} form={`record-${act}`} />
          ) : (
            <Button kind="primary">{t('record.submit')}</Button>
          )}
        </div>
      </PortalForm>
    </details>
  )
}

/** A date that was recorded is never edited: the new one says why it takes its place. */
export function Correction() {
  const { t } = useLocale()
  return (
    <TextArea
      name="correction"
      label={t('record.correction')}
      hint={t('record.correction-hint')}
      rows={2}
    />
  )
}
