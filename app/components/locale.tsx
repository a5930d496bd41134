import type { ReactNode } from 'react'
import { Children, Fragment, createContext, createElement, useContext, useMemo } from 'react'
import { daysBetween, toIsoDate } from '#app/measures/calendar.ts'
import type { LocaleFormat, MessageValues } from '#app/messages/format.ts'
import { compile, formatFor } from '#app/messages/format.ts'
import type { Locale, MessageKey } from '#app/messages/messages.ts'

type RichValues = Readonly<Record<string, string | number | ((words: ReactNode) => ReactNode)>>

interface LocaleWords extends LocaleFormat {
  /** The moment at which the server made the page, so that server and browser say the same. */
  readonly now: Date
  /** A message with parts set apart by tags: `Read the <link>help</link>`. */
  rich(key: MessageKey, values: RichValues): ReactNode
  /** Calendar days in Brussels between a date and the making of the page. */
  daysSince(value: string | Date): number
}

const Context = createContext<LocaleWords | null>(null)

interface LocaleProviderProps {
  locale: Locale
  /** ISO instant given by the root loader. */
  now: string
  children: ReactNode
}

export function LocaleProvider({ locale, now, children }: LocaleProviderProps) {
  const words = useMemo(() => localeWords(locale, now), [locale, now])
  return <Context.Provider value={words}>{children}</Context.Provider>
}

export function useLocale(): LocaleWords {
  const words = useContext(Context)
  if (!words) throw new Error('useLocale outside of LocaleProvider')
  return words
}

function localeWords(locale: Locale, now: string): LocaleWords {
  return {
    ...formatFor(locale),
    now: new Date(now),
    rich: (key, values) => richMessage(locale, key, values),
    daysSince: (value) => daysBetween(toIsoDate(value), toIsoDate(now)),
  }
}

function richMessage(locale: Locale, key: MessageKey, values: RichValues): ReactNode {
  const adapted = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (parts: ReactNode[]) => value(together(parts)) : value,
    ]),
  )
  const parts = compile(locale, key).format<ReactNode>(adapted)
  return together(Children.toArray(parts))
}

/** Children given one by one need no keys. */
function together(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts)
}

export type { MessageKey, MessageValues }
