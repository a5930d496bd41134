import { useSearchParams } from '@remix-run/react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { ViewLink } from '../view-link.tsx'
import { DateText } from '../when.tsx'
import { TranslationCheck } from './translation-check.tsx'

/** The courtesy translation that an address asks for. */
export function languageShown(parameters: URLSearchParams): string | null {
  return parameters.get('language')
}

/** Whether it asks for the original beside it. */
export function useIsBeside(): boolean {
  const [parameters] = useSearchParams()
  return parameters.get('sides') === 'both'
}

/** In which language the text is shown, or in which two, and which of them is the authentic one. */
export function LanguageViews({ room }: { room: CommentsRoom }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const { translation, translations, version } = room
  const isBeside = useIsBeside()
  if (translations.length === 0) return null
  const original = languageName(version.language)
  return (
    <div className="languages">
      <nav className="acts" aria-label={t('translations.shown')}>
        <ViewLink asks={{ language: null, sides: null }} isShown={!translation}>
          {t('translations.original', { language: original })}
        </ViewLink>
        {translations.flatMap((language) => {
          const isOwn = translation?.language === language
          const name = languageName(language)
          return [
            <ViewLink key={language} asks={{ language, sides: null }} isShown={isOwn && !isBeside}>
              {t('translations.label', { language: name })}
            </ViewLink>,
            <ViewLink
              key={`${language} both`}
              asks={{ language, sides: 'both' }}
              isShown={isOwn && isBeside}
            >
              {t('translations.both', { original, translation: name })}
            </ViewLink>,
          ]
        })}
      </nav>
      {translation && (
        <>
          <p className="soft">
            {t('translations.about', { original })} {t('translations.added')}{' '}
            <DateText value={translation.addedAt} />.
          </p>
          <TranslationCheck
            lines={translation.differences}
            original={version.language}
            shown={translation.language}
            hrefOf={(id) => `#el-${id}`}
          />
        </>
      )}
    </div>
  )
}
