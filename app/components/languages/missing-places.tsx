import type { RefusedPlace } from '#app/measures/refusals.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { useConcordancePlace } from './concordance-list.tsx'

/** So many are named; the page of an entry names them all. */
const most = 50

interface MissingPlacesProps {
  places: readonly RefusedPlace[]
  words?: string
}

/** What of the act is missing in a text, for which no reason makes up. */
export function MissingPlaces({ places, words }: MissingPlacesProps) {
  const { t } = useLocale()
  const nameOf = useConcordancePlace()
  const named = places.slice(0, most)
  return (
    <Notice kind="error" title={t('languages.places-missing')}>
      <p>{words ?? t('refusals.places-missing')}</p>
      <ul>
        {named.map((place, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- they never change places
          <li key={index}>{nameOf(place)}</li>
        ))}
        {places.length > named.length && (
          <li>{t('languages.places-missing-more', { count: places.length - named.length })}</li>
        )}
      </ul>
    </Notice>
  )
}
