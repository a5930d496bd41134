import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { HomeRest } from './rest.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['changes']

export function HomeChanges({ lines, total }: { lines: Lines; total: number }) {
  const words = useLocale()
  const { t } = words
  return (
    <Section id="changes" title={t('home.changes.title')}>
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
      <HomeRest list="changes" title={t('home.changes.title')} shown={lines.length} total={total} />
    </Section>
  )
}
