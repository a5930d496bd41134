import type { LanguageCount } from '#app/measures/language-versions.ts'
import { useLocale } from '../locale.tsx'
import type { Column } from '../table.tsx'

/** How many entries are ready in a language, and how many are not. */
export function useCountColumns(): Column<LanguageCount>[] {
  const { t, number } = useLocale()
  return [
    {
      key: 'ready',
      heading: t('languages.ready'),
      isNumeric: true,
      cell: ({ ready, entries }) => `${number(ready)}/${number(entries)}`,
    },
    {
      key: 'unchecked',
      heading: t('languages.unchecked'),
      isNumeric: true,
      cell: ({ unchecked }) => number(unchecked),
    },
    {
      key: 'missing',
      heading: t('languages.missing'),
      isNumeric: true,
      cell: ({ missing }) => number(missing),
    },
  ]
}
