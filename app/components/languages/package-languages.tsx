import { isComplete, type LanguageCount } from '#app/measures/language-versions.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { useCountColumns } from './count-columns.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'

/** How far a package is in each language. */
export function PackageLanguages({ counts }: { counts: readonly LanguageCount[] }) {
  const { t } = useLocale()
  const countColumns = useCountColumns()
  const { languageName } = useLanguageNames()
  return (
    <Table
      caption={t('languages.completeness')}
      isCaptionHidden
      rows={counts}
      rowKey={({ language }) => language}
      columns={[
        {
          key: 'language',
          heading: t('languages.language'),
          isRowHeading: true,
          cell: ({ language }) => languageName(language),
        },
        ...countColumns,
        {
          key: 'complete',
          heading: t('languages.completeness'),
          cell: (count) =>
            isComplete(count) ? (
              <StatusLabel tone="good">{t('languages.complete-one')}</StatusLabel>
            ) : (
              <StatusLabel tone="attention">{t('languages.not-complete-one')}</StatusLabel>
            ),
        },
      ]}
    />
  )
}
