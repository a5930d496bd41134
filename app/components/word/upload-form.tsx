import { sectionKeys } from '#app/text/grammar.ts'
import { Button } from '../button.tsx'
import { FileField, Select } from '../field.tsx'
import { PortalForm } from '../form.tsx'
import type { FormState } from '../form-state.ts'
import { useLocale } from '../locale.tsx'

interface UploadFormProps {
  state: FormState | null | undefined
  /** An answer to a version goes into no section. */
  hasSections: boolean
}

/** Takes a Word document, so that one sees what would come in of it. */
export function UploadForm({ state, hasSections }: UploadFormProps) {
  const { t } = useLocale()
  return (
    <PortalForm
      state={state}
      className="form form--upload"
      encType="multipart/form-data"
      hidden={hasSections ? undefined : { section: 'items' }}
    >
      <FileField
        name="file"
        label={t('word.file')}
        hint={t('word.file-hint')}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      />
      {hasSections && (
        <Select
          name="section"
          label={t('word.section')}
          hint={t('word.section-hint')}
          defaultValue="items"
          options={sectionKeys.map((value) => ({ value, label: t(`text.section.${value}`) }))}
        />
      )}
      <div className="actions">
        <Button kind="primary">{t('word.look')}</Button>
      </div>
    </PortalForm>
  )
}
