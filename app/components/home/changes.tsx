import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { FileLink } from '../file/file-link.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['changes']

export function HomeChanges({ lines }: { lines: Lines }) {
  const { t } = useLocale()
  return (
    <Section title={t('home.changes.title')}>
      <Table
        caption={t('home.changes.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference }) => reference}
        empty={t('home.changes.none')}
        columns={[
          {
            key: 'file',
            heading: t('home.column.file'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ reference }) => <FileLink reference={reference} />,
          },
          {
            key: 'owner',
            heading: t('home.column.owner'),
            isNarrow: true,
            cell: ({ owner }) => <StateChip code={owner} />,
          },
          { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title },
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
