import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import { useLocale } from '../locale.tsx'
import { FrozenText } from '../text/frozen-text.tsx'
import type { Edition } from './national-control.tsx'

/** The text of an edition, as the compilation prints an entry. */
export function EntryWords({ issuer, edition }: { issuer: MemberStateCode; edition: Edition }) {
  const { t, stateName } = useLocale()
  return (
    <FrozenText
      content={entryDocument(edition.content)}
      lang={edition.act?.language}
      hasHeadings={false}
      headingLevel={2}
      adoption={() => (
        <p className="entry__adopted">
          {t('compilation.adopted-by', { code: issuer, state: stateName(issuer) })}
        </p>
      )}
    />
  )
}
