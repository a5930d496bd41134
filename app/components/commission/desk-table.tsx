import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommissionDesk } from '#app/queries/commission-desk.server.ts'
import { EmptyState } from '../empty-state.tsx'
import { useLocale } from '../locale.tsx'
import { Elapsed } from '../record/elapsed.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText, EstablishedDate } from '../when.tsx'

type Row = CommissionDesk['rows'][number]

/** One line a measure: the act and its dates, the messages received, and what was published. */
export function DeskTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('commission.measures')}
      isCaptionHidden
      rows={rows}
      rowKey={({ reference }) => reference}
      rowState={({ endedOn }) => (endedOn ? 'ended' : undefined)}
      empty={<EmptyState title={t('commission.none')} />}
      columns={[
        {
          key: 'measure',
          heading: t('commission.measure'),
          isRowHeading: true,
          cell: (row) => <MeasureCell row={row} />,
        },
        { key: 'act', heading: t('commission.act'), cell: (row) => <ActCell row={row} /> },
        {
          key: 'notified',
          heading: t('commission.notified'),
          cell: ({ notifications, reference }) => (
            <Notifications notifications={notifications} reference={reference} />
          ),
        },
        {
          key: 'published',
          heading: t('commission.published'),
          cell: (row) => <Publication row={row} />,
        },
        {
          key: 'compiled',
          heading: t('commission.in-compilation'),
          cell: (row) => <Compiled row={row} />,
        },
        {
          key: 'language',
          heading: t('commission.language'),
          isNarrow: true,
          cell: ({ language }) => language.toUpperCase(),
        },
      ]}
    />
  )
}

function MeasureCell({ row }: { row: Row }) {
  const { t } = useLocale()
  return (
    <>
      <StateChip code={row.owner} />{' '}
      <Link to={`/files/${referenceInAddress(row.reference)}/record`}>{row.reference}</Link>
      <span className="cell-note">{row.title}</span>
      <span className="cell-note">{t(`terms.kind.${row.kind}`)}</span>
    </>
  )
}

function ActCell({ row }: { row: Row }) {
  const { t } = useLocale()
  const dates = [
    { key: 'adopted' as const, on: row.adoptedOn, has: true },
    { key: 'gazetted' as const, on: row.gazettedOn, has: row.gazette !== null },
    { key: 'in-force' as const, on: row.inForceOn, has: row.inForceOn !== null },
  ]
  return (
    <>
      {[row.actTitle, row.actNumber].filter(Boolean).join(', ')}
      <dl className="cell-dates">
        {dates.map(({ key, on, has }) => (
          <div key={key}>
            <dt>{t(`file.date.${key}`)}</dt>
            <dd>{has ? <EstablishedDate value={on} /> : <DateText value={null} />}</dd>
          </div>
        ))}
        {row.endedOn && (
          <div>
            <dt>{t('record.end')}</dt>
            <dd>
              <DateText value={row.endedOn} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

function Notifications({ notifications, reference }: Pick<Row, 'notifications' | 'reference'>) {
  const { t, date } = useLocale()
  if (notifications.length === 0) {
    return <span className="soft">{t('commission.not-notified')}</span>
  }
  const path = `/files/${referenceInAddress(reference)}/record/notifications`
  return (
    <ul className="cell-list">
      {notifications.map((one) => (
        <li key={one.id}>
          <Link to={`${path}/${one.id}`}>{t(`record.source.${one.article}`)}</Link>
          {', '}
          <EstablishedDate value={one.sentOn} />
          {one.reference && <span className="cell-note">{one.reference}</span>}
          <span className="cell-note">
            {one.acknowledgedOn
              ? t('commission.acknowledged-on', { date: date(one.acknowledgedOn) })
              : t('commission.not-acknowledged')}
            {!one.acknowledgedOn && one.sentOn && (
              <>
                {', '}
                <Elapsed since={one.sentOn} />
              </>
            )}
          </span>
          {one.openQuestions > 0 && (
            <StatusLabel tone="attention">
              {t('record.open-questions', { count: one.openQuestions })}
            </StatusLabel>
          )}
        </li>
      ))}
    </ul>
  )
}

function Publication({ row }: { row: Row }) {
  const { t } = useLocale()
  if (row.publishedOn) {
    return (
      <>
        {row.publicationReference}
        <span className="cell-note">
          <DateText value={row.publishedOn} />
        </span>
      </>
    )
  }
  return <Waiting row={row} words={t('commission.not-published')} />
}

function Compiled({ row }: { row: Row }) {
  const { t, date } = useLocale()
  if (row.kind !== 'national-control-list' && row.kind !== 'amendment') {
    return <span className="soft">{t('commission.no-list')}</span>
  }
  const { standing, compiled } = row.entries
  const counts = t('commission.entries-compiled', { compiled, standing })
  if (standing > 0 && compiled < standing) return <Waiting row={row} words={counts} />
  return (
    <>
      {counts}
      {row.inCompilationOn && (
        <span className="cell-note">
          {t('commission.compiled-on', { date: date(row.inCompilationOn) })}
        </span>
      )}
    </>
  )
}

/** Not done yet: how long ago the measure was notified, and nothing about whether that is long. */
function Waiting({ row, words }: { row: Row; words: string }) {
  const { t } = useLocale()
  const first = row.notifications
    .flatMap(({ sentOn }) => sentOn ?? [])
    .sort()
    .at(0)
  return (
    <>
      <span className="soft">{words}</span>
      {first && (
        <span className="cell-note">
          <Elapsed since={first} /> {t('commission.since-notification')}
        </span>
      )}
    </>
  )
}
