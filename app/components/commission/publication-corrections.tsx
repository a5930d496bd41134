import { citation } from '#app/measures/oj-reference.ts'
import { correctPublicationInput } from '#app/measures/record-inputs.ts'
import { refuseDayToCome } from '#app/measures/refused-days.ts'
import type { CorrectionsOf } from '#app/queries/publication-corrections.server.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { TextArea } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { DateText } from '../when.tsx'
import { OjFields, type OjValues } from './oj-fields.tsx'

interface PublicationCorrectionsProps {
  found: CorrectionsOf
  publication: OjValues
  state: FormState | null
}

/** What stood there before, and for those who may, the form that puts it right. */
export function PublicationCorrections({ found, publication, state }: PublicationCorrectionsProps) {
  const { t } = useLocale()
  const { corrections, mayCorrect, today } = found
  if (corrections.length === 0 && !mayCorrect) return null
  return (
    <Section title={t('commission.corrections')}>
      {corrections.length > 0 && (
        <ol>
          {corrections.map(({ at, corrected, correction }) => (
            <li key={at}>
              <DateText value={at} />:{' '}
              {t('commission.corrected-from', {
                reference: citation(corrected.ojReference, corrected.publishedOn),
                title: corrected.title,
                url: corrected.url ?? 'none',
                reason: correction,
              })}
            </li>
          ))}
        </ol>
      )}
      {mayCorrect && (
        <details className="more" open={state !== null}>
          <summary>{t('commission.correct')}</summary>
          <PortalForm
            id="correct"
            state={state}
            hidden={{ revision: String(corrections.length + 1) }}
          >
            <OjFields values={publication} />
            <TextArea
              name="correction"
              label={t('record.correction')}
              hint={t('commission.correction-hint')}
              rows={2}
            />
            <div className="actions">
              <ConfirmDialog
                label={t('commission.correct')}
                title={t('commission.correct-dialog')}
                consequences={<p>{t('commission.correct-consequences')}</p>}
                form="correct"
                check={checkBy(correctPublicationInput, [], ({ publishedOn }) =>
                  refuseDayToCome(publishedOn, today, 'publishedOn'),
                )}
              />
            </div>
          </PortalForm>
        </details>
      )}
    </Section>
  )
}
