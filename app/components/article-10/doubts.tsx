import type { RequirementWarning } from '#app/measures/article-10.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/** Where the law is doubtful: it warns, and the act is recorded all the same. */
export function Doubts({ doubts }: { doubts: readonly RequirementWarning[] }) {
  const { t } = useLocale()
  if (doubts.length === 0) return null
  return (
    <Notice kind="warning" title={t('article10.doubtful')}>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{t(`article10.warning.${doubt}`)}</li>
        ))}
      </ul>
      <p>{t('article10.doubtful-words')}</p>
    </Notice>
  )
}
