import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'

/** Joint comments on this version that one's own state knows of, and the way to a new one. */
export function JointList({ room }: { room: CommentsRoom }) {
  const { t } = useLocale()
  const { provisionName } = usePlaceNames(room.version.kind)
  const { lines, mayOpen } = room.joint
  if (lines.length === 0 && !mayOpen) return null
  const path = `/files/${referenceInAddress(room.reference)}`
  return (
    <div className="joint-list">
      {lines.length > 0 && (
        <ul className="plain-list">
          {lines.map(({ id, provision, joined, isInvited }) => (
            <li key={id}>
              <Link to={`${path}/joint/${id}`}>
                {t('joint.line', {
                  place: provision === '' ? t('comments.place.whole') : provisionName(provision),
                })}
              </Link>{' '}
              {joined.map((code) => (
                <StateChip key={code} code={code} />
              ))}{' '}
              {isInvited && (
                <StatusLabel tone="attention">{t('joint.you-are-invited')}</StatusLabel>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayOpen && (
        <p>
          <Link to={`${path}/versions/${room.version.number}/joint`}>{t('joint.open')}</Link>
        </p>
      )}
    </div>
  )
}
