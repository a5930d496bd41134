import { officialLanguages } from '#app/measures/official-languages.ts'
import { Select } from '../field.tsx'
import { useLocale } from '../locale.tsx'

interface LanguageFieldProps {
  name: string
  label: string
  defaultValue?: string
  /** What stands first when no language need be said. */
  emptyLabel?: string
  isOptional?: boolean
}

/** A choice among the official languages, by their names in the reader's language. */
export function LanguageField(props: LanguageFieldProps) {
  const { languageName } = useLanguageNames()
  return (
    <Select
      {...props}
      options={officialLanguages.map((value) => ({ value, label: languageName(value) }))}
    />
  )
}

export function useLanguageNames() {
  const { locale } = useLocale()
  return { languageName: languageNames(locale) }
}

export function languageNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return (code) => names.of(code) ?? code
}
