import { DateField, TextArea, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'

export interface OjValues {
  ojReference: string
  publishedOn: string
  title: string
  url: string | null
  note: string
}

/** The Official Journal's reference and date, which alone make something published. */
export function OjFields({ values }: { values?: OjValues }) {
  const { t } = useLocale()
  return (
    <>
      <TextField
        name="ojReference"
        defaultValue={values?.ojReference}
        label={t('commission.oj-reference')}
        hint={t('commission.oj-reference-hint')}
        width="medium"
      />
      <DateField
        name="publishedOn"
        defaultValue={values?.publishedOn}
        label={t('commission.published-on')}
      />
      <TextField name="title" defaultValue={values?.title} label={t('commission.oj-title')} />
      <TextField
        name="url"
        defaultValue={values?.url ?? undefined}
        type="url"
        label={t('commission.oj-url')}
        isOptional
      />
      <TextArea
        name="note"
        defaultValue={values?.note}
        label={t('commission.note')}
        isOptional
        rows={2}
      />
    </>
  )
}
