import { Link } from '@remix-run/react'
import type { WithholdingView } from '#app/queries/withholding.server.ts'
import { useLocale } from '../locale.tsx'

/** What was withheld of a file, and what became of each. */
export function WithholdingList({
  path,
  withholdings,
}: {
  path: string
  withholdings: readonly WithholdingView[]
}) {
  const { t, dateTime } = useLocale()
  if (withholdings.length === 0) return <p>{t('withhold.is-none')}</p>
  return (
    <ul className="plain-list">
      {withholdings.map((withholding) => (
        <li key={withholding.id}>
          <Link to={`${path}/${withholding.id}`}>
            {t('withhold.of', { date: dateTime(withholding.at) })}
          </Link>
          <p className="soft">
            <WithholdingState withholding={withholding} />
          </p>
        </li>
      ))}
    </ul>
  )
}

export function WithholdingState({ withholding: { ended } }: { withholding: WithholdingView }) {
  const { t, dateTime } = useLocale()
  return ended
    ? t(`withhold.state.${ended.as}`, { date: dateTime(ended.at) })
    : t('withhold.state.open')
}

/** What it is, without a word of it. */
export function WhatIsWithheld({ withholding }: { withholding: WithholdingView }) {
  const { t } = useLocale()
  const { versions, counts } = withholding
  const { draft, ...others } = counts
  const kinds = Object.keys(others) as (keyof typeof others)[]
  return (
    <ul>
      {draft > 0 && <li>{t('withhold.count.draft')}</li>}
      {versions.map((number) => (
        <li key={number}>{t('withhold.count.version', { number })}</li>
      ))}
      {kinds
        .filter((kind) => others[kind] > 0)
        .map((kind) => (
          <li key={kind}>{t(`withhold.count.${kind}`, { count: others[kind] })}</li>
        ))}
    </ul>
  )
}
