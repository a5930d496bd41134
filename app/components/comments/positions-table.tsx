import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { PositionsPage } from '#app/queries/positions-page.server.ts'
import type { DelegationStandings, PositionView, Standing } from '#app/queries/standings.server.ts'
import { useReachWords } from '../file/audience-words.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { TableRegion } from '../table.tsx'
import { DateText } from '../when.tsx'
import { StanceLabel } from './stance-label.tsx'

interface PositionsTableProps {
  page: PositionsPage
  isAttributed: boolean
}

/** States by entries. Nothing is added up: who has not answered has not answered. */
export function PositionsTable({ page, isAttributed }: PositionsTableProps) {
  const { t } = useLocale()
  const rows = isAttributed
    ? page.standings
    : page.standings.filter(({ whole, byEntry }) => whole || Object.keys(byEntry).length > 0)
  return (
    <TableRegion
      caption={t('positions.caption', { number: page.version.number })}
      isCaptionHidden
      isWide={page.entries.length > 4}
    >
      <thead>
        <tr>
          {isAttributed && <th scope="col">{t('positions.state')}</th>}
          <th scope="col">{t('positions.whole')}</th>
          {page.entries.map(({ code, heading }) => (
            <th key={code} scope="col" title={heading}>
              {code}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((standing) => (
          <Row
            key={standing.delegation}
            page={page}
            standing={standing}
            isAttributed={isAttributed}
          />
        ))}
      </tbody>
    </TableRegion>
  )
}

function Row({
  page,
  standing,
  isAttributed,
}: PositionsTableProps & { standing: DelegationStandings }) {
  const { t } = useLocale()
  const { delegation, whole, byEntry } = standing
  const isSilent = !whole && Object.keys(byEntry).length === 0
  return (
    <tr id={isAttributed ? `state-${delegation}` : undefined}>
      {isAttributed && (
        <th scope="row" className="narrow">
          <StateChip code={delegation} isNamed />
        </th>
      )}
      <td>
        {whole && <Stand page={page} author={delegation} standing={whole} />}
        {isSilent && <span className="soft">{t('comments.not-answered')}</span>}
      </td>
      {page.entries.map(({ code }) => {
        const found = byEntry[code]
        return (
          <td key={code}>{found && <Stand page={page} author={delegation} standing={found} />}</td>
        )
      })}
    </tr>
  )
}

interface StandProps {
  page: PositionsPage
  author: DelegationCode
  standing: Standing
}

function Stand({ page, author, standing }: StandProps) {
  const { t } = useLocale()
  const reachWords = useReachWords()
  const { stance, version, isStale, isSuperseded, earlier, audience } = standing
  return (
    <div className={isSuperseded ? 'position position--over' : 'position'}>
      <p>
        <StanceLabel stance={stance} />{' '}
        <span className="soft">
          <DateText value={standing.at} />
          {version !== page.version.number &&
            `, ${t(isStale ? 'comments.stale' : 'comments.on-version', { number: version })}`}
        </span>
      </p>
      {isSuperseded && <p className="soft">{t('positions.superseded')}</p>}
      <Said position={standing} />
      {audience && (
        <p className="soft">
          {t('comments.to', { whom: reachWords(audience, { owner: page.owner, author }) })}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('positions.earlier', { count: earlier.length })}</summary>
          {earlier.map((position) => (
            <div key={position.id} className="position position--over">
              <p>
                <StanceLabel stance={position.stance} />{' '}
                <span className="soft">
                  <DateText value={position.at} />,{' '}
                  {t('comments.on-version', { number: position.version })}
                </span>
              </p>
              <Said position={position} />
            </div>
          ))}
        </details>
      )}
    </div>
  )
}

/** Its reasons, and what the delegation intends itself. */
export function Said({ position: { reasons, intentions } }: { position: PositionView }) {
  const { t } = useLocale()
  return (
    <>
      {reasons && <p className="comment__body">{reasons}</p>}
      {intentions.length > 0 && (
        <ul className="position__intentions">
          {intentions.map((intention) => (
            <li key={intention}>{t(`terms.intention.${intention}`)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
