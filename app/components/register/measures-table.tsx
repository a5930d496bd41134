import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { PublicMeasures } from '#app/queries/register.server.ts'
import { EmptyState } from '../empty-state.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { DateText, EstablishedDate } from '../when.tsx'

type Row = PublicMeasures['rows'][number]

/** Measures that stand in a gazette or in the Official Journal, lists or not. */
export function MeasuresTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('register.measures')}
      isCaptionHidden
      rows={rows}
      rowKey={({ reference }) => reference}
      rowState={({ repealedOn, expiredOn }) => (repealedOn || expiredOn ? 'ended' : undefined)}
      empty={
        <EmptyState title={t('register.no-measures')}>
          <p>{t('register.absence-words')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'owner',
          heading: t('register.state'),
          isNarrow: true,
          cell: ({ owner }) => <StateChip code={owner} />,
        },
        {
          key: 'act',
          heading: t('commission.act'),
          isRowHeading: true,
          cell: ({ reference, title, number }) => (
            <>
              <Link to={`/register/measures/${referenceInAddress(reference)}`}>{title}</Link>
              {number && <span className="cell-note">{number}</span>}
            </>
          ),
        },
        { key: 'kind', heading: t('register.kind'), cell: ({ kind }) => t(`terms.kind.${kind}`) },
        {
          key: 'adopted',
          heading: t('file.date.adopted'),
          isNarrow: true,
          cell: ({ adoptedOn }) => <EstablishedDate value={adoptedOn} />,
        },
        {
          key: 'gazetted',
          heading: t('file.date.gazetted'),
          cell: (row) => (
            <>
              {row.gazette ? <EstablishedDate value={row.gazettedOn} /> : <DateText value={null} />}
              <span className="cell-note">
                {[row.gazette, row.gazetteReference].filter(Boolean).join(', ')}
              </span>
            </>
          ),
        },
        {
          key: 'in-force',
          heading: t('file.date.in-force'),
          isNarrow: true,
          cell: ({ inForceOn }) => <DateText value={inForceOn} />,
        },
        {
          key: 'published',
          heading: t('register.c-series'),
          cell: ({ publishedOn, publicationReference }) => (
            <>
              <DateText value={publishedOn} />
              {publicationReference && <span className="cell-note">{publicationReference}</span>}
            </>
          ),
        },
        {
          key: 'end',
          heading: t('record.end'),
          isNarrow: true,
          cell: ({ repealedOn, expiredOn }) =>
            (repealedOn ?? expiredOn) && <DateText value={repealedOn ?? expiredOn} />,
        },
      ]}
    />
  )
}
