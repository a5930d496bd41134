import { Button } from '../button.tsx'
import { DateField, TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

interface RefusalFormProps {
  formKey: string
  state: FormState | null
}

/** Article 10(2): a reference, the entry and a day. */
export function RefusalForm({ formKey, state }: RefusalFormProps) {
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
        <Button kind="primary">{t('article10.record-refusal')}</Button>
      </div>
    </PortalForm>
  )
}
