import type { NotTaken } from '#app/word/not-taken.ts'
import { useLocale } from '../locale.tsx'

/** What of a Word document a text here cannot hold, with the first words of each. */
export function NotTakenList({ notTaken }: { notTaken: readonly NotTaken[] }) {
  const { t, list } = useLocale()
  if (notTaken.length === 0) return <p>{t('word.not-taken.none')}</p>
  return (
    <ul>
      {notTaken.map(({ kind, count, samples, authors = [] }) => (
        <li key={kind}>
          {t(`word.not-taken.${kind}`, { count })}
          {authors.length > 0 && ` ${t('word.not-taken.by', { authors: list(authors) })}`}
          {samples.length > 0 && (
            <ul>
              {/* oxlint-disable-next-line react/no-array-index-key -- they never change places */}
              {samples.map((sample, place) => (
                <li key={place}>“{sample}”</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
