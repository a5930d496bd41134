import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['changes']

export function HomeChanges({ lines }: { lines: Lines }) {
  const words = useLocale()
  const { t } = words
  return (
    <Section title={t('home.changes.title')}>
      <Table
        caption={t('home.changes.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference }) => reference}
        empty={t('home.changes.none')}
        columns={[
          referenceColumn(words),
          ownerColumn(words),
          subjectColumn(words),
          {
            key: 'changes',
            heading: t('home.column.changes'),
            isNarrow: true,
            cell: ({ changes }) => t('home.changes.count', { count: changes }),
          },
        ]}
      />
    </Section>
  )
}
