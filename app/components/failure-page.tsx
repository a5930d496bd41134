import { Link, isRouteErrorResponse, useLocation } from '@remix-run/react'
import type { RefusalReason } from '#app/measures/refusals.ts'
import { refusalReasons } from '#app/measures/refusals.ts'
import type { MessageKey } from '#app/messages/messages.ts'
import { KeptFormPage, keptFormIn } from './kept-form.tsx'
import { KeptWords } from './kept-words.tsx'
import { useLocale } from './locale.tsx'
import { NoAnswer } from './no-answer.ts'
import { useFailure } from './page-facts.ts'
import { Page, PageHeader } from './page.tsx'

interface Failure {
  title: MessageKey
  words: MessageKey
  /** Where to go on from here; else the start page. */
  onward?: { to: string; words: MessageKey }
  /** Ours and not the reader's: it was noted under an incident that they can name to us. */
  isOurs?: boolean
}

const OURS: Failure = { title: 'errors.ours.title', words: 'errors.ours.words', isOurs: true }
const AWAY: Failure = { title: 'errors.away.title', words: 'errors.away.words', isOurs: true }
const NO_ANSWER: Failure = { title: 'errors.no-answer.title', words: 'errors.no-answer.words' }
const REQUEST: Failure = { title: 'errors.request.title', words: 'errors.request.words' }

/** Of the public register, where nobody is a delegation: absence is no answer there. */
const NOT_PUBLISHED: Failure = {
  title: 'errors.not-published.title',
  words: 'register.absence-words',
  onward: { to: '/register', words: 'errors.to-register' },
}

const BY_STATUS: Readonly<Record<number, Failure>> = {
  401: { title: 'errors.sign-in.title', words: 'refusals.not-signed-in' },
  403: { title: 'errors.not-allowed.title', words: 'errors.not-allowed.words' },
  404: { title: 'errors.not-found.title', words: 'errors.not-found.words' },
  409: { title: 'errors.conflict.title', words: 'errors.conflict.words' },
  413: { title: 'errors.too-large.title', words: 'errors.too-large.words' },
  421: { title: 'errors.wrong-host.title', words: 'errors.wrong-host.words' },
  429: { title: 'errors.too-many.title', words: 'refusals.too-many-attempts' },
  503: AWAY,
}

const toStart = { to: '/', words: 'errors.to-start' } as const

/** The status says more about these, and the same whether a thing exists or not. */
const TOLD_BY_STATUS: ReadonlySet<RefusalReason> = new Set(['not-found', 'not-allowed'])

/** What went wrong in plain words, and what to do; never what the program said to itself. */
export function FailurePage({ error }: { error: unknown }) {
  const { t } = useLocale()
  const { incident, isAway } = useFailure(error)
  const isUnanswered = error instanceof NoAnswer
  const isOfRegister = useLocation().pathname.startsWith('/register/')
  const found = isAway && !isUnanswered ? AWAY : failureOf(error)
  const failure = found === BY_STATUS[404] && isOfRegister ? NOT_PUBLISHED : found
  const { title, words, isOurs, onward = toStart } = failure
  const kept = isRouteErrorResponse(error) ? keptFormIn(error.data) : null
  if (kept) return <KeptFormPage kept={kept} />
  return (
    <Page width="narrow">
      <PageHeader title={t(title)} />
      <div className="prose">
        <p>{t(words)}</p>
        {isOurs && incident && <p>{t('errors.incident', { incident })}</p>}
        {isUnanswered && <TryAgain />}
        <p>
          <Link to={onward.to}>{t(onward.words)}</Link>
        </p>
      </div>
      <KeptWords />
    </Page>
  )
}

/** The same address once more, which leaves what was sent to it alone. */
function TryAgain() {
  const { t } = useLocale()
  return (
    <p>
      <Link to={useLocation()}>{t('errors.no-answer.try-again')}</Link>
    </p>
  )
}

function failureOf(error: unknown): Failure {
  if (error instanceof NoAnswer) return NO_ANSWER
  if (!isRouteErrorResponse(error)) return OURS
  const failure = BY_STATUS[error.status] ?? (error.status < 500 ? REQUEST : OURS)
  const reason = reasonOf(error.data)
  return reason && !TOLD_BY_STATUS.has(reason)
    ? { ...failure, words: `refusals.${reason}` }
    : failure
}

/** A loader that refuses says why; the program's own words are never shown. */
function reasonOf(data: unknown): RefusalReason | undefined {
  if (typeof data !== 'object' || data === null || !('reason' in data)) return undefined
  return refusalReasons.find((reason) => reason === data.reason)
}
