import { useSearchParams } from '@remix-run/react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CommentsRoom as Room } from '#app/queries/comments-room.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import type { TextElement } from '#app/text/elements.ts'
import { elementsOf } from '#app/text/elements.ts'
import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { JointList } from '../joint/joint-list.tsx'
import { KeptFocus } from '../kept-focus.tsx'
import { useLocale } from '../locale.tsx'
import type { Choice } from '../text/selection.ts'
import { threadAt, useActiveByFocus } from './active-thread.ts'
import { type Beginning, Composer } from './composer.tsx'
import { filterFrom, fittingThreads } from './filter.ts'
import { useFocusOnWritten } from './focus-on-written.ts'
import { useHeldThreads } from './held-threads.ts'
import { LostWords } from './lost-words.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { useNamedComment } from './named-comment.ts'
import { NotHere } from './not-here.tsx'
import { Presence } from './presence.tsx'
import { LanguageViews, useIsBeside } from './language-views.tsx'
import { usePlaceNames } from './place-name.ts'
import { ReleaseDialog } from './release-dialog.tsx'
import { useRoomFacts } from './room-facts.ts'
import { hasProposals } from './proposals-shown.ts'
import { RoomKeys } from './room-keys.tsx'
import { TextViews, useShowsProposals } from './text-views.tsx'
import { versionRoomName } from './room-title.ts'
import { useChosenInTranslation } from './translated-choice.ts'
import { RoomText } from './room-text.tsx'
import { ThreadsContext } from './shown-threads.ts'
import { ThreadCard } from './thread-card.tsx'
import { ThreadFilters } from './thread-filters.tsx'

/** The frozen text and the threads beside it, in its order. */
export function CommentsRoom({ room }: { room: Room }) {
  const locale = useLocale()
  const { t } = locale
  const facts = useRoomFacts(room)
  const { filter, threads, heldBecause, hold } = useShownThreads(room)
  // The text is long, and its marks may come a moment later than what is being typed beside it.
  const marked = useDeferredValue(room.threads)
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useActiveByFocus(list, setActive)
  useWordsInSight(active)
  const awaitWritten = useFocusOnWritten()
  const missing = useNamedComment(room.threads, threads, setActive)
  const elements = useMemo(
    () => new Map(elementsOf(room.content).map((element) => [element.id, element])),
    [room.content],
  )

  const { nameOf } = usePlaceNames(room.version.kind)
  const isBeside = useIsBeside()
  const [translated, setTranslated] = useState<TextElement | null>(null)
  const choose = useCallback((next: Choice | null) => {
    setChoice(next)
    if (next) setTranslated(null)
  }, [])
  useChosenInTranslation(elements, (element) => {
    setTranslated(element)
    if (element) setChoice(null)
  })

  const begin = useCallback((next: Beginning) => {
    flushSync(() => setBeginning(next))
    document.querySelector<HTMLElement>('#composer textarea')?.focus()
  }, [])
  const beginOn = useCallback(
    (element: TextElement) => begin({ kind: 'element', element }),
    [begin],
  )
  const beginOnWords = useCallback(() => {
    const element = choice && elements.get(choice.elementId)
    begin(element ? { kind: 'words', choice, element } : { kind: 'whole' })
  }, [begin, choice, elements])
  const compose = room.may.comment ? beginOnWords : doNothing
  const mayShowProposals = room.version.kind !== 'notice' && hasProposals(room)
  const showsProposals = useShowsProposals() && mayShowProposals
  const all = room.threads.flatMap(({ comments }) => comments)
  const inner = all.filter(({ may }) => may.release)
  const mergeable = all.filter(({ may }) => may.merge)

  return (
    <div className="room">
      <nav className="room__jump" aria-label={versionRoomName(locale, room.version)}>
        <a href="#text">{t('comments.to-text')}</a>
        <a href="#comments">{t('comments.to-comments')}</a>
      </nav>
      <section className="room__text" id="text" aria-label={textLabel(room, t)}>
        <LanguageViews room={room} />
        {mayShowProposals && (!room.translation || isBeside) && <TextViews />}
        <RoomText
          version={room.version}
          content={room.content}
          threads={marked}
          activeThread={active}
          showsProposals={showsProposals}
          onSelect={choose}
          onComment={room.may.comment ? beginOn : undefined}
          translation={room.translation}
          isBeside={isBeside}
        />
        {translated && room.may.comment && (
          <div className="room__chosen">
            <Button type="button" kind="primary" onClick={() => beginOn(translated)}>
              {t('text.comment-on', { place: nameOf(translated) })}
            </Button>
          </div>
        )}
        {choice && room.may.comment && (
          <div className="room__chosen">
            <Button type="button" kind="primary" onClick={beginOnWords}>
              {t('comments.write-on-words')}
            </Button>
            <q lang={room.version.language}>{choice.quote}</q>
          </div>
        )}
      </section>
      <section className="room__beside" aria-labelledby="comments">
        <KeptFocus otherwise="comments" className="room__talk">
          <header className="room__head">
            <h2 id="comments" tabIndex={-1}>
              {t('comments.beside')}
            </h2>
            <Count room={room} />
            <RoomKeys list={list} compose={compose} />
          </header>
          <Presence room={room} />
          <LostWords />
          {missing && <NotHere room={room} named={missing} />}
          {room.may.comment && !beginning && <Invitation begin={beginOnWords} />}
          {beginning && (
            <Composer
              room={room}
              beginning={beginning}
              close={() => setBeginning(null)}
              onWritten={(commentId) => {
                setBeginning(null)
                hold(commentId)
                awaitWritten(commentId)
              }}
              toWhole={() => begin({ kind: 'whole' })}
              toWords={(choice, element) => begin({ kind: 'words', choice, element })}
            />
          )}
          {(inner.length > 1 || mergeable.length > 1) && (
            <div className="actions">
              {inner.length > 1 && <ReleaseDialog room={facts} comments={inner} />}
              {mergeable.length > 1 && <MergeDialog room={room} comments={mergeable} />}
            </div>
          )}
          <JointList room={room} />
          {room.threads.length > 0 && (
            <ThreadFilters
              room={room}
              filter={filter}
              hidden={room.threads.length - threads.length}
            />
          )}
          <ThreadsContext.Provider value={room.threads}>
            <ol ref={list} className="threads" onSubmit={({ target }) => hold(threadAt(target))}>
              {threads.map((thread) => (
                <ThreadCard
                  key={thread.id}
                  room={facts}
                  thread={thread}
                  isActive={thread.id === active}
                  held={heldBecause(thread)}
                  compose={begin}
                />
              ))}
            </ol>
          </ThreadsContext.Provider>
          {threads.length === 0 && <NoThreads isFiltered={room.threads.length > 0} />}
        </KeptFocus>
      </section>
    </div>
  )
}

/** The threads that fit the filter, and those that it must not take away. */
function useShownThreads({ threads, delegation, owner }: Room) {
  const [parameters] = useSearchParams()
  const filter = filterFrom(parameters)
  const fitting = new Set(fittingThreads(threads, filter, { own: delegation, owner }))
  const { heldBecause, hold } = useHeldThreads(parameters.toString())
  return {
    filter,
    threads: threads.filter((thread) => fitting.has(thread) || heldBecause(thread)),
    heldBecause: (thread: ThreadView) => (fitting.has(thread) ? null : heldBecause(thread)),
    hold,
  }
}

/** Beside the text, its words come into sight with a thread; below it they would take the thread away. */
function useWordsInSight(active: string | null) {
  useEffect(() => {
    if (!active || !window.matchMedia('(min-width: 64rem)').matches) return
    document
      .querySelector(`.room__text [data-thread="${CSS.escape(active)}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [active])
}

function doNothing() {}

function textLabel({ version }: Room, t: ReturnType<typeof useLocale>['t']): string {
  return t('comments.text', { number: version.number })
}

function Count({ room: { threads } }: { room: Room }) {
  const { t } = useLocale()
  const comments = threads.reduce((sum, thread) => sum + thread.comments.length, 0)
  return <p className="soft">{t('comments.count', { threads: threads.length, comments })}</p>
}

function Invitation({ begin }: { begin: () => void }) {
  const { t } = useLocale()
  return (
    <div className="room__invitation">
      <Button type="button" kind="primary" onClick={begin}>
        {t('comments.compose')}
      </Button>
      <p className="soft">{t('comments.compose-hint')}</p>
    </div>
  )
}

function NoThreads({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useLocale()
  return isFiltered ? (
    <EmptyState title={t('comments.empty-filter')} />
  ) : (
    <EmptyState title={t('comments.empty')}>{t('comments.empty-about')}</EmptyState>
  )
}
