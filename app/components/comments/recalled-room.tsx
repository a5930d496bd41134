import { Link } from '@remix-run/react'
import { useEffect } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { RecalledVersion } from '#app/queries/recalled-version.server.ts'
import { useAnnounce } from '../announcements.tsx'
import { useReachWords } from '../file/audience-words.ts'
import { FileTabs } from '../file/file-tabs.tsx'
import { KeptFocus } from '../kept-focus.tsx'
import { KeptWords } from '../kept-words.tsx'
import { Lane } from '../lane.tsx'
import { useRecordChanges } from '../live/use-record-changes.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Section } from '../section.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateText } from '../when.tsx'
import { CommentContent } from './comment-card.tsx'
import { usePlaceNames } from './place-name.ts'
import { Said } from './positions-table.tsx'
import { RecallDialog } from './recall-dialog.tsx'
import { RoomTitle } from './room-header.tsx'
import { StanceLabel } from './stance-label.tsx'

interface RecalledRoomProps {
  trace: RecalledVersion
  /** A room of the version was open here when it was recalled. */
  isNews: boolean
}

/** The trace of a recalled version, and what the reader's own delegation said about it. */
export function RecalledRoom({ trace, isNews }: RecalledRoomProps) {
  const { t, date, stateName } = useLocale()
  useRecordChanges(trace.reference)
  useNews(trace, isNews)
  const { version, recalled, threads, positions } = trace
  const { number } = version
  const state = stateName(trace.delegation)
  const since = version.kind === 'notice' ? 'comments.since.notice' : 'comments.since.draft'
  return (
    <Page>
      <RoomTitle
        room={trace}
        name={t('recalled.name', { number })}
        intro={<p>{t(since, { date: date(version.releasedAt) })}.</p>}
      />
      <FileTabs reference={trace.reference} rooms={trace.rooms} />
      <Notice title={t('recalled.title', { number })}>
        <p>
          {t('recalled.by', { state: stateName(trace.owner), date: date(recalled.at) })}{' '}
          {recalled.reason && t('recalled.reason', { reason: recalled.reason })}
        </p>
        <p>{t('recalled.text')}</p>
        <Following trace={trace} />
      </Notice>
      {isNews && <KeptWords />}
      <Section
        title={t('recalled.ours', { state })}
        intro={t(threads.length > 0 ? 'recalled.ours-about' : 'recalled.ours-none')}
      >
        <KeptFocus otherwise="content">
          <OwnThreads trace={trace} />
        </KeptFocus>
      </Section>
      {positions.length > 0 && (
        <Section title={t('recalled.positions', { state })}>
          <OwnPositions trace={trace} />
        </Section>
      )}
    </Page>
  )
}

/** Says what happened. The fields of the room are gone, and the focus with them: the page takes it. */
function useNews({ owner, version: { number } }: RecalledVersion, isNews: boolean) {
  const { t, stateName } = useLocale()
  const announce = useAnnounce()
  const news = t('recalled.news', { state: stateName(owner), number })
  useEffect(() => {
    if (!isNews) return
    announce(news)
    if (document.activeElement === document.body) document.getElementById('content')?.focus()
  }, [isNews, news, announce])
}

function Following({ trace: { reference, following } }: Pick<RecalledRoomProps, 'trace'>) {
  const { t } = useLocale()
  if (!following) return <p>{t('recalled.nothing-since')}</p>
  const { number } = following
  return (
    <p>
      {t('recalled.following', { number })}{' '}
      <Link to={`/files/${referenceInAddress(reference)}/versions/${number}`}>
        {t('recalled.following-link', { number })}
      </Link>
    </p>
  )
}

function OwnThreads({ trace }: Pick<RecalledRoomProps, 'trace'>) {
  const { t } = useLocale()
  const reachWords = useReachWords()
  const parties = { owner: trace.owner, author: trace.delegation }
  const { threadPlace } = usePlaceNames(trace.version.kind)
  const room = `/files/${referenceInAddress(trace.reference)}/versions/${trace.version.number}`
  return (
    <ol className="threads">
      {trace.threads.map((thread) => (
        <li key={thread.id} id={`thread-${thread.id}`} className="thread">
          <h3 className="thread__title">{threadPlace(thread)}</h3>
          {thread.quote && (
            <blockquote className="quote" lang={trace.version.language}>
              {thread.quote}
            </blockquote>
          )}
          {thread.comments.map((comment) => (
            <article
              key={comment.id}
              id={`comment-${comment.id}`}
              className={comment.recalled ? 'comment comment--over' : 'comment'}
              tabIndex={-1}
              aria-labelledby={`by-${comment.id}`}
            >
              <Lane
                lane={comment.isInner ? 'inner' : 'released'}
                reach={
                  comment.audience &&
                  t('comments.to', { whom: reachWords(comment.audience, parties) })
                }
                actions={
                  comment.may.recall && <RecallDialog comment={comment} action={`${room}?index`} />
                }
              >
                <CommentContent room={trace} thread={thread} comment={comment} />
              </Lane>
            </article>
          ))}
        </li>
      ))}
    </ol>
  )
}

function OwnPositions({ trace }: Pick<RecalledRoomProps, 'trace'>) {
  const { t } = useLocale()
  const reachWords = useReachWords()
  const parties = { owner: trace.owner, author: trace.delegation }
  return (
    <ul className="threads">
      {trace.positions.map((position) => (
        <li key={position.id} className="thread">
          <h3 className="thread__title">{position.entryCode ?? t('positions.on-whole')}</h3>
          <p>
            <StanceLabel stance={position.stance} />{' '}
            <span className="soft">
              <DateText value={position.at} />
            </span>{' '}
            {position.isSuperseded && (
              <StatusLabel tone="ended">{t('comments.superseded')}</StatusLabel>
            )}
          </p>
          <Said position={position} />
          {position.audience && (
            <p className="soft">
              {t('comments.to', { whom: reachWords(position.audience, parties) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
