import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'

/** The measure that this one changes, and those that change it. */
export function RelatedMeasures({ page: { related } }: { page: RecordPage }) {
  const { t } = useLocale()
  if (!related.changes && related.changedBy.length === 0) return null
  return (
    <Section title={t('record.related')}>
      <ul>
        {related.changes && (
          <li>
            {t('record.changes')}{' '}
            <Link to={`/files/${referenceInAddress(related.changes.reference)}/record`}>
              {related.changes.reference}
            </Link>{' '}
            {related.changes.title}
          </li>
        )}
        {related.changedBy.map(({ reference, title, kind, stage }) => (
          <li key={reference}>
            {t(`terms.kind.${kind}`)}{' '}
            <Link to={`/files/${referenceInAddress(reference)}`}>{reference}</Link> {title},{' '}
            {t(`terms.stage.${stage}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
