import { withdrawLanguageVersionInput } from '#app/measures/language-inputs.ts'
import type { RefusedPlace } from '#app/measures/refusals.ts'
import { TextArea } from '../field.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { MissingPlaces } from './missing-places.tsx'
import { CheckedFields } from './language-forms.tsx'

interface CheckOneProps {
  version: { id: string; differences: number; missing: readonly RefusedPlace[] }
  formKey: string
  state: FormState | null
}

/** Records the text of one entry as checked. */
export function CheckOne({ version, formKey, state }: CheckOneProps) {
  const places = state?.places ?? version.missing
  if (places.length > 0) return <MissingPlaces places={places} />
  const hidden = { act: 'check', key: formKey, versions: version.id }
  return (
    <PortalForm id="check" state={state} hidden={hidden}>
      <CheckedFields formId="check" isReasonNeeded={version.differences > 0} />
    </PortalForm>
  )
}

const checkWithdrawal = checkBy(withdrawLanguageVersionInput)

export function WithdrawForm({ version, state }: { version: string; state: FormState | null }) {
  const { t } = useLocale()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('languages.withdraw')}</summary>
      <PortalForm id="withdraw" state={state} hidden={{ act: 'withdraw', version }}>
        <TextArea name="reason" label={t('languages.withdraw-reason')} rows={2} />
        <div className="actions">
          <ConfirmDialog
            label={t('languages.withdraw')}
            title={t('languages.withdraw-title')}
            consequences={<p>{t('languages.withdraw-consequences')}</p>}
            form="withdraw"
            check={checkWithdrawal}
          />
        </div>
      </PortalForm>
    </details>
  )
}
