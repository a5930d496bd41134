import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale } from './locale.tsx'

interface PageProps {
  /** `narrow` for forms and reading, the full width for tables and texts with a margin. */
  width?: 'full' | 'narrow'
  children: ReactNode
}

/** The content of a screen, below the navigation; the skip link leads here. */
export function Page({ width = 'full', children }: PageProps) {
  return (
    <main id="content" tabIndex={-1} className={width === 'narrow' ? 'page page--narrow' : 'page'}>
      {children}
    </main>
  )
}

export interface Crumb {
  label: string
  to: string
}

interface PageHeaderProps {
  title: string
  /** The way here; the title of the page itself is added as the last one. */
  crumbs?: readonly Crumb[]
  /** How the last crumb is called, where the title would be too long. */
  shortTitle?: string
  /** The reference of the file, such as 2026/NL/0001. */
  reference?: string
  /** What kind of thing it is, beside the reference. */
  kind?: ReactNode
  labels?: ReactNode
  intro?: ReactNode
  actions?: ReactNode
}

export function PageHeader(props: PageHeaderProps) {
  const { title, crumbs, shortTitle, reference, kind, labels, intro, actions } = props
  return (
    <header className="page-header">
      {crumbs && <Breadcrumb crumbs={crumbs} here={shortTitle ?? reference ?? title} />}
      <div className="page-header__row">
        <div className="page-header__words">
          {(reference ?? kind) && (
            <p className="page-header__reference">
              {reference && <b>{reference}</b>}
              {reference && kind && ' · '}
              {kind}
            </p>
          )}
          <h1>{title}</h1>
          {intro && <div className="page-header__intro">{intro}</div>}
          {labels && <div className="page-header__labels">{labels}</div>}
        </div>
        {actions && <div className="page-header__actions">{actions}</div>}
      </div>
    </header>
  )
}

interface BreadcrumbProps {
  crumbs: readonly Crumb[]
  here: string
}

export function Breadcrumb({ crumbs, here }: BreadcrumbProps) {
  const { t } = useLocale()
  return (
    <nav className="breadcrumb" aria-label={t('common.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  )
}
