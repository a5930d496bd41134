import { Link } from '@remix-run/react'
import type { PublicMeasure } from '#app/queries/public-measure.server.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { entryAddress } from '#app/open-data/addresses.ts'

/** The entries that a published measure brought. */
export function MeasureEntries({ owner, entries }: Pick<PublicMeasure, 'owner' | 'entries'>) {
  const { t, number } = useLocale()
  return (
    <Table
      caption={t('register.entries')}
      isCaptionHidden
      rows={entries}
      rowKey={({ id }) => id}
      rowState={({ endedOn }) => (endedOn ? 'ended' : undefined)}
      columns={[
        {
          key: 'code',
          heading: t('record.code'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ key, code }) => (
            <Link to={entryAddress(owner, key)}>{code || t('text.entry-without-code')}</Link>
          ),
        },
        { key: 'heading', heading: t('record.description'), cell: ({ heading }) => heading },
        {
          key: 'edition',
          heading: t('record.edition'),
          isNarrow: true,
          isNumeric: true,
          cell: ({ edition }) => number(edition),
        },
        {
          key: 'from',
          heading: t('record.applies-from'),
          isNarrow: true,
          cell: ({ inForceFrom }) => <DateText value={inForceFrom} />,
        },
        {
          key: 'end',
          heading: t('record.end'),
          isNarrow: true,
          cell: ({ endedOn }) => endedOn && <DateText value={endedOn} />,
        },
      ]}
    />
  )
}
