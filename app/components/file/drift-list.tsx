import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { DriftLine } from '#app/queries/drifted-pairs.server.ts'
import { parameterWords, type TwoSides } from '../comments/change-words.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'

/** The address where two parallel drafts stand side by side. */
export function parallelPath(reference: string, other: string): string {
  return `/files/${referenceInAddress(reference)}/parallel/${referenceInAddress(other)}`
}

/** What two parallel drafts had in common and have no longer: where, how, and since which version. */
export function DriftList({ drifts, sides }: { drifts: readonly DriftLine[]; sides: TwoSides }) {
  const locale = useLocale()
  const { t, date } = locale
  const { nameOf } = usePlaceNames('draft')
  const placeOf = ({ ours, theirs }: DriftLine) => {
    if (ours && theirs) {
      return nameOf(ours) === nameOf(theirs)
        ? nameOf(ours)
        : t('parallel.pair', { ours: nameOf(ours), theirs: nameOf(theirs) })
    }
    if (ours) return t('parallel.only-ours', { place: nameOf(ours) })
    return theirs ? t('parallel.only-theirs', { place: nameOf(theirs) }) : ''
  }
  return (
    <ul>
      {drifts.map((drift, index) => (
        <li key={`${index}`}>
          {placeOf(drift)}:{' '}
          {drift.parameters.length > 0
            ? drift.parameters
                .map((parameter) => parameterWords(locale, parameter, sides))
                .join('; ')
            : t('parallel.other-words')}{' '}
          {drift.by && (
            <span className="soft">
              (
              <Link
                to={`/files/${referenceInAddress(drift.by.reference)}/versions/${drift.by.number}`}
              >
                {t('parallel.since', { ...drift.by, date: date(drift.by.releasedAt) })}
              </Link>
              )
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
