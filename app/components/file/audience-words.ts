import type { Audience } from '#app/measures/audience.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { useLocale } from '../locale.tsx'

/** Whom an audience is, in words: named delegations by their names. */
export function useAudienceWords(): (audience: Audience) => string {
  const { t, list, stateName } = useLocale()
  return (audience) =>
    audience.kind === 'named'
      ? list(inProtocolOrder(audience.delegations).map(stateName))
      : t(`terms.audience.${audience.kind}`)
}
