import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { Hash } from '../hash.tsx'
import { useLocale } from '../locale.tsx'
import { SealedRecord } from '../sealed-record.tsx'

/** The final version: where it is, its hash, and what it was compared with. */
export function FinalText({ page: { file, adoption, seal } }: { page: RecordPage }) {
  const { t } = useLocale()
  if (!adoption?.final) return null
  const path = `/files/${referenceInAddress(file.reference)}`
  const { number, sha256, comparedWith } = adoption.final
  return (
    <>
      <p>
        <Link to={`${path}/versions/${number}`}>{t('record.final-text', { number })}</Link>{' '}
        <Hash sha256={sha256} />{' '}
        {comparedWith === null ? (
          // Others are not told whether somebody else was given a version.
          file.isOurs && <span className="soft">{t('record.never-shared')}</span>
        ) : (
          <Link to={`${path}/compare?from=${comparedWith}&to=${number}`}>
            {t('record.compare-final', { number: comparedWith })}
          </Link>
        )}
      </p>
      <SealedRecord
        state={seal}
        href={`/register/measures/${referenceInAddress(file.reference)}/sealed.json`}
      />
    </>
  )
}
