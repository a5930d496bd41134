import { DateField, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'

interface GazetteFieldsProps {
  isOptional?: boolean
  defaults?: {
    gazette: string
    reference: string
    url: string
    gazettedOn: string
    isDayUnknown: boolean
  }
}

/** Where and when the state published its measure. */
export function GazetteFields({ isOptional, defaults }: GazetteFieldsProps) {
  const { t } = useLocale()
  return (
    <>
      <TextField
        name="gazette"
        label={t('record.gazette')}
        hint={t('record.gazette-hint')}
        isOptional={isOptional}
        width="medium"
        defaultValue={defaults?.gazette}
      />
      <TextField
        name="reference"
        label={t('record.gazette-reference')}
        isOptional
        width="medium"
        defaultValue={defaults?.reference}
      />
      <TextField
        name="url"
        type="url"
        label={t('record.gazette-url')}
        isOptional
        defaultValue={defaults?.url}
      />
      <DateField
        name="gazettedOn"
        label={t('record.gazetted-on')}
        isOptional={isOptional}
        defaultValue={defaults?.gazettedOn}
        unknown={{ label: t('form.not-established'), isChecked: defaults?.isDayUnknown }}
      />
    </>
  )
}
