import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { provisionsOf, withoutNames } from '#app/paper/positions-by-provision.ts'
import type { PositionsPage } from '#app/queries/positions-page.server.ts'
import type { DelegationStandings, PositionView, Standing } from '#app/queries/standings.server.ts'
import { useReachWords } from '../file/audience-words.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table, TableRegion } from '../table.tsx'
import { DateText } from '../when.tsx'
import { StanceLabel } from './stance-label.tsx'

interface PositionsTableProps {
  page: Pick<PositionsPage, 'entries' | 'standings' | 'owner'> & {
    version: Pick<PositionsPage['version'], 'number'>
  }
}

/**
 * What is said of each provision, without whose it is: neither days nor order nor what stands beside each
 * other tell of a state.
 */
export function UnattributedPositions({ page }: PositionsTableProps) {
  const locale = useLocale()
  const { t } = locale
  const provisions = provisionsOf(locale, page).filter(({ stated }) => stated.length > 0)
  if (provisions.length === 0) return <p>{t('positions.none')}</p>
  return (
    <Table
      caption={t('positions.caption-unattributed', { number: page.version.number })}
      isCaptionHidden
      columns={[
        { key: 'on', heading: t('positions.on'), cell: ({ name }) => name },
        {
          key: 'positions',
          heading: t('positions.title'),
          cell: ({ stated }) =>
            withoutNames(stated).map(({ standing }) => (
              <Stand key={standing.id} page={page} author={null} standing={standing} />
            )),
        },
      ]}
      rows={provisions}
      rowKey={({ name }) => name}
    />
  )
}

/** States by entries. Nothing is added up: who has not answered has not answered. */
export function PositionsTable({ page }: PositionsTableProps) {
  const { t } = useLocale()
  return (
    <TableRegion
      caption={t('positions.caption', { number: page.version.number })}
      isCaptionHidden
      isWide={page.entries.length > 4}
    >
      <thead>
        <tr>
          <th scope="col">{t('positions.state')}</th>
          <th scope="col">{t('positions.whole')}</th>
          {page.entries.map(({ code, heading }) => (
            <th key={code} scope="col" title={heading}>
              {code}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.standings.map((standing) => (
          <Row key={standing.delegation} page={page} standing={standing} />
        ))}
      </tbody>
    </TableRegion>
  )
}

function Row({ page, standing }: PositionsTableProps & { standing: DelegationStandings }) {
  const { t } = useLocale()
  const { delegation, whole, byEntry } = standing
  const isSilent = !whole && Object.keys(byEntry).length === 0
  return (
    <tr id={`state-${delegation}`}>
      <th scope="row" className="narrow">
        <StateChip code={delegation} isNamed />
      </th>
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

interface StandProps extends PositionsTableProps {
  /** Null where it is not told. */
  author: DelegationCode | null
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
          {author && <DateText value={standing.at} />}
          {author && version !== page.version.number && ', '}
          {version !== page.version.number &&
            t(isStale ? 'comments.stale' : 'comments.on-version', { number: version })}
        </span>
      </p>
      {isSuperseded && <p className="soft">{t('positions.superseded')}</p>}
      <Said position={standing} />
      {author && audience && (
        <p className="soft">
          {t('comments.to', { whom: reachWords(audience, { owner: page.owner, author }) })}
        </p>
      )}
      {author && earlier.length > 0 && (
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
