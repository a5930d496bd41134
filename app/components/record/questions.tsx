import type { NotificationPage } from '#app/queries/notification.server.ts'
import type { FormState } from '../form-state.ts'
import { useLocale } from '../locale.tsx'
import { DateTimeText } from '../when.tsx'
import { AnswerForm } from './notification-forms.tsx'

interface QuestionsProps {
  page: NotificationPage
  state: FormState | null
}

/** What the Commission missed and what the state supplied, between the two of them. */
export function Questions({ page: { notification, may }, state }: QuestionsProps) {
  const { t } = useLocale()
  if (notification.questions.length === 0) {
    return <p className="soft">{t('record.no-questions')}</p>
  }
  return (
    <dl className="facts facts--stacked">
      {notification.questions.map(({ id, question, askedAt, answer, answeredAt }) => (
        <div key={id} className="facts__pair">
          <dt>
            {t('record.asked')} <DateTimeText value={askedAt} />
          </dt>
          <dd>
            <p className="words">{question}</p>
            {answer !== null && answeredAt !== null ? (
              <>
                <p className="soft">
                  {t('record.supplied')} <DateTimeText value={answeredAt} />
                </p>
                <p className="words">{answer}</p>
              </>
            ) : (
              may.supply && <AnswerForm questionId={id} state={state} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
