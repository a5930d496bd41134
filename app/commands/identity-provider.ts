import type { Refusal, Result } from '#app/measures/refusals.ts'
import type { Identity } from '#db/people.server.ts'

/** What only we and the browser's own sign-in may know until the provider answers. */
export interface Challenge {
  state: string
  nonce: string
  codeVerifier: string
}

/** A refusal, and for the operator's log what was wrong. */
export type ProviderRefusal = Refusal & { cause?: unknown }

export interface Answer {
  identity: Identity
  /** When the provider saw a second factor of theirs; null where it does not say that it did. */
  secondFactorAt: Date | null
}

/** Who says who somebody is. */
export interface IdentityProvider {
  /** How the sign-in page calls it: its host. */
  name: string
  /**
   * Where to send the browser, and what to remember until it comes back. `isAnew`: whoever is signed in there
   * already has to show who they are once more, with a second factor.
   */
  begin(how: {
    isAnew: boolean
  }): Promise<Result<{ url: string; challenge: Challenge }> | ProviderRefusal>
  /** Whom the provider names, if the address that the browser came back to answers the challenge. */
  finish(
    cameBackTo: URL,
    challenge: Challenge & { isAnew: boolean },
  ): Promise<Result<Answer> | ProviderRefusal>
}
