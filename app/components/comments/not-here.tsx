import { Link, useLocation } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

interface NotHereProps {
  room: Pick<CommentsRoom, 'reference' | 'later'>
  /** The comment or thread that the address names. */
  named: string
}

/** Of a comment that the page does not show: the version on which it stands, if this person sees it there. */
export function NotHere({ room: { reference, later }, named }: NotHereProps) {
  const { t } = useLocale()
  const { hash } = useLocation()
  const number = later[named]
  if (number === undefined) return <Notice kind="info">{t('comments.not-here')}</Notice>
  const to = `/files/${referenceInAddress(reference)}/versions/${number}${hash}`
  return (
    <Notice kind="info">
      <Link to={to}>{t('comments.on-later', { number })}</Link>
    </Notice>
  )
}
