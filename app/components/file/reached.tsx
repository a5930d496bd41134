import type { Audience } from '#app/measures/audience.ts'
import { useLocale } from '../locale.tsx'
import { useAudienceWords } from './audience-words.ts'

/** In a confirmation: who learns at once of an act that ends what was shared with them. */
export function Reached({ audience }: { audience: Audience }) {
  const { t } = useLocale()
  const audienceWords = useAudienceWords()
  return (
    <p>
      <strong>
        {audience.kind === 'owner'
          ? t('file.reaches-nobody')
          : t('file.reaches', { whom: audienceWords(audience) })}
      </strong>
    </p>
  )
}

/** In a confirmation: whom a release reaches, as its fields say; null: nobody is chosen yet. */
export function ReleaseReaches({ audience }: { audience: Audience | null }) {
  const { t } = useLocale()
  const audienceWords = useAudienceWords()
  return (
    <p>
      <strong>
        {audience
          ? t('share.reaches', { whom: audienceWords(audience) })
          : t('share.reaches-nobody')}
      </strong>
    </p>
  )
}
