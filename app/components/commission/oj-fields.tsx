import { DateField, TextArea, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'

/** The Official Journal's reference and date, which alone make something published. */
export function OjFields() {
  const { t } = useLocale()
  return (
    <>
      <TextField
        name="ojReference"
        label={t('commission.oj-reference')}
        hint={t('commission.oj-reference-hint')}
        width="medium"
      />
      <DateField name="publishedOn" label={t('commission.published-on')} />
      <TextField name="title" label={t('commission.oj-title')} />
      <TextField name="url" type="url" label={t('commission.oj-url')} isOptional />
      <TextArea name="note" label={t('commission.note')} isOptional rows={2} />
    </>
  )
}
