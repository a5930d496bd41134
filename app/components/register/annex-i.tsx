import { CoverageLine } from '../coverage-line.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { BasisWords } from './basis-words.tsx'
import type { Edition } from './national-control.tsx'

/** What the common list has taken over, point by point. */
export function AnnexI({ edition }: { edition: Edition }) {
  const { t } = useLocale()
  return (
    <Panel title={t('register.annex-i')} id="annex-i">
      {edition.coverage.length === 0 ? (
        <p>{t('register.annex-i-none')}</p>
      ) : (
        <>
          <ul className="cell-list">
            {edition.coverage.map(({ isSince, basis, ...coverage }) => (
              <li key={`${coverage.point} ${coverage.annexICode} ${coverage.since}`}>
                <CoverageLine coverage={coverage} />
                {!isSince && <span className="cell-note">{t('register.extent-to-come')}</span>}
                {isSince && coverage.extent === 'wholly' && (
                  <span className="cell-note">
                    <BasisWords basis={basis} />
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="field__hint">{t('register.annex-i-note')}</p>
        </>
      )}
    </Panel>
  )
}
