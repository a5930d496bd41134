import { checkLanguageVersionsInput } from '#app/measures/language-inputs.ts'
import type { LanguagePage } from '#app/queries/list-languages.server.ts'
import { Button } from '../button.tsx'
import { CheckboxGroup } from '../choices.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FileField, Select, TextArea } from '../field.tsx'
import { checkBy } from '../form-check.ts'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { MissingPlaces } from './missing-places.tsx'
import { useCodeName, useFoundWords } from './entries-table.tsx'

interface FormProps {
  page: LanguagePage
  state: FormState | null
}

/** Sends a Word document or a table, to be looked at before it comes in. */
export function LanguageUpload({ state }: Pick<FormProps, 'state'>) {
  const { t } = useLocale()
  return (
    <PortalForm id="upload" state={state} encType="multipart/form-data">
      <FileField
        name="file"
        label={t('languages.file')}
        hint={t('languages.file-hint')}
        accept=".docx,.csv,text/csv,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      />
      <div className="actions">
        <Button kind="primary">{t('languages.look')}</Button>
      </div>
    </PortalForm>
  )
}

/** Who has entries in hand in this language. */
export function HoldForm({ page, state }: FormProps) {
  const { t, stateName } = useLocale()
  const codeName = useCodeName()
  return (
    <details className="more" open={state !== null}>
      <summary>{t('languages.hold')}</summary>
      <PortalForm id="hold" state={state} hidden={{ act: 'hold' }}>
        <Select
          name="holder"
          label={t('languages.holder')}
          hint={t('languages.holder-hint')}
          emptyLabel=""
          options={[
            ...page.possible.map(({ kind, id, name, delegation }) => ({
              value: `${kind}:${id}`,
              label: `${stateName(delegation)}: ${name}`,
            })),
            { value: 'nobody', label: t('languages.nobody') },
          ]}
        />
        <CheckboxGroup
          name="entryIds"
          label={t('languages.choose-entries')}
          isGrid
          choices={page.rows.map((row) => ({ value: row.id, label: codeName(row) }))}
          defaultValues={page.rows.map(({ id }) => id)}
        />
        <div className="actions">
          <Button kind="secondary">{t('languages.hold')}</Button>
        </div>
      </PortalForm>
    </details>
  )
}

const checkOfVersions = checkBy(checkLanguageVersionsInput, ['versions'])

/** Records drafts as checked; those without a difference are chosen already. */
export function CheckForm({ page, state, formKey }: FormProps & { formKey: string }) {
  const { t } = useLocale()
  const codeName = useCodeName()
  const foundWords = useFoundWords()
  const drafts = page.rows.flatMap((row) =>
    row.version && row.state === 'draft' ? [{ ...row, version: row.version }] : [],
  )
  const checkable = drafts.filter(({ version }) => version.missing.length === 0)
  const missing = state?.places ?? drafts.flatMap(({ version }) => version.missing)
  const withGaps = missing.length > 0 && (
    <MissingPlaces
      places={missing}
      words={
        state?.places
          ? undefined
          : t('languages.with-gaps', { count: drafts.length - checkable.length })
      }
    />
  )
  if (drafts.length === 0) return <p className="soft">{t('languages.nothing-to-check')}</p>
  if (checkable.length === 0) return withGaps
  return (
    <>
      {withGaps}
      <PortalForm id="check" state={state} hidden={{ act: 'check', key: formKey }}>
        <CheckboxGroup
          name="versions"
          label={t('languages.check-versions')}
          choices={checkable.map((row) => ({
            value: row.version.id,
            label: t('languages.check-version', {
              code: codeName(row),
              found: foundWords(row.version),
            }),
          }))}
          defaultValues={checkable
            .filter(({ version }) => version.differences === 0)
            .map(({ version }) => version.id)}
        />
        <CheckedFields formId="check" isReasonNeeded={false} />
      </PortalForm>
    </>
  )
}

interface CheckedFieldsProps {
  formId: string
  /** Where the concordance finds differences in what is checked. */
  isReasonNeeded: boolean
}

/** What both forms say that record something as checked. */
export function CheckedFields({ formId, isReasonNeeded }: CheckedFieldsProps) {
  const { t } = useLocale()
  return (
    <>
      <TextArea
        name="reason"
        label={t('languages.check-reason')}
        rows={2}
        isOptional={!isReasonNeeded}
      />
      <div className="actions">
        <ConfirmDialog
          label={t('languages.check')}
          title={t('languages.check-title')}
          consequences={<p>{t('languages.check-consequences')}</p>}
          form={formId}
          check={checkOfVersions}
        />
      </div>
    </>
  )
}
