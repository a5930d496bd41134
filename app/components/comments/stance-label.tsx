import type { Stance } from '#app/measures/comment.ts'
import { useLocale } from '../locale.tsx'

/** A stance as a word; the sign before it tells stances apart without colour. */
export function StanceLabel({ stance }: { stance: Stance }) {
  const { t } = useLocale()
  return <span className={`stance stance--${stance}`}>{t(`terms.stance.${stance}`)}</span>
}
