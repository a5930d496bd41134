import type { LocaleFormat } from '#app/messages/format.ts'
import { formatFor } from '#app/messages/format.ts'
import type { RootData } from './root-data.ts'
import { isRootData } from './root-data.ts'

interface Match {
  id: string
  data: unknown
}

/** What a route's `meta` gives: the title of the page in the language of the visit, then the portal. */
export function pageTitle(matches: readonly Match[], title: (words: LocaleFormat) => string) {
  const words = formatFor(localeOf(matches))
  return [{ title: `${title(words)} | ${words.t('shell.portal-name')}` }]
}

function localeOf(matches: readonly Match[]): RootData['locale'] {
  const data = matches.find(({ id }) => id === 'root')?.data
  return isRootData(data) ? data.locale : 'en'
}
