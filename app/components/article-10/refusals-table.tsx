import type { Article10Desk } from '#app/queries/article-10-desk.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { EntryName } from './entry-name.tsx'

/** Refusals of all states: a reference, an entry and a day, and nothing of the transaction. */
export function RefusalsTable({ rows }: { rows: Article10Desk['refusals'] }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('article10.refusals')}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="soft">{t('article10.no-refusals')}</p>}
      columns={[
        {
          key: 'delegation',
          heading: t('article10.refused-by'),
          isNarrow: true,
          cell: ({ delegation }) => <StateChip code={delegation} />,
        },
        {
          key: 'reference',
          heading: t('article10.dues-reference'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ duesReference }) => duesReference,
        },
        {
          key: 'entry',
          heading: t('article10.entry'),
          cell: ({ entry }) => <EntryName entry={entry} />,
        },
        {
          key: 'refused',
          heading: t('article10.refused-on'),
          isNarrow: true,
          cell: ({ refusedOn }) => <DateText value={refusedOn} />,
        },
      ]}
    />
  )
}
