import { useState } from 'react'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { Button } from '../button.tsx'
import { RadioGroup } from '../choices.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { DateField, TextArea } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

interface RequirementFormProps {
  formKey: string
  state: FormState | null
}

/** Article 10(1) and (3): the exporter first, customs always, others where appropriate. */
export function RequirementForm({ formKey, state }: RequirementFormProps) {
  const { t } = useLocale()
  const [informed, setInformed] = useState(String(state?.values?.informed ?? 'nobody'))
  return (
    <PortalForm
      id="requirement"
      state={state}
      hidden={{ act: 'requirement', key: formKey }}
      className="form form--wide"
    >
      <DateField
        name="exporterInformedOn"
        label={t('article10.exporter-informed-on')}
        hint={t('article10.exporter-hint')}
      />
      <DateField
        name="customsInformedOn"
        label={t('article10.customs-informed-on')}
        hint={t('article10.customs-hint')}
        isOptional
      />
      <div
        onChange={({ target }) => target instanceof HTMLInputElement && setInformed(target.value)}
      >
        <RadioGroup
          name="informed"
          label={t('article10.informed')}
          hint={t('article10.informed-hint')}
          defaultValue="nobody"
          choices={(['nobody', 'commission', 'named', 'all'] as const).map((value) => ({
            value,
            label: t(`article10.informed.${value}`),
          }))}
        />
      </div>
      <div className="with-named">
        <DelegationChoice
          name="delegations"
          label={t('article10.delegations')}
          codes={[...memberStates, 'COM']}
        />
      </div>
      <TextArea
        name="informationReason"
        label={t('article10.information-reason')}
        hint={t('article10.information-reason-hint')}
        rows={2}
      />
      <TextArea
        name="information"
        label={t('article10.information')}
        hint={t('article10.no-exporter')}
        isOptional={informed === 'nobody'}
        rows={3}
      />
      <div className="actions">
        <Button kind="primary">{t('article10.record-requirement')}</Button>
      </div>
    </PortalForm>
  )
}
