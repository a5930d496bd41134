import {
  adoptionDays,
  recordExpiryInput,
  recordGazetteInput,
  recordRepealInput,
} from '#app/measures/record-inputs.ts'
import { refuseDayAfterAdoption, refuseDayBeforeAdoption } from '#app/measures/refused-days.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { CheckboxGroup } from '../choices.tsx'
import { DateField, TextField } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { useLocale } from '../locale.tsx'
import { CoverageLinks, PublicationForm } from './commission-forms.tsx'
import { Correction, Folded, type FactFormProps } from './folded-form.tsx'
import { GazetteFields } from './gazette-fields.tsx'

interface FactFormsProps {
  page: RecordPage
  stateOf: (act: string) => FormState | null
}

/** A form for each date that the state records, folded away until it is needed. */
export function FactForms({ page, stateOf }: FactFormsProps) {
  const { may } = page
  return (
    <>
      {may.correctAdoption && (
        <AdoptionCorrection page={page} state={stateOf('correct-adoption')} />
      )}
      {may.gazette && <GazetteForm page={page} state={stateOf('gazette')} />}
      {may.enterIntoForce && <InForceForm page={page} state={stateOf('in-force')} />}
      {may.apply && page.entries.length > 0 && (
        <ApplicationForm page={page} state={stateOf('application')} />
      )}
      {may.end && <RepealForm page={page} state={stateOf('repeal')} />}
      {may.end && <ExpiryForm page={page} state={stateOf('expiry')} />}
      {may.publish && <PublicationForm page={page} state={stateOf('publish')} />}
      {may.cover && page.entries.length > 0 && <CoverageLinks page={page} />}
    </>
  )
}

function AdoptionCorrection({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const { adoption } = page
  return (
    <Folded {...{ page, state }} act="correct-adoption" title={t('record.correct-adoption')}>
      <p className="field__hint">{t('record.correct-adoption-hint')}</p>
      <TextField
        name="actTitle"
        label={t('record.act-title')}
        hint={t('record.act-title-hint')}
        defaultValue={adoption?.actTitle}
      />
      <TextField
        name="actNumber"
        label={t('record.act-number')}
        isOptional
        width="medium"
        defaultValue={adoption?.actNumber}
      />
      <DateField
        name="adoptedOn"
        label={t('record.adopted-on')}
        hint={t('record.adopted-on-hint')}
        defaultValue={adoption?.adoptedOn ?? undefined}
        unknown={{ label: t('form.not-established'), isChecked: adoption?.adoptedOn === null }}
      />
      <Correction />
    </Folded>
  )
}

function GazetteForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const { adoption } = page
  const isAgain = Boolean(adoption?.gazette)
  const gazetteQuestion = {
    title: t('record.gazette-dialog'),
    consequences: <p>{t('record.gazette-consequences')}</p>,
    check: checkBy(recordGazetteInput, adoptionDays, ({ gazettedOn }) =>
      adoption
        ? refuseDayAfterAdoption(adoption.adoptedOn, gazettedOn, page.today, 'gazettedOn')
        : null,
    ),
  }
  return (
    <Folded
      {...{ page, state }}
      act="gazette"
      title={t(isAgain ? 'record.correct-gazette' : 'record.record-gazette')}
      question={isAgain ? undefined : gazetteQuestion}
    >
      <p className="field__hint">{t('record.gazette-makes-public')}</p>
      <GazetteFields
        defaults={
          adoption
            ? {
                gazette: adoption.gazette ?? '',
                reference: adoption.gazetteReference ?? '',
                url: adoption.gazetteUrl ?? '',
                gazettedOn: adoption.gazettedOn ?? '',
                isDayUnknown: adoption.gazette !== null && adoption.gazettedOn === null,
              }
            : undefined
        }
      />
      {isAgain && <Correction />}
    </Folded>
  )
}

function InForceForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const isAgain = Boolean(page.adoption?.inForceOn)
  return (
    <Folded
      {...{ page, state }}
      act="in-force"
      title={t(isAgain ? 'record.correct-in-force' : 'record.record-in-force')}
    >
      <DateField
        name="inForceOn"
        label={t('record.in-force-on')}
        hint={t('record.in-force-hint')}
        defaultValue={page.adoption?.inForceOn ?? undefined}
      />
      {isAgain && <Correction />}
    </Folded>
  )
}

function ApplicationForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const brought = page.entries.filter(({ change }) => change !== 'ended')
  return (
    <Folded {...{ page, state }} act="application" title={t('record.record-application')}>
      <CheckboxGroup
        name="entryIds"
        label={t('record.application-entries')}
        hint={t('record.application-hint')}
        choices={brought.map(({ id, code, heading }) => ({
          value: id,
          label: `${code || t('text.entry-without-code')} ${heading}`,
        }))}
      />
      <DateField name="applicableFrom" label={t('record.applicable-from')} />
    </Folded>
  )
}

function RepealForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const { adoption } = page
  const question = {
    title: t('record.repeal-dialog'),
    consequences: <EndConsequences page={page} />,
    check: checkBy(recordRepealInput, [], ({ repealedOn }) =>
      adoption ? refuseDayBeforeAdoption(adoption.adoptedOn, repealedOn, 'repealedOn') : null,
    ),
  }
  return (
    <Folded
      {...{ page, state }}
      act="repeal"
      title={t(page.may.hasEnded ? 'record.correct-end-repeal' : 'record.record-repeal')}
      question={page.may.hasEnded ? undefined : question}
    >
      <p className="field__hint">{t('record.end-hint')}</p>
      <AmendmentEnd page={page} />
      <TextField
        name="repealedBy"
        label={t('record.repealed-by')}
        defaultValue={page.adoption?.repealedBy ?? undefined}
      />
      <DateField
        name="repealedOn"
        label={t('record.repealed-on')}
        hint={t('record.end-day-hint')}
      />
      {page.may.hasEnded && <Correction />}
    </Folded>
  )
}

function ExpiryForm({ page, state }: FactFormProps) {
  const { t } = useLocale()
  const { adoption } = page
  const question = {
    title: t('record.expiry-dialog'),
    consequences: <EndConsequences page={page} />,
    check: checkBy(recordExpiryInput, [], ({ expiredOn }) =>
      adoption ? refuseDayBeforeAdoption(adoption.adoptedOn, expiredOn, 'expiredOn') : null,
    ),
  }
  return (
    <Folded
      {...{ page, state }}
      act="expiry"
      title={t(page.may.hasEnded ? 'record.correct-end-expiry' : 'record.record-expiry')}
      question={page.may.hasEnded ? undefined : question}
    >
      <p className="field__hint">{t('record.expiry-hint')}</p>
      <AmendmentEnd page={page} />
      <DateField name="expiredOn" label={t('record.expired-on')} hint={t('record.end-day-hint')} />
      {page.may.hasEnded && <Correction />}
    </Folded>
  )
}

function EndConsequences({ page }: { page: RecordPage }) {
  const { t } = useLocale()
  return (
    <>
      <p>{t('record.end-consequences')}</p>
      {page.file.kind === 'amendment' && <p>{t('record.amendment-end')}</p>}
    </>
  )
}

/** What it replaced is no longer law once it applied, whatever became of it afterwards. */
function AmendmentEnd({ page }: { page: RecordPage }) {
  const { t } = useLocale()
  if (page.file.kind !== 'amendment') return null
  return <p className="field__hint">{t('record.amendment-end')}</p>
}
