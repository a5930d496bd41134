import type { ReactNode } from 'react'
import { useLocale } from './locale.tsx'

export interface Fact {
  term: string
  /** What is known; null and undefined are shown as "not recorded". */
  value: ReactNode
  /** Where the fact or the duty comes from, such as "Article 9(2)". */
  source?: string
}

interface FactsProps {
  facts: readonly Fact[]
  /** `rows`: term beside value. `stacked`: term above value, for narrow panels. */
  shape?: 'rows' | 'stacked'
}

export function Facts({ facts, shape = 'rows' }: FactsProps) {
  const { t } = useLocale()
  return (
    <dl className={`facts facts--${shape}`}>
      {facts.map(({ term, value, source }) => (
        <div key={term} className="facts__pair">
          <dt>
            {term}
            {source && <span className="facts__source">{source}</span>}
          </dt>
          <dd>{value ?? <span className="soft">{t('common.not-recorded')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
