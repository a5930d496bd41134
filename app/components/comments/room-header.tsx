import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import { withheldWords } from '#app/measures/without-words.ts'
import type { RoomHead } from '#app/queries/version-to-read.server.ts'
import { FileTabs } from '../file/file-tabs.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { PageHeader } from '../page.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'

interface RoomHeaderProps {
  room: RoomHead
  /** How this room is called in the way here, where it is not the comments room. */
  name?: string
}

/** What this text is, since when others have it, and the other rooms of its file. */
export function RoomHeader({ room, name }: RoomHeaderProps) {
  const { t } = useLocale()
  const { version, versions } = room
  const path = `/files/${referenceInAddress(room.reference)}`
  const newest = versions.at(-1)
  return (
    <>
      <RoomTitle room={room} name={name} intro={<Dates room={room} />} />
      <FileTabs reference={room.reference} rooms={room.rooms} shown={version} />
      {room.stage === 'withdrawn' && <Notice kind="info">{t('comments.withdrawn')}</Notice>}
      {room.version.isRecalled && <Notice kind="info">{t('comments.version-recalled')}</Notice>}
      {version.isWithheld && <Notice>{t('withhold.version')}</Notice>}
      {newest && newest.number > version.number && (
        <Notice kind="info">
          <p>
            {t('comments.newer', { ...newest, shown: version.number })}{' '}
            <Link to={`${path}/versions/${newest.number}`}>{t('comments.newer-link', newest)}</Link>
          </p>
        </Notice>
      )}
      {version.coverNote && version.coverNote !== withheldWords && (
        <p className="cover-note">
          <b>{t('comments.cover-note')}:</b> {version.coverNote}
        </p>
      )}
    </>
  )
}

/** Which version of which file it is, and whose. */
export function RoomTitle({ room, name, intro }: RoomHeaderProps & { intro: ReactNode }) {
  const { t } = useLocale()
  const { number, kind } = room.version
  return (
    <PageHeader
      title={room.title}
      reference={room.reference}
      kind={t('comments.version', { kind: t(`terms.version-kind.${kind}`), number })}
      crumbs={[
        { label: t('files.title'), to: '/files' },
        { label: room.reference, to: `/files/${referenceInAddress(room.reference)}` },
      ]}
      shortTitle={name ?? t('comments.version-link', { number })}
      labels={
        <>
          <StateChip code={room.owner} isNamed />
          <StatusLabel tone={room.stage === 'withdrawn' ? 'ended' : 'neutral'}>
            {t(`terms.stage.${room.stage}`)}
          </StatusLabel>
          {room.marking !== 'none' && (
            <StatusLabel tone="attention">{t(`terms.marking.${room.marking}`)}</StatusLabel>
          )}
        </>
      }
      intro={intro}
    />
  )
}

function Dates({ room: { reference, version, versions } }: { room: RoomHead }) {
  const { t, date } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  const earlier = versions.findLast(
    ({ number, kind }) => number < version.number && kind !== 'notice',
  )
  return (
    <p>
      {t(`comments.since.${version.kind}`, { date: date(version.releasedAt) })}
      {version.kind !== 'final' && '; '}
      {version.kind !== 'final' &&
        (version.commentsBy
          ? t('comments.requested-by', { date: date(version.commentsBy) })
          : t('comments.no-date'))}
      {'. '}
      {earlier && version.kind !== 'notice' && (
        <Link to={`${path}/compare?from=${earlier.number}&to=${version.number}`}>
          {t('comments.compare', { number: earlier.number })}
        </Link>
      )}
    </p>
  )
}
