import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { RegisterLanguages } from '#app/queries/register-languages.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import { useLocale } from '../locale.tsx'
import { FrozenText } from '../text/frozen-text.tsx'
import { RegisterLanguageViews } from './language-views.tsx'
import type { Edition } from './national-control.tsx'

interface EntryWordsProps {
  issuer: MemberStateCode
  edition: Edition
  /** The languages in which a compilation has it. */
  published: RegisterLanguages
}

/** The text of an edition, as the compilation prints an entry, in the language that is asked for. */
export function EntryWords({ issuer, edition, published }: EntryWordsProps) {
  const { t, stateName } = useLocale()
  const { text } = published
  return (
    <>
      <RegisterLanguageViews original={edition.act?.language ?? 'en'} published={published} />
      <FrozenText
        content={entryDocument(text?.content ?? edition.content)}
        lang={text?.language ?? edition.act?.language}
        hasHeadings={false}
        headingLevel={2}
        adoption={() => (
          <p className="entry__adopted">
            {t('compilation.adopted-by', { code: issuer, state: stateName(issuer) })}
          </p>
        )}
      />
    </>
  )
}
