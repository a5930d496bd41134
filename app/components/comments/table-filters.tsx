import { commentTypes } from '#app/measures/comment.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { CompiledTable } from '#app/queries/compiled-table.server.ts'
import { Facets } from '../facets.tsx'
import { useLocale } from '../locale.tsx'
import { statuses, statusOf, type TableFilter } from './table-filter.ts'

/** Filters of the compiled table, with how many lines each would show. */
export function TableFilters({ table, filter }: { table: CompiledTable; filter: TableFilter }) {
  const { t, stateName } = useLocale()
  const comments = table.threads.flatMap(({ comments }) => comments)
  const count = (fits: (comment: (typeof comments)[number]) => boolean) =>
    comments.filter(fits).length
  const present = statuses
    .map((value) => ({ value, count: count((comment) => statusOf(comment) === value) }))
    .filter((option) => option.count > 0)
  return (
    <Facets
      clearTo="."
      facets={[
        {
          name: 'state',
          label: t('table.filter.state'),
          chosen: filter.delegations,
          options: inProtocolOrder(comments.map(({ delegation }) => delegation)).map((value) => ({
            value,
            label: stateName(value),
            count: count(({ delegation }) => delegation === value),
          })),
        },
        {
          name: 'type',
          label: t('table.filter.type'),
          chosen: filter.types,
          options: commentTypes.map((value) => ({
            value,
            label: t(`terms.comment-type.${value}`),
            count: count(({ type }) => type === value),
          })),
        },
        {
          name: 'status',
          label: t('table.filter.status'),
          chosen: filter.statuses,
          options: present.map((option) => ({
            ...option,
            label: t(`table.status.${option.value}`),
          })),
        },
      ]}
    >
      <div className="choice">
        <input
          type="checkbox"
          id="names-off"
          name="names"
          value="off"
          defaultChecked={!filter.isAttributed}
        />
        <label htmlFor="names-off">{t('table.names-off')}</label>
      </div>
    </Facets>
  )
}
