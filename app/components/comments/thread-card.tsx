import { Link } from '@remix-run/react'
import { memo } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { CommentCard } from './comment-card.tsx'
import type { Beginning } from './composer.tsx'
import { conditionTones } from './condition-tones.ts'
import type { Held } from './held-threads.ts'
import { PlaceForm } from './place-form.tsx'
import { usePlaceNames } from './place-name.ts'
import { isSame, type RoomFacts } from './room-facts.ts'
import { focusPlace } from './show-place.ts'

interface ThreadCardProps {
  room: RoomFacts
  thread: ThreadView
  isActive: boolean
  /** Why it is here although the filter would hide it. */
  held: Held | null
  compose: (beginning: Beginning) => void
}

/**
 * A place in the text and everything that this reader may know was said there. Drawn again only when
 * it has changed: there are hundreds.
 */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { room, thread, isActive, held, compose } = props
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames(room.version.kind)
  const place = threadPlace(thread)
  return (
    <li
      id={`thread-${thread.id}`}
      className={isActive ? 'thread is-active' : 'thread'}
      data-thread-card={thread.id}
    >
      <header className="thread__head">
        <h3
          className="thread__title"
          aria-label={t('comments.thread', { number: thread.number, place })}
        >
          <span className="thread__number" aria-hidden="true">
            {thread.number}
          </span>
          {place}
        </h3>
        {thread.place && <PlaceLink elementId={thread.place.elementId} />}
      </header>
      {held && <p className="soft">{t(`comments.held.${held}`)}</p>}
      <ThreadTalk room={room} thread={thread} compose={compose} />
      {room.may.comment && (
        <Button
          type="button"
          kind="quiet"
          className="thread__add"
          onClick={() => compose({ kind: 'thread', thread })}
        >
          {t('comments.compose-in')}
        </Button>
      )}
    </li>
  )
})

/** Leads to the place in the text, with the focus. */
function PlaceLink({ elementId }: { elementId: string }) {
  const { t } = useLocale()
  return (
    <a href={`#el-${elementId}`} className="thread__place" onClick={() => focusPlace(elementId)}>
      {t('comments.show-place')}
    </a>
  )
}

type ThreadTalkProps = Pick<ThreadCardProps, 'room' | 'thread' | 'compose'>

/** What does not know the number of its thread, which changes with every thread above it. */
const ThreadTalk = memo(
  function ThreadTalk({ room, thread, compose }: ThreadTalkProps) {
    return (
      <>
        <Condition room={room} thread={thread} />
        <Quotes room={room} thread={thread} />
        {thread.mayPlace && <PlaceForm room={room} thread={thread} />}
        {thread.comments.map((comment) => (
          <CommentCard
            key={comment.id}
            room={room}
            thread={thread}
            comment={comment}
            compose={compose}
          />
        ))}
      </>
    )
  },
  (before, now) =>
    before.room === now.room &&
    before.compose === now.compose &&
    isSame(before.thread, now.thread, 'number'),
)

/** What became of the place since the version in which it was commented on. */
function Condition({ room, thread }: Pick<ThreadCardProps, 'room' | 'thread'>) {
  const { t, stateName, dateTime } = useLocale()
  const { threadWasAt } = usePlaceNames(room.version.kind)
  const { condition, openedIn, removed, chosen } = thread
  if (!condition) return null
  const wasAt = threadWasAt(thread)
  const path = `/files/${referenceInAddress(room.reference)}`
  const isReadable = room.versions.some(({ number }) => number === openedIn)
  const from = removed ? removed.last : isReadable ? openedIn : null
  const to = removed ? removed.by : room.version.number
  return (
    <p className="thread__condition">
      <StatusLabel tone={conditionTones[condition]}>
        {t(`comments.condition.${condition}`)}
      </StatusLabel>{' '}
      {chosen
        ? t(`comments.condition.chosen.${chosenAs(condition)}`, {
            number: openedIn,
            state: stateName(chosen.by),
            at: dateTime(chosen.at),
          })
        : t(`comments.condition.about.${condition}`, {
            number: openedIn,
            ...(removed && { by: removed.by }),
          })}{' '}
      {wasAt &&
        `${t(wasAtKeys[condition === 'unsure' ? 'guess' : 'known'], { ...wasAt, number: openedIn })} `}
      {from !== null && condition !== 'exact' && (
        <Link to={`${path}/compare?from=${from}&to=${to}`}>{t('comments.condition.redline')}</Link>
      )}
    </p>
  )
}

const wasAtKeys = {
  known: 'comments.condition.was-at',
  guess: 'comments.condition.was-at-perhaps',
} as const

/** A place that somebody chose is where the same words stand, or others. */
function chosenAs(condition: NonNullable<ThreadView['condition']>) {
  return condition === 'moved' || condition === 'text-removed' ? condition : 'text-changed'
}

function Quotes({ room, thread }: Pick<ThreadCardProps, 'room' | 'thread'>) {
  const { t } = useLocale()
  const { quote, quoteNow, openedIn } = thread
  if (!quote && !quoteNow) return null
  return (
    <>
      {quote && (
        <blockquote className="quote" lang={room.version.language}>
          {quoteNow !== null && (
            <span className="quote__title">{t('comments.quote-then', { number: openedIn })}</span>
          )}
          {quote}
        </blockquote>
      )}
      {quoteNow && (
        <blockquote className="quote" lang={room.version.language}>
          <span className="quote__title">
            {t(thread.condition === 'unsure' ? 'comments.quote-perhaps' : 'comments.quote-now')}
          </span>
          {quoteNow}
        </blockquote>
      )}
    </>
  )
}
