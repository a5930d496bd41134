import { carriesEntries, referenceInAddress } from '#app/measures/measure.ts'
import { adoptionDays, recordAdoptionInput } from '#app/measures/record-inputs.ts'
import { refuseAdoptionDays } from '#app/measures/refused-days.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DateField, TextField } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../section.tsx'
import { Reached } from '../file/reached.tsx'
import { type SecondFactor, SecondFactorNotice } from './second-factor.tsx'
import { GazetteFields } from './gazette-fields.tsx'

interface AdoptionFormProps {
  page: RecordPage
  formKey: string
  state: FormState | null
  /** Null where nobody is asked for one. */
  secondFactor: SecondFactor | null
}

/** Records that the state has adopted: the one act that closes the draft for good. */
export function AdoptionForm({ page, formKey, state, secondFactor }: AdoptionFormProps) {
  const { t } = useLocale()
  return (
    <Section title={t('record.adopt')} intro={t('record.adopt-intro')} id="adopt">
      <DraftWarnings page={page} />
      {secondFactor && (
        <SecondFactorNotice
          secondFactor={secondFactor}
          returnTo={`/files/${referenceInAddress(page.file.reference)}/record#adopt`}
          isBeside={state !== null}
        />
      )}
      <PortalForm
        id="adoption"
        state={state}
        hidden={{ act: 'adopt', key: formKey, revision: page.file.revision }}
      >
        <TextField
          name="actTitle"
          label={t('record.act-title')}
          hint={t('record.act-title-hint')}
        />
        <TextField name="actNumber" label={t('record.act-number')} isOptional width="medium" />
        <DateField
          name="adoptedOn"
          label={t('record.adopted-on')}
          hint={t('record.adopted-on-hint')}
          unknown={{ label: t('form.not-established') }}
        />
        <fieldset className="form-part">
          <legend>{t('record.known-already')}</legend>
          <p className="field__hint">{t('record.known-already-hint')}</p>
          <GazetteFields isOptional />
          <DateField name="inForceOn" label={t('record.in-force-on')} isOptional />
        </fieldset>
        <div className="actions">
          <ConfirmDialog
            label={t('record.adopt')}
            title={t('record.adopt-dialog')}
            consequences={<AdoptionConsequences page={page} />}
            form="adoption"
            check={checkBy(recordAdoptionInput, adoptionDays, (days) =>
              refuseAdoptionDays(days, page.today),
            )}
          />
        </div>
      </PortalForm>
    </Section>
  )
}

function AdoptionConsequences({ page }: { page: RecordPage }) {
  const { t } = useLocale()
  return (
    <>
      {page.adoptionReaches && <Reached audience={page.adoptionReaches} />}
      <p>{t('record.adopt-gazetted')}</p>
      <p>{t('record.adopt-consequences')}</p>
      {page.file.kind === 'repeal' && page.related.changes && (
        <p>{t('record.adopt-repeals', page.related.changes)}</p>
      )}
      {repealsAmendment(page) && <p>{t('record.amendment-end')}</p>}
      <p>
        {page.lastShared === null
          ? t('record.compared-with-nothing')
          : t('record.compared-with', { number: page.lastShared })}
      </p>
    </>
  )
}

function repealsAmendment({ file, related }: RecordPage): boolean {
  return file.kind === 'repeal' && related.changes?.kind === 'amendment'
}

/** What is odd about the draft. Nothing here stands in the way. */
function DraftWarnings({ page: { draft, file } }: { page: RecordPage }) {
  const { t } = useLocale()
  if (!draft) return null
  const isList = carriesEntries(file.kind)
  return (
    <>
      {draft.isEmpty && (
        <Notice kind="warning" title={t('record.draft-empty')}>
          <p>{t('record.draft-empty-words')}</p>
        </Notice>
      )}
      {!draft.isEmpty && isList && draft.entryCount === 0 && (
        <Notice kind="warning" title={t('record.draft-without-entries')}>
          <p>{t('record.draft-without-entries-words')}</p>
        </Notice>
      )}
      {draft.oddCodes.length > 0 && (
        <Notice kind="warning" title={t('record.odd-codes', { count: draft.oddCodes.length })}>
          <p>{t('record.odd-codes-words')}</p>
          <ul>
            {draft.oddCodes.map(({ path, heading, warnings }) => (
              <li key={path}>
                <b>{path}</b> {heading}
                {warnings.map((warning) => (
                  <span key={warning} className="cell-note">
                    {t(`record.code-warning.${warning}`)}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
