import { isIsoDate } from '#app/measures/calendar.ts'
import type { HistoryLine } from '#app/queries/history.server.ts'
import { History } from '../history.tsx'
import { useLocale } from '../locale.tsx'

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

function useHistoryItem() {
  const { t, date, stateName } = useLocale()
  return ({ id, at, delegation, person, isInner, type, values }: HistoryLine) => ({
    id: String(id),
    at,
    isInner,
    who: person ?? (delegation ? stateName(delegation) : t('history.portal')),
    what: t(
      `history.${type}`,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' && isIsoDate(value) ? date(value) : value,
        ]),
      ),
    ),
  })
}
