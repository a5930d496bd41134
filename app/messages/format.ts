import type { Formatters } from 'intl-messageformat'
import { IntlMessageFormat } from 'intl-messageformat'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { delegationName } from '#app/measures/delegations.ts'
import { isIsoDate } from '#app/measures/calendar.ts'
import type { Locale, MessageKey } from './messages.ts'
import { messageText } from './messages.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** All that turns facts into words of one language. Dates and times are those of Brussels. */
export interface LocaleFormat {
  readonly locale: Locale
  t(key: MessageKey, values?: MessageValues): string
  /** `21 November 2026`, of a plain date or of an instant. */
  date(value: string | Date): string
  /** `14:05`. */
  time(value: string | Date): string
  /** `21 November 2026, 14:05`. */
  dateTime(value: string | Date): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** `Belgium, Denmark and Greece`. */
  list(items: Iterable<string>): string
  stateName(code: DelegationCode): string
}

/**
 * Numbers as in the Union's documents: groups of three set apart by a narrow space that does not
 * break, so that neither comma nor point can be taken for the decimal sign.
 */
function numberFormat(
  locales: string | string[] | undefined,
  options?: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const format = new Intl.NumberFormat(locales, options)
  return Object.defineProperty(format, 'format', {
    value: (value: number | bigint) =>
      format
        .formatToParts(value)
        .map((part) => (part.type === 'group' ? '\u202f' : part.value))
        .join(''),
  })
}

const formatters: Formatters = {
  getNumberFormat: numberFormat,
  getDateTimeFormat: (locales, options) =>
    new Intl.DateTimeFormat(locales, { ...options, timeZone: 'Europe/Brussels' }),
  getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
}

const compiled = new Map<string, IntlMessageFormat>()

/** A message is parsed once in the life of the process or page. */
export function compile(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`
  const known = compiled.get(id)
  if (known) return known
  const message = messageText(locale, key)
  const format = new IntlMessageFormat(message.text, regional(message.locale), undefined, {
    formatters,
  })
  compiled.set(id, format)
  return format
}

/** English is that of the Union's institutions: day before month, no comma before `and`. */
function regional(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}

function createFormat(locale: Locale): LocaleFormat {
  const tag = regional(locale)
  const days = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const plainDate = new Intl.DateTimeFormat(tag, { ...days, timeZone: 'UTC' })
  const brusselsDate = new Intl.DateTimeFormat(tag, { ...days, timeZone: 'Europe/Brussels' })
  const brusselsTime = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Brussels',
  })
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })

  const date = (value: string | Date) =>
    typeof value === 'string' && isIsoDate(value)
      ? plainDate.format(new Date(`${value}T00:00:00Z`))
      : brusselsDate.format(new Date(value))
  const time = (value: string | Date) => brusselsTime.format(new Date(value))
  // Without values a message is always the same: a long page asks for one a thousand times.
  const fixed = new Map<MessageKey, string>()
  const t = (key: MessageKey, values?: MessageValues) => {
    const known = values ? undefined : fixed.get(key)
    if (known !== undefined) return known
    const words = String(compile(locale, key).format<string>(values))
    if (!values) fixed.set(key, words)
    return words
  }

  return {
    locale,
    t,
    date,
    time,
    dateTime: (value) => t('common.date-time', { date: date(value), time: time(value) }),
    number: (value, options) => numberFormat(tag, options).format(value),
    list: (items) => conjunction.format(items),
    stateName: (code) => delegationName(code, locale),
  }
}

const formats = new Map<Locale, LocaleFormat>()

export function formatFor(locale: Locale): LocaleFormat {
  const known = formats.get(locale)
  if (known) return known
  const format = createFormat(locale)
  formats.set(locale, format)
  return format
}
