import { type OfficialLanguage, officialLanguages } from './official-languages.ts'

/**
 * How far an edition of an entry is in a language. original: the act is in it. published: a compilation
 * that names the entry was recorded from the Official Journal after it was checked, and by nothing else.
 */
export const languageStates = ['original', 'missing', 'draft', 'checked', 'published'] as const
export type LanguageState = (typeof languageStates)[number]

/** What of a language version says how far it is. */
export interface StandingVersion {
  readonly isChecked: boolean
  readonly isPublished: boolean
  /** A line, a point or a note of the act is missing in it. */
  readonly hasGaps: boolean
}

/** A text with gaps is a draft, whatever was recorded of it. */
export function languageStateOf(
  isOriginal: boolean,
  version: StandingVersion | null,
): LanguageState {
  if (isOriginal) return 'original'
  if (!version) return 'missing'
  if (version.hasGaps) return 'draft'
  if (version.isPublished) return 'published'
  return version.isChecked ? 'checked' : 'draft'
}

/** Whether nothing is left to be done. */
export function isReady(state: LanguageState): boolean {
  return state === 'original' || state === 'checked' || state === 'published'
}

export interface LanguageCount {
  readonly language: OfficialLanguage
  readonly entries: number
  readonly ready: number
  /** Of these, whose act is in it: there is nothing to translate. */
  readonly original: number
  /** With a text that nobody has checked. */
  readonly unchecked: number
  readonly missing: number
}

/** How many of the entries are ready in each language; `stateOf` says it of one of them. */
export function countLanguages<Entry>(
  entries: readonly Entry[],
  stateOf: (entry: Entry, language: OfficialLanguage) => LanguageState,
): LanguageCount[] {
  return officialLanguages.map((language) => {
    const states = entries.map((entry) => stateOf(entry, language))
    const has = (fits: (state: LanguageState) => boolean) => states.filter(fits).length
    return {
      language,
      entries: entries.length,
      ready: has(isReady),
      original: has((state) => state === 'original'),
      unchecked: has((state) => state === 'draft'),
      missing: has((state) => state === 'missing'),
    }
  })
}

/** A language in which all entries are ready. There is no other way to be complete. */
export function isComplete({ entries, ready }: LanguageCount): boolean {
  return entries > 0 && ready === entries
}
