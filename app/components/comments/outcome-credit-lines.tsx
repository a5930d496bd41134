import { Fragment } from 'react'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { OutcomeCredit } from '#app/queries/outcomes.server.ts'
import { useLocale } from '../locale.tsx'

interface OutcomeCreditLinesProps {
  credit: OutcomeCredit
  /** Of the text. */
  language: string
}

/** Which words came in, and from version to version what of them stands. */
export function OutcomeCreditLines({ credit, language }: OutcomeCreditLinesProps) {
  const { t } = useLocale()
  const { words, stretches, isOfSettings } = credit
  const lines = stretches.map((stretch, index) => creditLine(t, credit, stretch, index === 0))
  if (words === '') {
    return lines.length === 0 ? (
      <p>{t('outcomes.out-draft')}</p>
    ) : (
      lines.map((line) => <p key={line}>{line}</p>)
    )
  }
  return (
    <div className="proposal">
      <p className="proposal__title">
        {lines[0] ?? t(isOfSettings ? 'outcomes.set-draft' : 'outcomes.credit-draft')}
      </p>
      {words !== null && (
        <ins className="proposal__after" lang={language}>
          {words}
        </ins>
      )}
      {stretches.map((stretch, index) => (
        <Fragment key={stretch.from}>
          {index > 0 && <p>{lines[index]}</p>}
          {stretch.stands === 'part' && !isOfSettings && (
            <p>
              {t('outcomes.of-them')}{' '}
              <ins className="proposal__after" lang={language}>
                {stretch.words}
              </ins>
            </p>
          )}
        </Fragment>
      ))}
    </div>
  )
}

/** What one stretch of versions has of the words. What was taken out may have come back. */
function creditLine(
  t: LocaleFormat['t'],
  { words, isOfSettings }: OutcomeCredit,
  { stands, from, to, isLast }: OutcomeCredit['stretches'][number],
  isFirst: boolean,
): string {
  if (words === '') {
    if (stands === 'none')
      return t(isFirst ? 'outcomes.out-not' : 'outcomes.back', { number: from })
    return t('outcomes.out', { number: from })
  }
  if (isOfSettings && isFirst) return t(`outcomes.set-${stands}`, { number: from })
  if (stands === 'whole' && isFirst && !isLast) {
    return t('outcomes.credit-in', { span: from === to ? 'one' : 'several', from, to })
  }
  const key = isFirst ? (`outcomes.first-${stands}` as const) : (`outcomes.then-${stands}` as const)
  return t(key, { number: from })
}
