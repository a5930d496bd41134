import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { JointRoom } from '#app/queries/joint-comment.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { RoomTitle } from '../comments/room-header.tsx'
import { FileTabs } from '../file/file-tabs.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/** Which file and place it is about, and that nobody outside knows of it yet. */
export function JointHeader({ room, name }: { room: JointRoom; name?: string }) {
  const { t } = useLocale()
  const { provisionName } = usePlaceNames(room.version.kind)
  const place = room.provision === '' ? t('comments.place.whole') : provisionName(room.provision)
  const path = `/files/${referenceInAddress(room.reference)}/versions/${room.version.number}`
  return (
    <>
      <RoomTitle
        room={room}
        name={name ?? t('comments.joint')}
        intro={
          <p>{t('joint.about', { place, type: t(`terms.comment-type.${room.commentType}`) })}</p>
        }
      />
      <FileTabs reference={room.reference} rooms={room.rooms} />
      {room.commentId ? (
        <Notice kind="info">
          {t('joint.released')}{' '}
          <Link to={`${path}#comment-${room.commentId}`}>{t('joint.to-comment')}</Link>
        </Notice>
      ) : (
        <Notice kind="info">{t('joint.among')}</Notice>
      )}
      {room.quote && (
        <blockquote className="quote" lang={room.version.language}>
          {room.quote}
        </blockquote>
      )}
    </>
  )
}
