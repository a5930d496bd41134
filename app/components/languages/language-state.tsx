import type { LanguageState } from '#app/measures/language-versions.ts'
import type { ShownHolder } from '#app/queries/list-languages.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'

const tones = {
  original: 'neutral',
  missing: 'bad',
  draft: 'attention',
  checked: 'good',
  published: 'good',
} as const

/** How far a language version is. */
export function LanguageStateLabel({ state }: { state: LanguageState }) {
  const { t } = useLocale()
  return <StatusLabel tone={tones[state]}>{t(`languages.state.${state}`)}</StatusLabel>
}

/** Who has it in hand. */
export function useHolderName() {
  const { t, stateName } = useLocale()
  return (holder: ShownHolder | null): string => {
    if (!holder) return t('languages.nobody')
    const state = stateName(holder.delegation)
    return holder.name
      ? t('languages.holder-of', { state, name: holder.name })
      : t('languages.somebody-of', { state })
  }
}
