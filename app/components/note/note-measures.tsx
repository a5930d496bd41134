import { Fragment } from 'react'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { lineFacts } from '#app/paper/note-paper.ts'
import type { NextNote } from '#app/queries/information-note.server.ts'
import { EmptyState } from '../empty-state.tsx'
import { FieldErrorText } from '../field.tsx'
import { useField } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { TableRegion } from '../table.tsx'
import { noteTones } from './note-tones.ts'

type Row = NextNote['rows'][number]

/**
 * The measures to choose from, by state. What was notified and has not ended is chosen already; the rest
 * stands apart and says why it is not.
 */
export function NoteMeasures({ rows, hasLast }: { rows: readonly Row[]; hasLast: boolean }) {
  const { t } = useLocale()
  const parts = useField('measureIds', false)
  const chosen = typeof parts.entered === 'string' ? [parts.entered] : parts.entered
  if (rows.length === 0) {
    return (
      <EmptyState title={t('note.nothing')}>
        <p>{t('note.nothing-words')}</p>
      </EmptyState>
    )
  }
  const others = rows.filter(({ change }) => change === 'not-offered')
  const count = (change: Row['change']) => rows.filter((row) => row.change === change).length
  return (
    <>
      <div id={parts.id} tabIndex={-1}>
        <FieldErrorText parts={parts} />
      </div>
      {hasLast && (
        <p>
          {t('note.difference-counts', {
            new: count('new'),
            changed: count('changed'),
            removed: count('removed'),
            unchanged: count('unchanged'),
          })}
        </p>
      )}
      <MeasuresTable
        caption={t('note.measures')}
        rows={rows.filter(({ change }) => change !== 'not-offered')}
        chosen={chosen}
      />
      {others.length > 0 && (
        <details className="more" open={chosen !== undefined}>
          <summary>{t('note.others', { count: others.length })}</summary>
          <p className="field__hint">{t('note.others-hint')}</p>
          <MeasuresTable caption={t('note.others-caption')} rows={others} chosen={chosen} />
        </details>
      )}
    </>
  )
}

interface MeasuresTableProps {
  caption: string
  rows: readonly Row[]
  chosen: readonly string[] | undefined
}

function MeasuresTable({ caption, rows, chosen }: MeasuresTableProps) {
  const { t, stateName } = useLocale()
  return (
    <TableRegion caption={caption} stacks>
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {t('note.in-it')}
          </th>
          <th scope="col">{t('commission.measure')}</th>
          <th scope="col">{t('commission.act')}</th>
          <th scope="col">{t('commission.difference')}</th>
        </tr>
      </thead>
      {inProtocolOrder(rows.map(({ line }) => line.owner)).map((owner) => (
        <tbody key={owner}>
          <tr className="group">
            <th colSpan={4} scope="rowgroup">
              {stateName(owner)}
            </th>
          </tr>
          {rows
            .filter(({ line }) => line.owner === owner)
            .map((row) => (
              <MeasureRow key={row.line.measureId} row={row} chosen={chosen} />
            ))}
        </tbody>
      ))}
    </TableRegion>
  )
}

function MeasureRow({ row, chosen }: { row: Row; chosen: readonly string[] | undefined }) {
  const locale = useLocale()
  const { t } = locale
  const { line, change, doubts } = row
  const isOffered = change === 'unchanged' || change === 'new' || change === 'changed'
  return (
    <tr data-state={change === 'removed' ? 'ended' : undefined}>
      <td className="narrow" data-label={t('note.in-it')}>
        <input
          type="checkbox"
          name="measureIds"
          value={line.measureId}
          defaultChecked={chosen ? chosen.includes(line.measureId) : isOffered}
          aria-label={t('note.choose', { reference: line.reference, title: line.title })}
        />
      </td>
      <th scope="row" data-label={t('commission.measure')}>
        {line.title}
        <span className="cell-note">{line.reference}</span>
        <span className="cell-note">{t(`terms.kind.${line.kind}`)}</span>
      </th>
      <td data-label={t('commission.act')}>
        <dl className="cell-facts">
          {lineFacts(locale, line).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </td>
      <td data-label={t('commission.difference')}>
        <StatusLabel tone={noteTones[change]}>{t(`note.change.${change}`)}</StatusLabel>
        {doubts.map((doubt) => (
          <Fragment key={doubt}>
            {' '}
            <span className="cell-note">{t(`note.doubt.${doubt}`)}</span>
          </Fragment>
        ))}
      </td>
    </tr>
  )
}
