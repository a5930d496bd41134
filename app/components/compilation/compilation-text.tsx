import { useMemo } from 'react'
import { inProtocolOrder, type MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { CompilationPage } from '#app/queries/compilation.server.ts'
import { actInFootnote } from '#app/paper/footnotes.ts'
import { entryDocument } from '#app/text/entry-document.ts'
import { useLocale } from '../locale.tsx'
import { FrozenText } from '../text/frozen-text.tsx'

/**
 * The lists as the Official Journal prints them (C/2023/441): by state in protocol order, each entry
 * under its code with who adopted it, and the national acts in footnotes.
 */
export function CompilationText({ page }: { page: CompilationPage }) {
  const { t, stateName } = useLocale()
  const numbers = useMemo(
    () => new Map(page.acts.map(({ measureId }, index) => [measureId, index + 1])),
    [page.acts],
  )
  const issuers = inProtocolOrder(page.entries.map(({ issuer }) => issuer))
  if (page.entries.length === 0) return <p className="soft">{t('compilation.empty')}</p>
  return (
    <>
      {issuers.map((issuer) => (
        <section key={issuer} aria-labelledby={`list-${issuer}`} className="compiled-list">
          <h3 id={`list-${issuer}`}>{stateName(issuer)}</h3>
          {page.entries
            .filter((entry) => entry.issuer === issuer)
            .map((entry) => (
              <FrozenText
                key={entry.id}
                content={entryDocument(entry.content)}
                lang={entry.language}
                hasHeadings={false}
                headingLevel={3}
                anchorPrefix={`entry-${entry.id}-`}
                adoption={() => (
                  <AdoptedBy issuer={issuer} footnote={numbers.get(entry.measureId) ?? 0} />
                )}
              />
            ))}
        </section>
      ))}
      <Footnotes acts={page.acts} />
    </>
  )
}

function AdoptedBy({ issuer, footnote }: { issuer: MemberStateCode; footnote: number }) {
  const { t, stateName } = useLocale()
  return (
    <p className="entry__adopted">
      {t('compilation.adopted-by', { code: issuer, state: stateName(issuer) })}
      <sup>
        <a href={`#act-${footnote}`} aria-label={t('compilation.footnote', { number: footnote })}>
          ({footnote})
        </a>
      </sup>
    </p>
  )
}

function Footnotes({ acts }: Pick<CompilationPage, 'acts'>) {
  const locale = useLocale()
  const { t } = locale
  return (
    <section aria-labelledby="footnotes" className="footnotes">
      <h3 id="footnotes">{t('compilation.footnotes')}</h3>
      <ol>
        {acts.map((act, index) => {
          const words = actInFootnote(locale, act)
          return (
            <li key={act.measureId} id={`act-${index + 1}`}>
              {act.gazetteUrl ? (
                <a href={act.gazetteUrl} rel="noreferrer">
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
