import { useLocale } from './locale.tsx'

export type ElapsedSince =
  | 'adopted'
  | 'early-notice'
  | 'gazetted'
  | 'in-force'
  | 'notified'
  | 'released'
  | 'shared'

interface ElapsedDaysProps {
  since: ElapsedSince
  /** The day or instant from which it is counted. */
  date: string
}

/** "12 days since adoption": says how long, never that it is too long. */
export function ElapsedDays({ since, date }: ElapsedDaysProps) {
  const { t, daysSince } = useLocale()
  return <span className="elapsed">{t(`common.elapsed.${since}`, { days: daysSince(date) })}</span>
}
