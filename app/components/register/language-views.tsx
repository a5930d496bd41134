import type { RegisterLanguages } from '#app/queries/register-languages.server.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { ViewLink } from '../view-link.tsx'

interface LanguageViewsProps {
  /** Of the act. */
  original: string
  published: RegisterLanguages
}

/** The languages in which a compilation has an entry; nothing where it has none but that of the act. */
export function RegisterLanguageViews({ original, published }: LanguageViewsProps) {
  const { t, date } = useLocale()
  const { languageName } = useLanguageNames()
  const { languages, text } = published
  if (languages.length === 0) return null
  return (
    <div className="languages">
      <nav className="acts" aria-label={t('languages.register')}>
        <ViewLink asks={{ language: null }} isShown={!text}>
          {t('languages.register-original', { language: languageName(original) })}
        </ViewLink>
        {languages.map((language) => (
          <ViewLink key={language} asks={{ language }} isShown={text?.language === language}>
            {languageName(language)}
          </ViewLink>
        ))}
      </nav>
      {text && (
        <p className="soft">
          {t('languages.register-published', {
            reference: text.ojReference,
            date: date(text.publishedOn),
          })}
        </p>
      )}
    </div>
  )
}
