import { Fragment } from 'react'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { NextCompilation } from '#app/queries/compilation.server.ts'
import { EmptyState } from '../empty-state.tsx'
import { FieldErrorText } from '../field.tsx'
import { useField } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { TableRegion } from '../table.tsx'
import { DateText } from '../when.tsx'

type Row = NextCompilation['rows'][number]

const tones = {
  unchanged: 'neutral',
  new: 'good',
  changed: 'attention',
  removed: 'ended',
  'not-offered': 'neutral',
} as const

interface CompilationEntriesProps {
  rows: readonly Row[]
  hasLast: boolean
}

/**
 * The entries to choose from, by state and code. What was notified and is in force is chosen
 * already; the rest stands apart and says why it is not.
 */
export function CompilationEntries({ rows, hasLast }: CompilationEntriesProps) {
  const { t } = useLocale()
  const parts = useField('entryIds', false)
  const offered = rows.filter(({ change }) => change !== 'not-offered')
  const others = rows.filter(({ change }) => change === 'not-offered')
  const chosen = typeof parts.entered === 'string' ? [parts.entered] : parts.entered
  if (rows.length === 0) {
    return (
      <EmptyState title={t('commission.nothing-to-compile')}>
        <p>{t('commission.nothing-to-compile-words')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <div id={parts.id} tabIndex={-1}>
        <FieldErrorText parts={parts} />
      </div>
      {hasLast && <Counts rows={rows} />}
      <EntriesTable caption={t('commission.offered')} rows={offered} chosen={chosen} />
      {others.length > 0 && (
        <details className="more" open={chosen !== undefined}>
          <summary>{t('commission.others', { count: others.length })}</summary>
          <p className="field__hint">{t('commission.others-hint')}</p>
          <EntriesTable caption={t('commission.others-caption')} rows={others} chosen={chosen} />
        </details>
      )}
    </>
  )
}

function Counts({ rows }: { rows: readonly Row[] }) {
  const { t } = useLocale()
  const count = (change: Row['change']) => rows.filter((row) => row.change === change).length
  return (
    <p>
      {t('commission.difference-counts', {
        new: count('new'),
        changed: count('changed'),
        removed: count('removed'),
        unchanged: count('unchanged'),
      })}
    </p>
  )
}

interface EntriesTableProps {
  caption: string
  rows: readonly Row[]
  chosen: readonly string[] | undefined
}

function EntriesTable({ caption, rows, chosen }: EntriesTableProps) {
  const { t, stateName } = useLocale()
  const issuers = inProtocolOrder(rows.map(({ issuer }) => issuer))
  return (
    <TableRegion caption={caption} stacks>
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {t('commission.stands-in-it')}
          </th>
          <th scope="col" className="narrow">
            {t('record.code')}
          </th>
          <th scope="col">{t('record.description')}</th>
          <th scope="col" className="narrow numeric">
            {t('record.edition')}
          </th>
          <th scope="col" className="narrow">
            {t('record.applies-from')}
          </th>
          <th scope="col">{t('commission.difference')}</th>
        </tr>
      </thead>
      {issuers.map((issuer) => (
        <tbody key={issuer}>
          <tr className="group">
            <th colSpan={6} scope="rowgroup">
              {stateName(issuer)}
            </th>
          </tr>
          {rows
            .filter((row) => row.issuer === issuer)
            .map((row) => (
              <EntryRow key={row.id} row={row} chosen={chosen} />
            ))}
        </tbody>
      ))}
    </TableRegion>
  )
}

function EntryRow({ row, chosen }: { row: Row; chosen: readonly string[] | undefined }) {
  const { t, number } = useLocale()
  const isChosen = chosen ? chosen.includes(row.id) : isOffered(row)
  const name = row.code || t('text.entry-without-code')
  return (
    <tr data-state={row.change === 'removed' ? 'ended' : undefined}>
      <td className="narrow" data-label={t('commission.stands-in-it')}>
        <input
          type="checkbox"
          name="entryIds"
          value={row.id}
          defaultChecked={isChosen}
          aria-label={t('commission.choose-entry', { code: name, edition: row.edition })}
        />
      </td>
      <th scope="row" className="narrow" data-label={t('record.code')}>
        {name}
      </th>
      <td data-label={t('record.description')}>{row.heading}</td>
      <td className="narrow numeric" data-label={t('record.edition')}>
        {number(row.edition)}
      </td>
      <td className="narrow" data-label={t('record.applies-from')}>
        <DateText value={row.inForceFrom} />
      </td>
      <td data-label={t('commission.difference')}>
        <StatusLabel tone={tones[row.change]}>{t(`commission.change.${row.change}`)}</StatusLabel>
        {row.doubts.map((doubt) => (
          <Fragment key={doubt}>
            {' '}
            <span className="cell-note">{t(`commission.doubt.${doubt}`)}</span>
          </Fragment>
        ))}
      </td>
    </tr>
  )
}

function isOffered({ change }: Row): boolean {
  return change === 'unchanged' || change === 'new' || change === 'changed'
}
