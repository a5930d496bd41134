import { authorsAmong, authorsOf, commentTypes } from '#app/measures/comment.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CompiledTable } from '#app/queries/compiled-table.server.ts'
import { Facets } from '../facets.tsx'
import { useLocale } from '../locale.tsx'
import { Select } from '../field.tsx'
import { usePlaceNames } from './place-name.ts'
import {
  changeSince,
  changesSince,
  changeWords,
  entryOf,
  statuses,
  statusOf,
  type TableFilter,
} from './table-filter.ts'
import { orders } from './table-order.ts'

interface TableFiltersProps {
  version: CompiledTable['version']
  /** All lines that there are. */
  lines: readonly CompiledLine[]
  filter: TableFilter
}

/** Filters and order of the compiled table, with how many lines each filter would show. */
export function TableFilters({ version, lines, filter }: TableFiltersProps) {
  const { t, stateName } = useLocale()
  const { provisionName } = usePlaceNames(version.kind)
  const comments = lines.map(({ comment }) => comment)
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
          options: authorsAmong(comments).map((value) => ({
            value,
            label: stateName(value),
            count: count((comment) => authorsOf(comment).includes(value)),
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
        {
          name: 'since',
          label: t('table.filter.since'),
          chosen: filter.since,
          options: countsOf(lines.map(changeSince), changesSince).map(([value, count]) => ({
            value,
            count,
            label: t(changeWords[value]),
          })),
        },
        {
          name: 'entry',
          label: t('table.filter.entry'),
          chosen: filter.entries,
          options: countsOf(lines.map(entryOf)).map(([value, count]) => ({
            value,
            count,
            label: provisionName(value),
          })),
        },
      ]}
    >
      <Select
        name="order"
        aria-required={false}
        label={t('table.order')}
        defaultValue={filter.order}
        options={orders.map((value) => ({ value, label: t(`table.order.${value}`) }))}
      />
      <div className="choice">
        <input
          type="checkbox"
          id="questions-only"
          name="questions"
          value="only"
          defaultChecked={filter.isQuestions}
        />
        <label htmlFor="questions-only">{t('table.questions-only')}</label>
      </div>
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

/** How often each value is there, in this order or in that in which they come; none that is not. */
function countsOf<Value extends string>(
  found: readonly (Value | null)[],
  order?: readonly Value[],
): [Value, number][] {
  const counts = new Map<Value, number>(order?.map((value) => [value, 0]))
  for (const value of found) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 0)
}
