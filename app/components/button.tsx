import { Link } from '@remix-run/react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { forwardRef } from 'react'

/**
 * `primary`: the one thing that this page is for. `final`: an act that goes out of the house or
 * cannot be taken back, such as a release. `quiet`: an act within a row.
 */
export type ButtonKind = 'primary' | 'secondary' | 'final' | 'quiet'

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  kind?: ButtonKind
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'secondary', type = 'submit', className = '', ...rest },
  ref,
) {
  const classes = `button button--${kind} ${className}`.trim()
  // oxlint-disable-next-line react/button-has-type -- the type is one of the three
  return <button ref={ref} type={type} className={classes} {...rest} />
})

interface ButtonLinkProps {
  to: string
  kind?: ButtonKind
  /** For files and other answers that are not pages. */
  isDownload?: boolean
  children: ReactNode
}

export function ButtonLink({ to, kind = 'secondary', isDownload, children }: ButtonLinkProps) {
  const classes = `button button--${kind}`
  if (isDownload) {
    return (
      <a href={to} className={classes} download>
        {children}
      </a>
    )
  }
  return (
    <Link to={to} className={classes}>
      {children}
    </Link>
  )
}
