import { useLocale } from '../locale.tsx'

/** "12 days": how long it has been; nothing for a day to come. Never whether it is too long. */
export function Elapsed({ since }: { since: string }) {
  const { t, daysSince } = useLocale()
  const days = daysSince(since)
  if (days < 0) return <span className="soft">{t('record.to-come', { days: -days })}</span>
  return <span className="elapsed">{t('record.elapsed-days', { days })}</span>
}
