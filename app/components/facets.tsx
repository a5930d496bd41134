import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Button } from './button.tsx'
import { useLocale } from './locale.tsx'

export interface FacetOption {
  value: string
  label: string
  count?: number
}

export interface Facet {
  /** The parameter in the address. */
  name: string
  label: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  /** Open from the start, also while nothing is chosen. */
  isOpen?: boolean
}

interface FacetsProps {
  /** Where the filters are taken off. */
  clearTo: string
  search?: { name: string; label: string; value: string }
  facets: readonly Facet[]
  children?: ReactNode
}

/** Filters of a list: a form that only changes the address, so that a search can be kept or sent. */
export function Facets({ clearTo, search, facets, children }: FacetsProps) {
  const { t } = useLocale()
  const id = useId()
  return (
    <search>
      <Form method="get" className="facets" aria-label={t('common.filters')}>
        {search && (
          <div className="facets__search">
            <label className="field__label" htmlFor={`${id}search`}>
              {search.label}
            </label>
            <input
              type="search"
              id={`${id}search`}
              name={search.name}
              defaultValue={search.value}
              className="input"
            />
          </div>
        )}
        {facets.map((facet) => (
          <FacetChoices key={facet.name} facet={facet} />
        ))}
        {children}
        <div className="actions">
          <Button kind="primary">{t('common.apply-filters')}</Button>
          <Link to={clearTo}>{t('common.clear-filters')}</Link>
        </div>
      </Form>
    </search>
  )
}

/** Open while something in it is chosen, or from the start. */
function FacetChoices({ facet }: { facet: Facet }) {
  const { number } = useLocale()
  const id = useId()
  return (
    <details className="facet" open={facet.isOpen || facet.chosen.length > 0}>
      <summary>{facet.label}</summary>
      <fieldset>
        <legend className="heard">{facet.label}</legend>
        {facet.options.map(({ value, label, count }) => (
          <div key={value} className="choice">
            <input
              type="checkbox"
              id={`${id}${value}`}
              name={facet.name}
              value={value}
              defaultChecked={facet.chosen.includes(value)}
            />
            <label htmlFor={`${id}${value}`}>
              {label}
              {count !== undefined && <span className="facet__count"> ({number(count)})</span>}
            </label>
          </div>
        ))}
      </fieldset>
    </details>
  )
}
