import type { RegisterResult, RegisterSearch } from '#app/queries/register.server.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { registerCategories, registerStates } from '#app/measures/register.ts'
import { Facets } from '../facets.tsx'
import { useLocale } from '../locale.tsx'
import { DayField } from './day-field.tsx'

interface RegisterFiltersProps {
  search: RegisterSearch
  facets: RegisterResult['facets']
  /** A day was asked for that cannot be read. */
  isDayUnread: boolean
}

/** Search by code and words, by state, category, date, and by how things stand. */
export function RegisterFilters({ search, facets, isDayUnread }: RegisterFiltersProps) {
  const { t, stateName } = useLocale()
  // Where so many were found that they were not counted, every choice is offered without a number.
  const countOf = (counts: Record<string, number> | undefined, value: string) =>
    facets ? (counts?.[value] ?? 0) : undefined
  const isOffered = (count: number | undefined, isChosen: boolean) => count !== 0 || isChosen
  return (
    <Facets
      clearTo="/register"
      search={{ name: 'q', label: t('register.search'), value: search.words }}
      facets={[
        {
          name: 'state',
          label: t('register.status'),
          chosen: search.states,
          options: registerStates.map((state) => ({
            value: state,
            label: t(`register.state.${state}`),
            count: countOf(facets?.states, state),
          })),
        },
        {
          name: 'compiled',
          label: t('register.compilation'),
          chosen: search.isCompiled === null ? [] : [search.isCompiled ? 'yes' : 'no'],
          options: [
            {
              value: 'yes',
              label: t('register.compiled.yes'),
              count: countOf(facets?.compiled, 'yes'),
            },
            {
              value: 'no',
              label: t('register.compiled.no'),
              count: countOf(facets?.compiled, 'no'),
            },
          ],
        },
        {
          name: 'issuer',
          label: t('register.state'),
          chosen: search.issuers,
          options: memberStates
            .map((code) => ({
              value: code,
              label: stateName(code),
              count: countOf(facets?.issuers, code),
            }))
            .filter(({ value, count }) => isOffered(count, search.issuers.includes(value))),
        },
        {
          name: 'category',
          label: t('register.category'),
          chosen: search.categories,
          options: registerCategories
            .map((category) => ({
              value: category,
              label: t(`register.category.${category}`),
              count: countOf(facets?.categories, category),
            }))
            .filter(({ value, count }) => isOffered(count, search.categories.includes(value))),
        },
      ]}
    >
      <div className="facets__search">
        <DayField on={search.on} isUnread={isDayUnread} />
      </div>
    </Facets>
  )
}
