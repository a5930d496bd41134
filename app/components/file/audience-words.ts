import type { Audience } from '#app/measures/audience.ts'
import { type DelegationCode, inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { useLocale } from '../locale.tsx'

/** Whom an audience is, in words: named delegations by their names. */
export function useAudienceWords(): (audience: Audience) => string {
  const { t, list, stateName } = useLocale()
  return (audience) =>
    audience.kind === 'named'
      ? list(inProtocolOrder(audience.delegations).map(stateName))
      : t(`terms.audience.${audience.kind}`)
}

/**
 * Whom words on a file have reached. The owner of the file has those of others whoever is named, so
 * it is named, and first.
 */
export function useReachWords(): (
  audience: Audience,
  parties: { owner: DelegationCode; author: DelegationCode },
) => string {
  const { t, list, stateName } = useLocale()
  const audienceWords = useAudienceWords()
  return (audience, { owner, author }) => {
    switch (audience.kind) {
      case 'owner':
      case 'owner-commission':
        return t(`comments.reach.${audience.kind}`, { owner: stateName(owner) })
      case 'all':
        return audienceWords(audience)
      case 'named': {
        const named = inProtocolOrder(audience.delegations).filter((code) => code !== owner)
        return list((owner === author ? named : [owner, ...named]).map(stateName))
      }
    }
  }
}
