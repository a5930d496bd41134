import { AnswerForm } from './answer-form.tsx'
import { Answered } from './answered.tsx'
import { Link } from '@remix-run/react'
import { Fragment, memo } from 'react'
import { authorsOf } from '#app/measures/comment.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CompiledTable as Table } from '#app/queries/compiled-table.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateText } from '../when.tsx'
import { CompiledWording } from './compiled-wording.tsx'
import { usePlaceNames } from './place-name.ts'
import { ReplyForm } from './reply-form.tsx'
import { isSame } from './room-facts.ts'
import { changeSince, nowKey, sinceWords, type Status, statusOf } from './table-filter.ts'

export type TableFacts = Omit<Table, 'threads' | 'eventId'>

interface CompiledLineRowProps {
  table: TableFacts
  line: CompiledLine
  isAttributed: boolean
  /** Above the line stands what its place is called. */
  isUnderPlace: boolean
  /** The line above is about the same words. */
  isSameWords: boolean
  /** It is here although the filters would hide it. */
  isHeld: boolean
}

/** A line of the compiled table. Drawn again only when it has changed: there are hundreds. */
export const CompiledLineRow = memo(LineRow, (before, now) => {
  const { line: lineBefore, ...restBefore } = before
  const { line, ...rest } = now
  return (
    isSame(restBefore, rest) &&
    lineBefore.comment === line.comment &&
    isSame(lineBefore.thread, line.thread, 'number')
  )
})

function LineRow({ table, line, isAttributed, isHeld, ...shown }: CompiledLineRowProps) {
  const { thread, comment } = line
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames(table.version.kind)
  const status = statusOf(comment)
  const room = `/files/${referenceInAddress(table.reference)}/versions/${table.version.number}`
  const isOver = status === 'superseded' || status === 'recalled'
  return (
    <tr
      id={`comment-${comment.id}`}
      tabIndex={-1}
      data-comment={comment.id}
      data-thread-card={comment.id}
      data-state={isOver ? 'ended' : status === 'inner' ? 'inner' : undefined}
    >
      <td data-label={t('table.words')} lang={table.version.language} className="compiled__words">
        {!shown.isUnderPlace && <p className="compiled__place">{threadPlace(thread)}</p>}
        {shown.isSameWords ? (
          <span className="soft">{t('table.same-words')}</span>
        ) : (
          <Words thread={thread} />
        )}
      </td>
      {isAttributed && (
        <th scope="row" data-label={t('table.state')}>
          {authorsOf(comment).map((code) => (
            <Fragment key={code}>
              <StateChip code={code} />{' '}
            </Fragment>
          ))}
        </th>
      )}
      <td data-label={t('table.comment')} className="compiled__comment">
        <p className="compiled__labels">
          <StatusLabel>{t(`terms.comment-type.${comment.type}`)}</StatusLabel>{' '}
          {comment.isQuestion && (
            <StatusLabel tone="attention">{t('comments.question')}</StatusLabel>
          )}
        </p>
        <p className="comment__body">{comment.body ?? t('comments.recalled-words')}</p>
        <Link to={`${room}#comment-${comment.id}`} className="compiled__link">
          {t('table.open')}
        </Link>
      </td>
      <td data-label={t('table.wording')} lang={table.version.language}>
        <CompiledWording comment={comment} />
      </td>
      <td data-label={t('table.reply')}>
        {comment.reply && (
          <p className="comment__body">
            {comment.reply.reason}{' '}
            <span className="soft">
              <DateText value={comment.reply.at} />
            </span>
          </p>
        )}
        {comment.reply?.answered && <Answered answered={comment.reply.answered} />}
        {comment.may.answerReply && <AnswerForm comment={comment} action={`${room}?index`} />}
        {comment.may.reply && <ReplyForm room={table} comment={comment} action={`${room}?index`} />}
      </td>
      <td data-label={t('table.status')}>
        <StatusLabel tone={statusTones[status]}>{t(`table.status.${status}`)}</StatusLabel>
        {isHeld && <p className="soft compiled__since">{t('table.held')}</p>}
      </td>
      {table.version.number > 1 && (
        <td data-label={t('table.since')}>
          <Since table={table} line={line} />
        </td>
      )}
    </tr>
  )
}

const statusTones: Record<Status, 'neutral' | 'attention' | 'good' | 'ended' | 'inner'> = {
  unanswered: 'attention',
  'taken-up': 'good',
  partly: 'good',
  not: 'neutral',
  answered: 'neutral',
  superseded: 'ended',
  recalled: 'ended',
  inner: 'inner',
}

function Words({ thread: { quote, quoteNow, condition } }: Pick<CompiledLine, 'thread'>) {
  const { t } = useLocale()
  if (quoteNow === null) return <>{quote}</>
  return (
    <>
      {quote && <del>{quote}</del>}
      <p>
        <span className="soft">{t(nowKey(condition))}</span> {quoteNow}
      </p>
    </>
  )
}

const changeTones = {
  new: 'attention',
  exact: 'good',
  moved: 'neutral',
  'text-changed': 'attention',
  'text-removed': 'ended',
  unsure: 'bad',
  'removed-before': 'ended',
} as const

/** What changed since the version before: which lines are new, and where the words went. */
function Since({ table, line }: { table: TableFacts; line: CompiledLine }) {
  const locale = useLocale()
  const { t } = locale
  const change = changeSince(line)
  const { place, removed } = line.thread
  const path = `/files/${referenceInAddress(table.reference)}/compare`
  const { number: shown } = table.version
  const before = table.versions.findLast(({ number }) => number < shown)?.number ?? null
  const isElsewhere = change !== null && change !== 'new' && change !== 'exact'
  const from = removed ? removed.last : before
  const to = removed ? removed.by : shown
  return (
    <>
      {change && <StatusLabel tone={changeTones[change]}>{sinceWords(locale, line)}</StatusLabel>}
      <p className="soft compiled__since">
        {!line.comment.isNew && t('table.said-on', { number: line.comment.version })}{' '}
        {isElsewhere && from !== null && (
          <Link to={`${path}?from=${from}&to=${to}${place ? `#change-${place.elementId}` : ''}`}>
            {t('comments.condition.redline')}
          </Link>
        )}
      </p>
    </>
  )
}
