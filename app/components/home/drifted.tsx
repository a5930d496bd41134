import { Link } from '@remix-run/react'
import type { findHome } from '#app/queries/home.server.ts'
import { DriftList, parallelPath } from '../file/drift-list.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'

type Home = Awaited<ReturnType<typeof findHome>>

/** Parallel drafts of which a new version made something differ that was the same before. */
export function HomeDrifted({ drifted }: Pick<Home, 'drifted'>) {
  const { t } = useLocale()
  if (drifted.length === 0) return null
  return (
    <Section title={t('home.drifted.title')} intro={t('home.drifted.intro')}>
      <ul className="plain-list">
        {drifted.map(({ reference, other, drifts }) => (
          <li key={`${reference} ${other.reference}`}>
            <Link to={parallelPath(reference, other.reference)}>
              {t('parallel.title', { ours: reference, theirs: other.reference })}
            </Link>{' '}
            <StateChip code={other.owner} /> {other.title}
            <DriftList drifts={drifts} sides={{ ours: reference, theirs: other.reference }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
