import { recordPublicationInput } from '#app/measures/record-inputs.ts'
import { refuseDayAfterAdoption } from '#app/measures/refused-days.ts'
import { RadioGroup } from '../choices.tsx'
import { DateField, Select, TextField } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import { useLocale } from '../locale.tsx'
import { Correction, type FactFormProps, Folded } from './folded-form.tsx'

/** Article 9(4), first sentence: set by the Official Journal's reference and date, by no button. */
export function PublicationForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const { adoption } = page
  const isAgain = Boolean(adoption?.publishedOn)
  const question = {
    title: t('record.publication-dialog'),
    consequences: <p>{t('record.publication-consequences')}</p>,
    check: checkBy(recordPublicationInput, [], ({ publishedOn }) =>
      adoption
        ? refuseDayAfterAdoption(adoption.adoptedOn, publishedOn, page.today, 'publishedOn')
        : null,
    ),
  }
  return (
    <Folded
      {...{ page, state }}
      act="publish"
      title={t(isAgain ? 'record.correct-publication' : 'record.record-publication')}
      question={isAgain ? undefined : question}
    >
      <p className="field__hint">{t('record.publication-hint')}</p>
      <TextField
        name="ojReference"
        label={t('commission.oj-reference')}
        hint={t('commission.oj-reference-hint')}
        width="medium"
        defaultValue={adoption?.publicationReference ?? undefined}
      />
      <DateField
        name="publishedOn"
        label={t('commission.published-on')}
        defaultValue={adoption?.publishedOn ?? undefined}
      />
      {isAgain && <Correction />}
    </Folded>
  )
}

/** What Annex I has taken over, of an entry or of one of its points. */
export function CoverageForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const standing = page.entries.filter(({ change }) => change !== 'ended')
  return (
    <Folded {...{ page, state }} act="cover" title={t('record.record-coverage')}>
      <Select
        name="entryId"
        label={t('record.covered-entry')}
        options={standing.map(({ id, code, heading }) => ({
          value: id,
          label: `${code || t('text.entry-without-code')} ${heading}`,
        }))}
      />
      <TextField
        name="point"
        label={t('record.covered-point')}
        hint={t('record.covered-point-hint')}
        isOptional
        width="short"
      />
      <TextField
        name="annexICode"
        label={t('record.annex-i-code')}
        hint={t('record.annex-i-code-hint')}
        width="short"
      />
      <RadioGroup
        name="extent"
        label={t('record.covered-extent')}
        choices={[
          { value: 'wholly', label: t('record.covered-wholly') },
          {
            value: 'partly',
            label: t('record.covered-partly'),
            hint: t('record.covered-partly-hint'),
          },
        ]}
      />
      <DateField name="since" label={t('record.covered-since')} />
    </Folded>
  )
}
