import type { RegisterResult, RegisterSearch } from '#app/queries/register.server.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { Facets } from '../facets.tsx'
import { useLocale } from '../locale.tsx'

const categories = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-'] as const

interface RegisterFiltersProps {
  search: RegisterSearch
  facets: RegisterResult['facets']
  on: string
  /** A day was asked for that cannot be read. */
  isDayUnread: boolean
}

/** Search by code and words, by state, category, date, and by how things stand. */
export function RegisterFilters({ search, facets, on, isDayUnread }: RegisterFiltersProps) {
  const { t, stateName } = useLocale()
  const { compiled } = facets
  return (
    <Facets
      clearTo="/register"
      search={{ name: 'q', label: t('register.search'), value: search.words }}
      facets={[
        {
          name: 'state',
          label: t('register.status'),
          chosen: search.states,
          options: facets.states.map(({ state, count }) => ({
            value: state,
            label: t(`register.state.${state}`),
            count,
          })),
        },
        {
          name: 'compiled',
          label: t('register.compilation'),
          chosen: search.isCompiled === null ? [] : [search.isCompiled ? 'yes' : 'no'],
          options: [
            { value: 'yes', label: t('register.compiled.yes'), count: compiled.yes },
            { value: 'no', label: t('register.compiled.no'), count: compiled.no },
          ],
        },
        {
          name: 'issuer',
          label: t('register.state'),
          chosen: search.issuers,
          options: memberStates
            .filter((code) => facets.issuers[code] || search.issuers.includes(code))
            .map((code) => ({
              value: code,
              label: stateName(code),
              count: facets.issuers[code] ?? 0,
            })),
        },
        {
          name: 'category',
          label: t('register.category'),
          chosen: search.categories,
          options: categories
            .filter(
              (category) => facets.categories[category] || search.categories.includes(category),
            )
            .map((category) => ({
              value: category,
              label: t(`register.category.${category}`),
              count: facets.categories[category] ?? 0,
            })),
        },
      ]}
    >
      <div className="facets__search">
        <label className="field__label" htmlFor="register-on">
          {t('register.on')}
        </label>
        <input
          type="date"
          id="register-on"
          name="on"
          className="input"
          defaultValue={search.on ?? ''}
          aria-invalid={isDayUnread || undefined}
          aria-describedby={isDayUnread ? 'register-on-error register-on-hint' : 'register-on-hint'}
        />
        {isDayUnread && (
          <p className="field__error" id="register-on-error">
            {t('register.on-unread')}
          </p>
        )}
        <p className="field__hint" id="register-on-hint">
          {t('register.on-hint', { today: on })}
        </p>
      </div>
    </Facets>
  )
}
