import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { CommentOutcome, LaterPlace, Outcomes } from '#app/queries/outcomes.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { CommentContent } from './comment-card.tsx'
import { conditionTones } from './condition-tones.ts'
import { OutcomeCreditLines } from './outcome-credit-lines.tsx'
import { usePlaceNames } from './place-name.ts'

interface OutcomeCardProps {
  page: Outcomes
  outcome: CommentOutcome
}

/** One comment: what was said and replied, which words came into the text, and where its place is now. */
export function OutcomeCard({ page, outcome }: OutcomeCardProps) {
  const { t } = useLocale()
  const { comment, thread } = outcome
  const { threadPlace } = usePlaceNames(page.version.kind)
  const path = `/files/${referenceInAddress(page.reference)}`
  const version = { number: comment.version, language: page.version.language }
  return (
    <li id={`comment-${comment.id}`} className="outcome">
      <header className="thread__head">
        <h3 className="thread__title">{threadPlace(thread)}</h3>
        <Link
          to={`${path}/versions/${page.version.number}#comment-${comment.id}`}
          className="thread__place"
        >
          {t('table.open')}
        </Link>
      </header>
      {thread.quote && (
        <blockquote className="quote" lang={page.version.language}>
          {thread.quote}
        </blockquote>
      )}
      <CommentContent room={{ owner: page.owner, version }} thread={thread} comment={comment} />
      {comment.isInner ? (
        <p>
          <StatusLabel tone="inner">{t('table.status.inner')}</StatusLabel>
        </p>
      ) : (
        !comment.reply && <p className="soft">{t('table.status.unanswered')}</p>
      )}
      {outcome.credit && (
        <OutcomeCreditLines credit={outcome.credit} language={page.version.language} />
      )}
      <LaterPlaces page={page} outcome={outcome} />
    </li>
  )
}

function LaterPlaces({ page, outcome: { later, comment, thread } }: OutcomeCardProps) {
  const { t } = useLocale()
  if (later.length === 0) {
    const isNewest = comment.version === page.version.number
    if (thread.isWhole || !isNewest) return null
    return <p className="soft">{t('outcomes.no-later', { number: comment.version })}</p>
  }
  return (
    <>
      <h4 className="outcome__title">{t('outcomes.later')}</h4>
      <ul className="outcome__later">
        {later.map((place) => (
          <Later key={place.version.number} page={page} place={place} />
        ))}
      </ul>
    </>
  )
}

function Later({ page, place }: { page: Outcomes; place: LaterPlace }) {
  const { t, stateName, dateTime } = useLocale()
  const { version, condition, chosen, name, quoteNow, redline } = place
  const { nameOf } = usePlaceNames(version.kind)
  const path = `/files/${referenceInAddress(page.reference)}/compare`
  const line = redline?.line ? `#${redline.line}` : ''
  return (
    <li>
      {t('comments.version-link', { number: version.number })}:{' '}
      <StatusLabel tone={conditionTones[condition]}>
        {t(`comments.condition.${condition}`)}
      </StatusLabel>{' '}
      {name && nameOf(name)}
      {chosen && (
        <>
          {' '}
          {t(condition === 'text-removed' ? 'outcomes.chosen-gone' : 'outcomes.chosen', {
            state: stateName(chosen.by),
            at: dateTime(chosen.at),
          })}
        </>
      )}
      {redline && (
        <>
          {' '}
          <Link to={`${path}?from=${redline.from}&to=${version.number}${line}`}>
            {t('outcomes.redline', { from: redline.from, to: version.number })}
          </Link>
        </>
      )}
      {quoteNow && (
        <blockquote className="quote" lang={page.version.language}>
          {quoteNow}
        </blockquote>
      )}
    </li>
  )
}
