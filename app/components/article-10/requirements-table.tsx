import { Link } from '@remix-run/react'
import type { Article10Desk } from '#app/queries/article-10-desk.server.ts'
import { useAudienceWords } from '../file/audience-words.ts'
import { useLocale } from '../locale.tsx'
import { BasisWords } from '../register/basis-words.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { EntryName } from './entry-name.tsx'

type Row = Article10Desk['requirements'][number]

interface RequirementsTableProps {
  caption: string
  rows: readonly Row[]
  empty: string
  /** Ours, or those that others told us of. */
  isOurs: boolean
}

/** Requirements with what they rest on today. */
export function RequirementsTable({ caption, rows, empty, isOurs }: RequirementsTableProps) {
  const { t } = useLocale()
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowState={({ endedOn }) => (endedOn ? 'ended' : undefined)}
      empty={<p className="soft">{empty}</p>}
      columns={[
        ...(isOurs
          ? []
          : [
              {
                key: 'relying',
                heading: t('article10.relying'),
                isNarrow: true,
                cell: ({ relying }: Row) => <StateChip code={relying} />,
              },
            ]),
        {
          key: 'entry',
          heading: t('article10.entry'),
          isRowHeading: true,
          cell: ({ entry }) => <EntryName entry={entry} />,
        },
        {
          key: 'exporter',
          heading: t('article10.exporter-informed'),
          isNarrow: true,
          cell: ({ exporterInformedOn }) => <DateText value={exporterInformedOn} />,
        },
        {
          key: 'customs',
          heading: t('article10.customs-informed'),
          isNarrow: true,
          cell: ({ customsInformedOn }) => <DateText value={customsInformedOn} />,
        },
        { key: 'told', heading: t('article10.told'), cell: (row) => <Told row={row} /> },
        { key: 'basis', heading: t('article10.basis'), cell: (row) => <Basis row={row} /> },
        {
          key: 'open',
          heading: t('article10.more'),
          isNarrow: true,
          cell: ({ id, mayEnd }) => (
            <Link to={`/article-10/requirements/${id}`}>
              {mayEnd ? t('article10.open-or-end') : t('article10.open')}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Told({ row }: { row: Row }) {
  const { t } = useLocale()
  const audienceWords = useAudienceWords()
  if (row.audience.kind === 'owner') return <span className="soft">{t('article10.nobody')}</span>
  return (
    <>
      {row.audience.kind === 'owner-commission'
        ? t('article10.informed.commission')
        : audienceWords(row.audience)}
      {row.information && <span className="cell-note">{row.information}</span>}
    </>
  )
}

function Basis({ row }: { row: Row }) {
  const { t, date } = useLocale()
  if (row.endedOn) return t('article10.ended', { date: date(row.endedOn) })
  return (
    <>
      {row.lack && <StatusLabel tone="attention">{t(`article10.lack.${row.lack}`)}</StatusLabel>}{' '}
      <BasisWords basis={row.basis} />
      {row.warnings.map((warning) => (
        <span key={warning} className="cell-note">
          {t(`article10.warning.${warning}`)}
        </span>
      ))}
    </>
  )
}
