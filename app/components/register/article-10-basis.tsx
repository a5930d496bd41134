import { Link } from '@remix-run/react'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { CompilationLink } from '../compilation/compilation-link.tsx'
import { Facts } from '../facts.tsx'
import { OjReference } from '../oj-reference.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { BasisWords } from './basis-words.tsx'
import type { Edition } from './national-control.tsx'

interface Article10BasisProps {
  entry: RegisterEntry
  edition: Edition
}

/** What the publication by the Commission means in other states: only for those who were informed. */
export function Article10Basis({ entry, edition }: Article10BasisProps) {
  const { t, date, number } = useLocale()
  const standing = edition.inCompilation.find(({ until }) => until === null)
  const compilation = entry.compilations.find(
    ({ publishedOn }) => publishedOn === (standing ?? edition.inCompilation.at(-1))?.from,
  )
  return (
    <Panel title={t('register.elsewhere')} id="article-10">
      <p>
        <BasisWords basis={edition.basis} />
      </p>
      <p>
        <b>{t('register.only-if-informed')}</b> {t('register.only-if-informed-words')}
      </p>
      {edition.kind === 'prohibition' && <p>{t('register.prohibition-doubt')}</p>}
      <Facts
        shape="stacked"
        facts={[
          {
            term: t('file.date.compiled'),
            source: t('terms.source.article-9-4-2'),
            value:
              edition.inCompilation.length === 0 ? (
                t('record.not-compiled')
              ) : (
                <ul className="cell-list">
                  {edition.inCompilation.map(({ from, until }) => (
                    <li key={from}>
                      {until
                        ? t('register.period', { from: date(from), until: date(until) })
                        : t('register.period-open', { from: date(from) })}
                    </li>
                  ))}
                </ul>
              ),
          },
          ...(compilation
            ? [
                {
                  term: t('register.published-as'),
                  value: <CompilationLink compilation={compilation} />,
                },
              ]
            : []),
          { term: t('record.edition'), value: number(edition.edition) },
          {
            term: t('register.c-series'),
            source: t('terms.source.article-9-4-1'),
            value: edition.measurePublishedOn && (
              <OjReference
                number={edition.act?.publicationReference ?? ''}
                publishedOn={edition.measurePublishedOn}
              />
            ),
          },
        ]}
      />
      {edition.mayRely && (
        <p>
          <Link to={`/article-10/entries/${edition.id}`}>{t('register.record-requirement')}</Link>
        </p>
      )}
    </Panel>
  )
}
