import type { MissingPart } from '#app/measures/notification-pack.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/** What Article 9(2) obliges a notification to hold and this one does not: it warns. */
export function MissingParts({ missing }: { missing: readonly MissingPart[] }) {
  const { t } = useLocale()
  if (missing.length === 0) return null
  return (
    <Notice kind="warning" title={t('record.missing-title')}>
      <ul>
        {missing.map((part) => (
          <li key={part}>{t(`record.missing.${part}`)}</li>
        ))}
      </ul>
      <p>{t('record.missing-words')}</p>
    </Notice>
  )
}
