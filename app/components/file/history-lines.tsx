import { isIsoDate } from '#app/measures/calendar.ts'
import type { HistoryLine } from '#app/queries/history.server.ts'
import { History } from '../history.tsx'
import { useLocale } from '../locale.tsx'

/** The history of a file in sentences, newest first. */
export function HistoryLines({ lines }: { lines: readonly HistoryLine[] }) {
  const { t, date, stateName } = useLocale()
  return (
    <History
      label={t('file.history')}
      items={lines.map(({ id, at, delegation, person, isInner, type, values }) => ({
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
      }))}
    />
  )
}
