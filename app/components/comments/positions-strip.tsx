import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { DelegationStandings } from '#app/queries/standings.server.ts'
import { ButtonLink } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StanceLabel } from './stance-label.tsx'

/** Who stands where on the text as a whole, in protocol order. Silence is said, and never counted. */
export function PositionsStrip({ room }: { room: CommentsRoom }) {
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(room.reference)}/positions`
  return (
    <details className="standings" open>
      <summary>
        <h2>{t('comments.positions')}</h2>
      </summary>
      <ul className="standings__list">
        {room.standings.map((standing) => (
          <Stand key={standing.delegation} standing={standing} shown={room.version.number} />
        ))}
      </ul>
      <div className="standings__foot">
        <p className="soft">
          {t('comments.positions-silence')}
          {room.delegation !== room.owner && ` ${t('comments.positions-others')}`}
        </p>
        <div className="actions">
          {room.may.statePosition && (
            <ButtonLink to={`${path}?version=${room.version.number}#state`}>
              {t('comments.state-position')}
            </ButtonLink>
          )}
          <Link to={path}>{t('comments.positions-all')}</Link>
        </div>
      </div>
    </details>
  )
}

function Stand({ standing, shown }: { standing: DelegationStandings; shown: number }) {
  const { t } = useLocale()
  const { delegation, whole } = standing
  const count = Object.keys(standing.byEntry).length
  return (
    <li className={whole ? 'stand' : 'stand stand--silent'}>
      <StateChip code={delegation} />
      {whole ? (
        <StanceLabel stance={whole.stance} />
      ) : (
        <span className="soft">{t('comments.not-answered')}</span>
      )}
      {whole && whole.version !== shown && (
        <span className="soft">
          {t(whole.isStale ? 'comments.stale' : 'comments.on-version', { number: whole.version })}
        </span>
      )}
      {count > 0 && <span className="soft">{t('comments.on-entries', { count })}</span>}
    </li>
  )
}
