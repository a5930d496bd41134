import { RadioGroup } from '../choices.tsx'
import { DateField, TextArea, TextField } from '../field.tsx'
import { useLocale } from '../locale.tsx'

/** The Official Journal's reference and date, which alone make a compilation published. */
export function CompilationFields({ isFirst }: { isFirst: boolean }) {
  const { t } = useLocale()
  return (
    <div className="form-part">
      <RadioGroup
        name="kind"
        label={t('commission.kind')}
        defaultValue={isFirst ? 'compilation' : 'update'}
        choices={[
          {
            value: 'compilation',
            label: t('commission.kind.compilation'),
            hint: t('commission.kind.compilation-hint'),
          },
          {
            value: 'update',
            label: t('commission.kind.update'),
            hint: t('commission.kind.update-hint'),
          },
        ]}
      />
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
    </div>
  )
}
