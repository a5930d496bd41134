import type { ProvisionDifference } from '#app/queries/edition-difference.ts'
import { useLocale } from '../locale.tsx'

/** What changed, provision by provision: words that went and came, and thresholds read otherwise. */
export function EditionDifference({ provisions }: { provisions: readonly ProvisionDifference[] }) {
  const { t } = useLocale()
  if (provisions.length === 0) return <p className="soft">{t('register.difference-none')}</p>
  return (
    <dl className="differences">
      {provisions.map(({ id, provision, runs, parameters }) => (
        <div key={id}>
          <dt>{provision}</dt>
          <dd>
            <p className="words">
              {runs.map((run, index) => (
                <Run key={`${index}`} run={run} />
              ))}
            </p>
            {parameters.map(({ before, after }) => (
              <p key={`${before} ${after}`} className="cell-note">
                {t('register.threshold', {
                  before: before ?? t('register.none'),
                  after: after ?? t('register.none'),
                })}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Run({ run: { kind, text } }: { run: ProvisionDifference['runs'][number] }) {
  if (kind === 'added') return <ins>{text}</ins>
  if (kind === 'removed') return <del>{text}</del>
  return <>{text}</>
}
