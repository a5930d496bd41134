import type { ReactNode } from 'react'
import { toIsoDate } from '#app/measures/calendar.ts'
import { useLocale } from './locale.tsx'
import { DateText } from './when.tsx'

export interface DatedFact {
  key: string
  label: string
  /** Calendar day or instant; null while it is not recorded. Never guessed from another date. */
  date: string | null
  /** What is true of one that is not recorded, where "not recorded" would say too much. */
  unknown?: string
  /** "Article 9(2)", "national law", "Recommendation 2025/683, from summaries". */
  source: string
  /** Reference, link or elapsed days. */
  detail?: ReactNode
}

interface DatesTimelineProps {
  /** What the whole is, for those who listen: "Steps in law". */
  label: string
  basis: 'legal' | 'voluntary'
  facts: readonly DatedFact[]
}

/**
 * The dates of a measure beside one another, each a fact of its own (product.md 2.7): one that is
 * not recorded says so, and none follows from another.
 */
export function DatesTimeline({ label, basis, facts }: DatesTimelineProps) {
  const { now } = useLocale()
  return (
    <ul className={`dates dates--${basis}`} aria-label={label}>
      {facts.map(({ key, label, date, unknown, source, detail }) => (
        <li key={key} className="dates__fact" data-date={placeInTime(date, now)}>
          <span className="dates__label">{label}</span>
          <span className="dates__date">
            <DateText value={date} unknown={unknown} />
          </span>
          <span className="dates__source">{source}</span>
          {detail && <span className="dates__detail">{detail}</span>}
        </li>
      ))}
    </ul>
  )
}

function placeInTime(date: string | null, now: Date): 'past' | 'future' | 'unknown' {
  if (!date) return 'unknown'
  return toIsoDate(date) > toIsoDate(now) ? 'future' : 'past'
}
