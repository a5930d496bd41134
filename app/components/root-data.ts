import type { Locale } from '#app/messages/messages.ts'
import type { NavigationItem, SignedIn } from './shell.tsx'

/** What the root's loader gives to every screen. */
export interface RootData {
  locale: Locale
  /** The instant at which the server made the page. */
  now: string
  person: SignedIn | null
  /** The last event of the record that is in this page for sure; later ones may be. */
  recordHead: number
  navigation: readonly NavigationItem[]
  isDemonstration: boolean
}

export function isRootData(data: unknown): data is RootData {
  return typeof data === 'object' && data !== null && 'locale' in data && 'navigation' in data
}
