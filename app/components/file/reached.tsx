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
