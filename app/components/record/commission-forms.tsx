import { Link } from '@remix-run/react'
import { recordPublicationInput } from '#app/measures/record-inputs.ts'
import { refuseDayAfterAdoption } from '#app/measures/refused-days.ts'
import { DateField, TextField } from '../field.tsx'
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

/** Where each entry is set beside Annex I, to say what that has taken over. */
export function CoverageLinks({ page }: Pick<FactFormProps, 'page'>) {
  const { t } = useLocale()
  const standing = page.entries.filter(({ change }) => change !== 'ended')
  return (
    <details className="more" id="cover">
      <summary>{t('record.record-coverage')}</summary>
      <ul className="cell-list">
        {standing.map(({ id, code, heading }) => (
          <li key={id}>
            <Link to={`/commission/coverage/${id}`}>{code || t('text.entry-without-code')}</Link>
            <span className="cell-note">{heading}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
