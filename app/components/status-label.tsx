import type { ReactNode } from 'react'
import type { Transition } from '#app/measures/transitions.ts'
import { useLocale } from './locale.tsx'

interface StepLabelProps {
  /** Whether Union law asks for this step, national law does, or states take it freely. */
  basis: Transition['nature']
  /** Where it comes from, such as "Article 9(2)". */
  source: string
  children: ReactNode
}

/**
 * A step of the file and its source. Legal and voluntary steps never look alike: one of Union law is
 * filled, one of national law is framed by a line, a voluntary one is open and dashed.
 */
export function StepLabel({ basis, source, children }: StepLabelProps) {
  const { t } = useLocale()
  return (
    <span className={`label label--${basis}`}>
      <span className="label__state">{children}</span>
      <span className="label__source">
        <span className="heard">{t(`common.basis.${basis}`)}: </span>
        {source}
      </span>
    </span>
  )
}

interface StatusLabelProps {
  /**
   * `attention`: waits for an act of the reader. `good` and `bad`: something was checked.
   * `ended`: withdrawn, recalled, repealed, superseded. `inner`: inside the reader's delegation.
   */
  tone?: 'neutral' | 'attention' | 'good' | 'bad' | 'ended' | 'inner'
  children: ReactNode
}

/** A short state that is no step in law, such as "recalled" or "new". */
export function StatusLabel({ tone = 'neutral', children }: StatusLabelProps) {
  return <span className={`label label--${tone}`}>{children}</span>
}
