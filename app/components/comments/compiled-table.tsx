import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CompiledTable as Table } from '#app/queries/compiled-table.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { TableRegion } from '../table.tsx'
import { DateText } from '../when.tsx'
import { authorsOf } from './filter.ts'
import { usePlaceNames } from './place-name.ts'
import { ReplyForm } from './reply-form.tsx'
import { type Status, statusOf } from './table-filter.ts'

interface CompiledTableProps {
  table: Table
  lines: readonly CompiledLine[]
  isAttributed: boolean
}

/** By provision, then in protocol order: what was said, what is proposed, and what follows from it. */
export function CompiledTable({ table, lines, isAttributed }: CompiledTableProps) {
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames(table.version.kind)
  const places = groupsOf(lines, ({ thread }) => threadPlace(thread))
  const headings = [
    t('table.words'),
    ...(isAttributed ? [t('table.state')] : []),
    t('table.comment'),
    t('table.wording'),
    t('table.reply'),
    t('table.status'),
  ]
  return (
    <TableRegion caption={t('table.caption', { number: table.version.number })} isCaptionHidden>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {places.map(({ place, lines }) => (
        <tbody key={lines[0]?.comment.id}>
          <tr className="group">
            <th colSpan={headings.length} scope="rowgroup">
              {place}
            </th>
          </tr>
          {lines.map((line, index) => (
            <Line
              key={line.comment.id}
              table={table}
              line={line}
              isAttributed={isAttributed}
              isSameWords={index > 0 && lines[index - 1]?.thread.id === line.thread.id}
            />
          ))}
        </tbody>
      ))}
    </TableRegion>
  )
}

interface LineProps extends Omit<CompiledTableProps, 'lines'> {
  line: CompiledLine
  /** The line above is about the same words. */
  isSameWords: boolean
}

function Line({ table, line: { thread, comment }, isAttributed, isSameWords }: LineProps) {
  const { t } = useLocale()
  const status = statusOf(comment)
  const room = `/files/${referenceInAddress(table.reference)}/versions/${table.version.number}`
  const isOver = status === 'superseded' || status === 'recalled'
  return (
    <tr
      id={`comment-${comment.id}`}
      data-state={isOver ? 'ended' : status === 'inner' ? 'inner' : undefined}
    >
      <td data-label={t('table.words')} lang={table.version.language} className="compiled__words">
        {isSameWords ? (
          <span className="soft">{t('table.same-words')}</span>
        ) : (
          <Words thread={thread} />
        )}
      </td>
      {isAttributed && (
        <th scope="row" data-label={t('table.state')}>
          {authorsOf(comment).map((code) => (
            <StateChip key={code} code={code} />
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
        {comment.proposedWording && (
          <ins className="proposal__after">{comment.proposedWording}</ins>
        )}
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
        {comment.may.reply && <ReplyForm room={table} comment={comment} action={`${room}?index`} />}
      </td>
      <td data-label={t('table.status')}>
        <StatusLabel tone={statusTones[status]}>{t(`table.status.${status}`)}</StatusLabel>
        <Since table={table} thread={thread} comment={comment} />
      </td>
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

function Words({ thread: { quote, quoteNow } }: Pick<CompiledLine, 'thread'>) {
  const { t } = useLocale()
  if (quoteNow === null) return <>{quote}</>
  return (
    <>
      {quote && <del>{quote}</del>}
      <p>
        <span className="soft">{t('table.now')}</span> {quoteNow}
      </p>
    </>
  )
}

/** What changed since the version before: where the words went, and which lines are new. */
function Since({ table, thread, comment }: CompiledLine & { table: Table }) {
  const { t } = useLocale()
  if (table.version.number === 1) return null
  const { condition, openedIn } = thread
  const isNew = comment.version === table.version.number
  const path = `/files/${referenceInAddress(table.reference)}/compare`
  return (
    <p className="soft compiled__since">
      {isNew ? t('table.new') : t('table.said-on', { number: comment.version })}
      {condition && (
        <Fragment>
          {'; '}
          {condition === 'exact' ? (
            t('comments.condition.exact')
          ) : (
            <Link to={`${path}?from=${openedIn}&to=${table.version.number}`}>
              {t(`comments.condition.${condition}`)}
            </Link>
          )}
        </Fragment>
      )}
    </p>
  )
}

function groupsOf(lines: readonly CompiledLine[], nameOf: (line: CompiledLine) => string) {
  const groups: { place: string; lines: CompiledLine[] }[] = []
  for (const line of lines) {
    const place = nameOf(line)
    const last = groups.at(-1)
    if (last?.place === place) last.lines.push(line)
    else groups.push({ place, lines: [line] })
  }
  return groups
}
