import { useLocale } from './locale.tsx'

interface DateTextProps {
  value: string | null | undefined
  /** Said in place of "not recorded". */
  unknown?: string
}

/** `21 November 2026`; "not recorded" where there is no date. */
export function DateText({ value, unknown }: DateTextProps) {
  const { t, date } = useLocale()
  if (!value) return <span className="soft">{unknown ?? t('common.not-recorded')}</span>
  return <time dateTime={value}>{date(value)}</time>
}

/** The day of something that has happened, which may not be established: never another one in its place. */
export function EstablishedDate({ value }: { value: string | null }) {
  const { t } = useLocale()
  return <DateText value={value} unknown={t('common.not-established')} />
}

/** `21 November 2026, 14:05`, in Brussels. */
export function DateTimeText({ value }: { value: string }) {
  const { dateTime } = useLocale()
  return <time dateTime={value}>{dateTime(value)}</time>
}
