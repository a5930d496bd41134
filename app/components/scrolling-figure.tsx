import { type ReactNode, useRef } from 'react'
import { useOverflow } from './use-overflow.ts'

interface ScrollingFigureProps {
  className: string
  /** What it shows, for who hears it. */
  label: string
  children: ReactNode
}

/** What scrolls by itself where it is wider than its place. */
export function ScrollingFigure({ className, label, children }: ScrollingFigureProps) {
  const region = useRef<HTMLElement>(null)
  const overflows = useOverflow(region)
  return (
    <figure
      ref={region}
      className={className}
      aria-label={label}
      // What scrolls must be reachable by keyboard; what does not is no stop on the way.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
    >
      {children}
    </figure>
  )
}
