import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { WriterName } from './inside-talk.tsx'
import type { WordingToMerge } from './wordings-to-merge.ts'

interface MergeWordingsProps {
  wordings: readonly WordingToMerge[]
  /** What the merged comment is to propose. */
  wording: string
  take: (wording: string) => void
}

/** What those to be merged propose and the merged comment would not, before it is made. */
export function MergeWordings({ wordings, wording, take }: MergeWordingsProps) {
  const { t } = useLocale()
  const left = wordings.filter((one) => one.wording.trim() !== wording.trim() || !one.isForFirst)
  if (left.length === 0) return null
  return (
    <Notice kind="warning" title={t('comments.merge-left-out', { count: left.length })} isLive>
      <ul>
        {left.map(({ comment, wording, isForFirst }) => (
          <li key={comment.id}>
            <WriterName {...comment} />:{' '}
            {wording === '' ? t('comments.merge-takes-out') : <ins>{wording}</ins>}{' '}
            {isForFirst ? (
              <Button type="button" kind="quiet" onClick={() => take(wording)}>
                {t('comments.merge-take-wording')}
              </Button>
            ) : (
              <span className="soft">{t('comments.merge-elsewhere')}</span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
