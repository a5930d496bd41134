import { Link } from '@remix-run/react'
import { citation } from '#app/measures/oj-reference.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

interface NotesTableProps {
  notes: readonly { id: string; ojReference: string; publishedOn: string; title: string }[]
}

/** The notes that were recorded, the newest first. */
export function NotesTable({ notes }: NotesTableProps) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('note.recorded')}
      isCaptionHidden
      rows={notes}
      rowKey={({ id }) => id}
      empty={<p className="soft">{t('note.none')}</p>}
      columns={[
        {
          key: 'reference',
          heading: t('commission.oj-reference'),
          isRowHeading: true,
          cell: ({ id, ojReference, publishedOn }) => (
            <Link to={`/information-notes/${id}`}>{citation(ojReference, publishedOn)}</Link>
          ),
        },
        { key: 'title', heading: t('commission.oj-title'), cell: ({ title }) => title },
        {
          key: 'published',
          heading: t('commission.published-on'),
          isNarrow: true,
          cell: ({ publishedOn }) => <DateText value={publishedOn} />,
        },
      ]}
    />
  )
}
