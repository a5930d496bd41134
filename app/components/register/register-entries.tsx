import { Link } from '@remix-run/react'
import type { RegisterResult } from '#app/queries/register.server.ts'
import { EmptyState } from '../empty-state.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { stateTones } from './state-tones.ts'
import { asOf, entryAddress } from '#app/open-data/addresses.ts'

type Row = RegisterResult['rows'][number]

interface RegisterEntriesProps {
  rows: readonly Row[]
  /** The day that was asked for; null: today. */
  on: string | null
}

/** Entries by state and code: the national control and the compilation in columns of their own. */
export function RegisterEntries({ rows, on }: RegisterEntriesProps) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('register.entries')}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowState={({ state }) => (state === 'ended' ? 'ended' : undefined)}
      empty={
        <EmptyState title={t('register.nothing')}>
          <p>{t('register.absence-words')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'issuer',
          heading: t('register.state'),
          isNarrow: true,
          cell: ({ issuer }) => <StateChip code={issuer} />,
        },
        {
          key: 'code',
          heading: t('record.code'),
          isRowHeading: true,
          isNarrow: true,
          cell: (row) => <CodeCell row={row} on={on} />,
        },
        { key: 'heading', heading: t('record.description'), cell: ({ heading }) => heading },
        {
          key: 'national',
          heading: t('register.national-control'),
          isNarrow: true,
          cell: (row) => <NationalCell row={row} />,
        },
        {
          key: 'compiled',
          heading: t('register.compilation'),
          isNarrow: true,
          cell: ({ isCompiled }) =>
            isCompiled ? t('register.compiled.short-yes') : t('register.compiled.short-no'),
        },
      ]}
    />
  )
}

function CodeCell({ row, on }: { row: Row; on: string | null }) {
  const { t } = useLocale()
  return (
    <>
      <Link to={entryAddress(row.issuer, row.key) + asOf(on)}>
        {row.code || t('text.entry-without-code')}
      </Link>
      {row.edition > 1 && (
        <span className="cell-note">{t('register.edition', { edition: row.edition })}</span>
      )}
    </>
  )
}

function NationalCell({ row }: { row: Row }) {
  const { t, date } = useLocale()
  const { state, inForceFrom, endedOn, lastDay } = row
  return (
    <>
      <StatusLabel tone={stateTones[state]}>{t(`register.state.${state}`)}</StatusLabel>
      <span className="cell-note">
        {inForceFrom && (
          <>
            {t('register.from')} <DateText value={inForceFrom} />
          </>
        )}
        {(endedOn ?? lastDay) && (
          <>
            {' '}
            {endedOn
              ? t('register.ended-on', { date: date(endedOn) })
              : t('register.until', { date: date(lastDay ?? '') })}
          </>
        )}
      </span>
    </>
  )
}
