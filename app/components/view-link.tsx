import { Link, useSearchParams } from '@remix-run/react'

interface ViewLinkProps {
  /** What the address asks for of this view; null: what it no longer does. */
  asks: Readonly<Record<string, string | null>>
  isShown: boolean
  children: string
}

/** Another view of the same page: all else that its address asks for stays. */
export function ViewLink({ asks, isShown, children }: ViewLinkProps) {
  const [parameters] = useSearchParams()
  const next = new URLSearchParams(parameters)
  for (const [name, value] of Object.entries(asks)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return (
    <Link
      to={{ search: next.toString() }}
      preventScrollReset
      aria-current={isShown ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
