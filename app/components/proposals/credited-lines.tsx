import type { WhoseWordsPage } from '#app/queries/whose-words.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'

/** The lines in which words of others stand, with theirs marked and said. */
export function CreditedLines({ page }: { page: WhoseWordsPage }) {
  const { t, stateName, locale } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  if (page.lines.length === 0) return null
  return (
    <Section id="passages" title={t('proposals.words-passages')}>
      {page.lines.map(({ id, place, runs }) => (
        <div key={id} className="credited-line">
          <h3 className="proposal__title">{place ? nameOf(place) : t('comments.place.gone')}</h3>
          <p lang={page.language}>
            {runs.map(({ words, from }, index) =>
              from === null ? (
                words
              ) : (
                <span key={`${index} ${words}`}>
                  <span className="heard" lang={locale}>
                    {t('proposals.words-from', { code: from, state: stateName(from) })}{' '}
                  </span>
                  <span className="credited-words">{words}</span>
                  <span aria-hidden="true">
                    <StateChip code={from} />
                  </span>
                </span>
              ),
            )}
          </p>
        </div>
      ))}
    </Section>
  )
}
