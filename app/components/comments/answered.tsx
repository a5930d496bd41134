import type { ReplyView } from '#app/queries/comment-view.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateText } from '../when.tsx'

const tones = { content: 'good', maintained: 'attention' } as const

/** What whoever raised the comment said of the reply to it. */
export function Answered({ answered }: { answered: NonNullable<ReplyView['answered']> }) {
  const { t } = useLocale()
  const { answer, reason, at } = answered
  return (
    <>
      <p>
        <StatusLabel tone={tones[answer]}>{t(`comments.answered.${answer}`)}</StatusLabel>{' '}
        <span className="soft">
          <DateText value={at} />
        </span>
      </p>
      {reason && <p className="comment__body">{reason}</p>}
    </>
  )
}
