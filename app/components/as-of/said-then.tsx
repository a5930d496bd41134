import type { CompiledTable } from '#app/queries/compiled-table.server.ts'
import { withheldWords } from '#app/measures/without-words.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useReachWords } from '../file/audience-words.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateTimeText } from '../when.tsx'

type Comment = CompiledTable['threads'][number]['comments'][number]

/** What had been said on a version, place by place; nothing is done here. */
export function SaidThen({ table }: { table: CompiledTable }) {
  const { t } = useLocale()
  const { threadPlace } = usePlaceNames(table.version.kind)
  if (table.threads.length === 0) return <p>{t('as-of.no-comments')}</p>
  return (
    <ol className="plain-list">
      {table.threads.map((thread) => (
        <li key={thread.id} className="panel">
          <h3>{threadPlace(thread)}</h3>
          {thread.quote && (
            <p>
              {thread.quote === withheldWords ? (
                t('withhold.words')
              ) : (
                <q lang={table.version.language}>{thread.quote}</q>
              )}
            </p>
          )}
          <ul className="plain-list">
            {thread.comments.map((comment) => (
              <li key={comment.id}>
                <SaidComment table={table} comment={comment} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function SaidComment({ table, comment }: { table: CompiledTable; comment: Comment }) {
  const { t, date } = useLocale()
  const reachWords = useReachWords()
  const { delegation, body, audience, reply, recalled, proposedWording } = comment
  const parties = { owner: table.owner, author: delegation }
  return (
    <article className="comment">
      <p>
        <StateChip code={delegation} isNamed />, <DateTimeText value={comment.at} />.{' '}
        {comment.isInner ? (
          <StatusLabel tone="attention">{t('as-of.inside')}</StatusLabel>
        ) : (
          audience && t('as-of.to', { audience: reachWords(audience, parties) })
        )}{' '}
        {comment.isSuperseded && <StatusLabel tone="ended">{t('as-of.superseded')}</StatusLabel>}
      </p>
      {recalled && <p>{t('comments.recalled', { date: date(recalled.at) })}</p>}
      {body && (
        <p className="comment__body">{body === withheldWords ? t('withhold.words') : body}</p>
      )}
      {proposedWording && (
        <p>
          {t('table.wording')}: <ins>{proposedWording}</ins>
        </p>
      )}
      {reply && (
        <p>
          <b>{t(`terms.outcome.${reply.outcome}`)}</b>. {reply.reason}
        </p>
      )}
    </article>
  )
}
