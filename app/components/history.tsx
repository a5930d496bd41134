import type { ReactNode } from 'react'
import { DateTimeText } from './when.tsx'

export interface HistoryItem {
  id: string
  /** Instant of the act. */
  at: string
  /** Who acted: a delegation, often with the role of the person. */
  who: ReactNode
  what: ReactNode
  detail?: ReactNode
  /** An act inside the reader's own delegation, which others do not see. */
  isInner?: boolean
}

/** The acts of a file as they were logged, in the order given. */
export function History({ label, items }: { label: string; items: readonly HistoryItem[] }) {
  return (
    <ol className="history" aria-label={label}>
      {items.map(({ id, at, who, what, detail, isInner }) => (
        <li key={id} className="history__item" data-lane={isInner ? 'inner' : undefined}>
          <span className="history__when">
            <DateTimeText value={at} />
          </span>
          <span className="history__who">{who}</span>
          <span className="history__what">
            {what}
            {detail && <span className="history__detail">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
