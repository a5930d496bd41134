import type { ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import type { ShownGrant } from '#app/queries/shown-grant.ts'

interface GrantsListProps {
  grants: readonly ShownGrant[]
  /** What can be done about each. */
  actions?: (grant: ShownGrant) => ReactNode
}

/** Roles, each with its body and its period. */
export function GrantsList({ grants, actions }: GrantsListProps) {
  return (
    <ul className="plain-list grants">
      {grants.map((grant) => (
        <li key={grant.id} className="grants__grant">
          <GrantWords grant={grant} />
          {actions?.(grant)}
        </li>
      ))}
    </ul>
  )
}

function GrantWords({ grant: { role, body, from, until } }: { grant: ShownGrant }) {
  const { t, date } = useLocale()
  const period = from
    ? until
      ? t('people.grant.from-until', { from: date(from), until: date(until) })
      : t('people.grant.from', { from: date(from) })
    : until && t('people.grant.until', { until: date(until) })
  return (
    <span>
      <b>{t(`terms.role.${role}`)}</b>
      {body && `, ${t(`terms.body.${body}`)}`}
      {period && <span className="soft"> {period}</span>}
    </span>
  )
}
