import { RadioGroup } from '../choices.tsx'
import { citation } from '#app/measures/oj-reference.ts'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { OjFields } from './oj-fields.tsx'

interface CompilationFieldsProps {
  /** Those that were recorded, the newest first: one of them may be corrected. */
  recorded: readonly { id: string; ojReference: string; publishedOn: string }[]
  /** The one from which the form is prepared, to be corrected. */
  corrects: string | null
  onCorrects: (id: string) => void
}

/** The Official Journal's reference and date, which alone make a compilation published. */
export function CompilationFields({ recorded, corrects, onCorrects }: CompilationFieldsProps) {
  const { t } = useLocale()
  const isFirst = recorded.length === 0
  return (
    <div className="form-part">
      <RadioGroup
        key={corrects ?? ''}
        name="kind"
        label={t('commission.kind')}
        defaultValue={isFirst ? 'compilation' : corrects ? 'corrigendum' : 'update'}
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
          ...(isFirst
            ? []
            : [
                {
                  value: 'corrigendum',
                  label: t('commission.kind.corrigendum'),
                  hint: t('commission.kind.corrigendum-hint'),
                },
              ]),
        ]}
      />
      {!isFirst && (
        <Select
          name="corrects"
          label={t('commission.corrects')}
          hint={t('commission.corrects-hint')}
          isOptional
          defaultValue={corrects ?? ''}
          onChange={({ target }) => onCorrects(target.value)}
          emptyLabel={t('commission.corrects-none')}
          options={recorded.map(({ id, ojReference, publishedOn }) => ({
            value: id,
            label: citation(ojReference, publishedOn),
          }))}
        />
      )}
      <OjFields />
    </div>
  )
}
