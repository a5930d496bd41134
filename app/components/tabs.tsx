import { NavLink } from '@remix-run/react'
import { useLocale } from './locale.tsx'

export interface Tab {
  label: string
  to: string
  count?: number
}

/** The parts of a file, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { number } = useLocale()
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end>
              {tab.label}
              {tab.count !== undefined && (
                <span className="tabs__count">({number(tab.count)})</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
