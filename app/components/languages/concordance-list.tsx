import type { Concordance } from '#app/text/concordance.ts'
import type { ConcordancePlace } from '#app/text/concordance-parts.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { type MessageKey, useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

interface ConcordanceListProps {
  concordance: Concordance
  shown: string
  /** The languages of which no words for operators are known. */
  signsOnly: readonly string[]
  /** Where a place stands on the page; absent where the text is not on it. */
  hrefOf?: (elementId: string) => string
}

/** Every difference with its place, and apart from them what was not read. */
export function ConcordanceList(props: ConcordanceListProps) {
  const { concordance, signsOnly } = props
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const { differences, unread } = concordance
  return (
    <>
      {differences.length === 0 ? (
        <Notice kind="done" title={t('languages.concordance-none')} />
      ) : (
        <Notice
          kind="warning"
          title={t('languages.concordance-found', { count: differences.length })}
        >
          <ul>
            {differences.map((line, index) => (
              <Line
                // oxlint-disable-next-line react/no-array-index-key -- they never change places
                key={index}
                shown={props.shown}
                hrefOf={props.hrefOf}
                {...line}
                kind={`languages.kind.${line.kind}`}
              />
            ))}
          </ul>
        </Notice>
      )}
      {unread.length > 0 && (
        <details className="more">
          <summary>{t('languages.concordance-unread', { count: unread.length })}</summary>
          <ul>
            {unread.map((line, index) => (
              <Line
                // oxlint-disable-next-line react/no-array-index-key -- they never change places
                key={index}
                shown={props.shown}
                hrefOf={props.hrefOf}
                {...line}
                kind={`languages.unread.${line.kind}`}
              />
            ))}
          </ul>
        </details>
      )}
      <p className="field__hint">
        {t('languages.concordance-about')}
        {signsOnly.map((language) => (
          <span key={language}>
            {' '}
            {t('languages.concordance-signs-only', { language: languageName(language) })}
          </span>
        ))}
      </p>
    </>
  )
}

interface LineProps extends Pick<ConcordanceListProps, 'shown' | 'hrefOf'> {
  place: ConcordancePlace
  kind: MessageKey
  original: string | null
  translation: string | null
}

function Line({ place, kind, original, translation, shown, hrefOf }: LineProps) {
  const { t } = useLocale()
  const name = useConcordancePlace()(place)
  const isMissing = kind === 'languages.kind.missing'
  const isExtra = kind === 'languages.kind.extra'
  return (
    <li>
      {hrefOf ? <a href={hrefOf(place.id)}>{name}</a> : name}: {t(kind)}:{' '}
      {!isExtra && (
        <>
          <Said words={original} /> {t('languages.in-act')}
        </>
      )}
      {!isExtra && !isMissing && ', '}
      {!isMissing && (
        <>
          <Said words={translation} language={shown} /> {t('languages.in-translation')}
        </>
      )}
    </li>
  )
}

function Said({ words, language }: { words: string | null; language?: string }) {
  const { t } = useLocale()
  return words === null ? t('languages.none-there') : <b lang={language}>{words}</b>
}

export function useConcordancePlace() {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('final')
  return (place: Omit<ConcordancePlace, 'id'>) =>
    place.isDestinations ? `${nameOf(place)}, ${t('languages.destinations')}` : nameOf(place)
}
