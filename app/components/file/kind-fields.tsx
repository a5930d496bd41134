import { type MeasureKind, measureKinds } from '#app/measures/measure.ts'
import { RadioGroup } from '../choices.tsx'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'

interface KindFieldsProps {
  kind?: MeasureKind
  /** The reference of the measure that is changed. */
  changes?: string
  changeable: readonly { reference: string; title: string }[]
}

/** What a file is about, and which measure an amendment or a repeal changes. */
export function KindFields({ kind, changes, changeable }: KindFieldsProps) {
  const { t } = useLocale()
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('files.new.kind')}
        defaultValue={kind ?? (changes ? 'amendment' : 'national-control-list')}
        choices={measureKinds.map((value) => ({
          value,
          label: t(`terms.kind.${value}`),
          hint: kindHints[value] && t(kindHints[value]),
        }))}
      />
      <div className="with-a-change">
        <Select
          name="changes"
          label={t('files.new.changes')}
          hint={t(changeable.length > 0 ? 'files.new.changes-hint' : 'files.new.changes-none')}
          defaultValue={changes}
          emptyLabel={t('files.new.changes-empty')}
          options={changeable.map(({ reference, title }) => ({
            value: reference,
            label: t('files.new.changes-option', { reference, title }),
          }))}
        />
      </div>
    </>
  )
}

const kindHints: Partial<
  Record<MeasureKind, 'files.new.kind.list-hint' | 'files.new.kind.other-hint'>
> = {
  'national-control-list': 'files.new.kind.list-hint',
  'other-notified-measure': 'files.new.kind.other-hint',
}
