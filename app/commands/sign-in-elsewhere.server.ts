import { type Refusal, refuse, type Result } from '#app/measures/refusals.ts'
import { keepAttempt, takeAttempt } from '#db/sign-in-attempts.server.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import type { Deps } from './deps.ts'
import type { IdentityProvider, ProviderRefusal } from './identity-provider.ts'
import { type Browser, signIn } from './sign-in.server.ts'

/**
 * Signing in at the identity provider, in two steps: the browser is sent there with a challenge,
 * and comes back with an answer. The challenge stays in the database and is taken once; the browser
 * holds a token that finds it, so that an answer begun elsewhere is worth nothing here.
 */

interface Purpose {
  returnTo: string
  /** The invitation that the person accepts by signing in. */
  invitationId: string | null
  /** Who is signed in and has to show again, with a second factor, that it is them. */
  confirms: string | null
}

export async function beginSignIn(
  { db }: Deps,
  provider: IdentityProvider,
  purpose: Purpose,
): Promise<Result<{ url: string; token: string }> | ProviderRefusal> {
  const begun = await provider.begin({ isAnew: purpose.confirms !== null })
  if (!begun.ok) return begun
  const token = await db.transaction((tx) => keepAttempt(tx, { ...begun.challenge, ...purpose }))
  return { ok: true, url: begun.url, token }
}

export async function finishSignIn(
  deps: Deps,
  provider: IdentityProvider,
  { token, cameBackTo, browser }: { token: string | null; cameBackTo: URL; browser: Browser },
): Promise<
  | { ok: true; token: string; returnTo: string }
  /** `backTo`: where somebody stays signed in who did not show again who they are. */
  | (Refusal & { cause?: unknown; backTo?: string })
> {
  const attempt = await takeAttempt(deps.db, token)
  if (!attempt) return refuse('sign-in-interrupted')
  const answer = await provider.finish(cameBackTo, {
    ...attempt,
    isAnew: attempt.confirms !== null,
  })
  const { invitationId, returnTo, confirms } = attempt
  const backTo = confirms ? returnTo : undefined
  if (!answer.ok) return { ...answer, backTo }
  if (confirms && !answer.secondFactorAt) return { ...refuse('second-factor-missing'), backTo }
  const signedIn = invitationId
    ? await acceptInvitation(deps, invitationId, answer.identity, browser)
    : await signIn(deps, answer, browser, confirms)
  return signedIn.ok ? { ...signedIn, returnTo } : { ...signedIn, backTo }
}
