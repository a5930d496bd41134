import { isIsoDate } from '#app/measures/calendar.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import type { HistoryLine } from '#app/queries/history.server.ts'
import { placeNames } from '../comments/place-name.ts'
import { History } from '../history.tsx'
import { useLocale } from '../locale.tsx'
import { languageNames } from './language-field.tsx'

type Locale = ReturnType<typeof useLocale>

/** How many acts are shown before one asks for the earlier ones. */
const shownAtOnce = 12

/** The history of a file in sentences, newest first. */
export function HistoryLines({ lines }: { lines: readonly HistoryLine[] }) {
  const { t } = useLocale()
  const itemOf = useHistoryItem()
  const earlier = lines.slice(shownAtOnce)
  return (
    <>
      <History label={t('file.history')} items={lines.slice(0, shownAtOnce).map(itemOf)} />
      {earlier.length > 0 && (
        <details className="more">
          <summary>{t('file.history.earlier', { count: earlier.length })}</summary>
          <History label={t('file.history')} items={earlier.map(itemOf)} />
        </details>
      )}
    </>
  )
}

/** A line of the history, for whoever shows it among other things. */
export function useHistoryItem() {
  const locale = useLocale()
  const { t, stateName } = locale
  return (line: HistoryLine) => ({
    id: String(line.id),
    at: line.at,
    isInner: line.isInner,
    who: line.person ?? (line.delegation ? stateName(line.delegation) : t('history.portal')),
    what: whatHappened(line, locale),
  })
}

function whatHappened({ type, values, versionKind }: HistoryLine, locale: Locale): string {
  const { t } = locale
  if (versionKind && typeof values.provision === 'string') {
    const { provisionName } = placeNames(locale, versionKind)
    return values.provision === ''
      ? t('history.comment-on-whole')
      : t(`history.${type}`, { provision: provisionName(values.provision) })
  }
  return t(
    `history.${type}`,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueWords(name, value, locale)]),
    ),
  )
}

function valueWords(name: string, value: string | number, { t, date, locale }: Locale) {
  if (typeof value !== 'string') return value
  if (value === notEstablished) return t('history.day-not-established')
  if (name === 'language') return languageNames(locale)(value)
  return isIsoDate(value) ? date(value) : value
}
