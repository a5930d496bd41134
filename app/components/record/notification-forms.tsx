import type { NotificationPage } from '#app/queries/notification.server.ts'
import { Button } from '../button.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { DateField, TextArea, TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

interface FormProps {
  page: NotificationPage
  state: FormState | null
}

/** Records to whom the pack was sent; all that have it not yet are chosen. */
export function SendingForm({ page: { unsent }, state }: FormProps) {
  const { t } = useLocale()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('record.record-sending')}</summary>
      <PortalForm id="sending" state={state} hidden={{ act: 'send' }} className="form form--wide">
        <DelegationChoice
          name="addressees"
          label={t('record.addressees')}
          hint={t('record.addressees-hint')}
          codes={unsent}
          chosen={unsent}
        />
        <TextField
          name="channel"
          label={t('record.channel')}
          hint={t('record.channel-hint')}
          width="medium"
        />
        <DateField name="sentOn" label={t('record.sent-on')} />
        <TextField name="reference" label={t('record.reference')} isOptional width="medium" />
        <div className="actions">
          <Button kind="primary">{t('record.submit')}</Button>
        </div>
      </PortalForm>
    </details>
  )
}

export function AcknowledgeForm({ state }: { state: FormState | null }) {
  const { t } = useLocale()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('record.record-acknowledgement')}</summary>
      <PortalForm id="acknowledgement" state={state} hidden={{ act: 'acknowledge' }}>
        <DateField name="acknowledgedOn" label={t('record.acknowledged-on')} />
        <TextField name="reference" label={t('record.reference')} isOptional width="medium" />
        <div className="actions">
          <Button kind="primary">{t('record.submit')}</Button>
        </div>
      </PortalForm>
    </details>
  )
}

export function QuestionForm({ state, formKey }: { state: FormState | null; formKey: string }) {
  const { t } = useLocale()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('record.ask')}</summary>
      <PortalForm id="question" state={state} hidden={{ act: 'ask', key: formKey }}>
        <TextArea
          name="question"
          label={t('record.question')}
          hint={t('record.question-hint')}
          rows={4}
        />
        <div className="actions">
          <Button kind="primary">{t('record.send-question')}</Button>
        </div>
      </PortalForm>
    </details>
  )
}

export function AnswerForm({ questionId, state }: { questionId: string; state: FormState | null }) {
  const { t } = useLocale()
  const own = state?.values?.questionId === questionId ? state : null
  return (
    <PortalForm id={`answer-${questionId}`} state={own} hidden={{ act: 'supply', questionId }}>
      <TextArea name="answer" label={t('record.answer')} rows={4} />
      <div className="actions">
        <Button kind="primary">{t('record.send-answer')}</Button>
      </div>
    </PortalForm>
  )
}
