import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What would stand here, and how it comes to be. */
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children && <div className="empty__words">{children}</div>}
      {action && <div className="empty__action">{action}</div>}
    </div>
  )
}
