import type { NotificationPage } from '#app/queries/notification.server.ts'
import { recordSendingInput, sendingLists } from '#app/measures/record-inputs.ts'
import { refuseDayAfterAdoption } from '#app/measures/refused-days.ts'
import { Button } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { DateField, TextArea, TextField } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Correction } from './folded-form.tsx'

interface FormProps {
  page: NotificationPage
  state: FormState | null
}

/** Records to whom the pack was sent; all that have it not yet are chosen. */
export function SendingForm({ page: { unsent, adoptedOn, today }, state }: FormProps) {
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
        <DateField
          name="sentOn"
          label={t('record.sent-on')}
          unknown={{ label: t('form.not-established') }}
        />
        <TextField name="reference" label={t('record.reference')} isOptional width="medium" />
        <div className="actions">
          <ConfirmDialog
            label={t('record.submit')}
            title={t('record.sending-dialog')}
            consequences={<p>{t('record.sending-consequences')}</p>}
            form="sending"
            check={checkBy(recordSendingInput, sendingLists, ({ sentOn }) =>
              refuseDayAfterAdoption(adoptedOn, sentOn, today, 'sentOn'),
            )}
          />
        </div>
      </PortalForm>
    </details>
  )
}

/** Puts right what was recorded of a sending: for all at first, as long as it is the same for all. */
export function SendingCorrection({ page: { file, notification }, state }: FormProps) {
  const { t } = useLocale()
  const { addressees } = notification
  const [first] = addressees
  const isOne = addressees.every(
    ({ channel, sentOn, reference }) =>
      channel === first?.channel && sentOn === first.sentOn && reference === first.reference,
  )
  const recorded = isOne ? first : undefined
  const codes = addressees.map(({ delegation }) => delegation)
  return (
    <details className="more" open={state !== null}>
      <summary>{t('record.correct-sending')}</summary>
      <PortalForm
        id="sending-correction"
        state={state}
        hidden={{ act: 'correct-sending', revision: file.revision }}
        className="form form--wide"
      >
        <p className="field__hint">{t('record.correct-sending-hint')}</p>
        <DelegationChoice
          name="addressees"
          label={t('record.addressees')}
          hint={t('record.corrected-addressees-hint')}
          codes={codes}
          chosen={isOne ? codes : []}
        />
        <TextField
          name="channel"
          label={t('record.channel')}
          hint={t('record.channel-hint')}
          width="medium"
          defaultValue={recorded?.channel}
        />
        <DateField
          name="sentOn"
          label={t('record.sent-on')}
          defaultValue={recorded?.sentOn ?? undefined}
          unknown={{ label: t('form.not-established'), isChecked: recorded?.sentOn === null }}
        />
        <TextField
          name="reference"
          label={t('record.reference')}
          isOptional
          width="medium"
          defaultValue={recorded?.reference}
        />
        <Correction />
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

export function AcknowledgementCorrection({ page: { file, notification }, state }: FormProps) {
  const { t } = useLocale()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('record.correct-acknowledgement')}</summary>
      <PortalForm
        id="acknowledgement-correction"
        state={state}
        hidden={{ act: 'correct-acknowledgement', revision: file.revision }}
      >
        <DateField
          name="acknowledgedOn"
          label={t('record.acknowledged-on')}
          defaultValue={notification.acknowledgedOn ?? undefined}
        />
        <TextField
          name="reference"
          label={t('record.reference')}
          isOptional
          width="medium"
          defaultValue={notification.acknowledgementReference ?? undefined}
        />
        <Correction />
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
