import { useLocale } from './locale.tsx'

/** `21 November 2026`; "not recorded" where there is no date. */
export function DateText({ value }: { value: string | null | undefined }) {
  const { t, date } = useLocale()
  if (!value) return <span className="soft">{t('common.not-recorded')}</span>
  return <time dateTime={value}>{date(value)}</time>
}

/** `21 November 2026, 14:05`, in Brussels. */
export function DateTimeText({ value }: { value: string }) {
  const { dateTime } = useLocale()
  return <time dateTime={value}>{dateTime(value)}</time>
}
