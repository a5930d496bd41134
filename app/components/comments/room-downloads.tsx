import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { Downloads } from '../downloads.tsx'
import { useLocale } from '../locale.tsx'

/** A version as a file: with what was said about it, and set against the version before. */
export function RoomDownloads({
  room: { reference, version, versions, threads, may },
}: {
  room: CommentsRoom
}) {
  const { t } = useLocale()
  const file = `/files/${referenceInAddress(reference)}`
  const path = `${file}/versions/${version.number}`
  const earlier = versions.findLast(
    ({ number, kind }) => number < version.number && kind !== 'notice',
  )
  const hasInner = threads.some(({ comments }) => comments.some(({ isInner }) => isInner))
  return (
    <Downloads
      links={[
        { href: `${path}/text.docx`, label: t('paper.word') },
        { href: `${path}/text.pdf`, label: t('paper.pdf') },
        ...(hasInner ? [{ href: `${path}/text.docx?inner=on`, label: t('paper.word-inner') }] : []),
        ...(earlier
          ? [
              {
                href: `${file}/compare.docx?from=${earlier.number}&to=${version.number}`,
                label: t('paper.word-redline-against', { number: earlier.number }),
              },
            ]
          : []),
      ]}
    >
      {may.comment && <Link to={`${path}/answers`}>{t('answers.title')}</Link>}
      {may.translate && <Link to={`${path}/translations`}>{t('translations.title')}</Link>}
    </Downloads>
  )
}
