import { recordRefusalInput } from '#app/measures/record-inputs.ts'
import { refuseDayToCome } from '#app/measures/refused-days.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DateField, TextField } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

interface RefusalFormProps {
  formKey: string
  state: FormState | null
  today: string
}

/** Article 10(2): a reference, the entry and a day. */
export function RefusalForm({ formKey, state, today }: RefusalFormProps) {
  const { t } = useLocale()
  return (
    <PortalForm id="refusal" state={state} hidden={{ act: 'refusal', key: formKey }}>
      <TextField
        name="duesReference"
        label={t('article10.dues-reference')}
        hint={t('article10.no-exporter')}
        width="medium"
      />
      <DateField name="refusedOn" label={t('article10.refused-on')} />
      <div className="actions">
        <ConfirmDialog
          label={t('article10.record-refusal')}
          title={t('article10.refusal-dialog')}
          consequences={<p>{t('article10.refusal-consequences')}</p>}
          form="refusal"
          check={checkBy(recordRefusalInput, [], ({ refusedOn }) =>
            refuseDayToCome(refusedOn, today, 'refusedOn'),
          )}
        />
      </div>
    </PortalForm>
  )
}
