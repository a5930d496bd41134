import { json, redirect } from '@remix-run/node'
import { beginSignIn } from '#app/commands/sign-in-elsewhere.server.ts'
import type { ProviderRefusal } from '#app/commands/identity-provider.ts'
import type { Browser } from '#app/commands/sign-in.server.ts'
import type { FormState } from '#app/components/form-state.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { AppContext } from './context.ts'
import { refusal, statusOf } from './refusal.server.ts'
import { attemptCookie, sessionCookie } from './session-cookie.ts'

/** What is remembered of the browser that signs in. */
export function browserOf(context: AppContext, request: Request): Browser {
  return { sessionId: context.sessionId, userAgent: request.headers.get('User-Agent') }
}

/** The answer that begins a session. */
export function enter(context: AppContext, token: string, returnTo: string) {
  return redirect(returnTo, {
    headers: { 'Set-Cookie': sessionCookie(context.origin).keep(token) },
  })
}

/** Sends the browser to the identity provider; there is none in the demonstration. */
export async function goToProvider(
  context: AppContext,
  purpose: { returnTo: string; invitationId: string | null; confirms: string | null },
) {
  const { identityProvider, deps, attempts, address, origin } = context
  if (!identityProvider) throw refusal(refuse('not-found'))
  if (!(await attempts.mayTry('sign-in', address))) return notNow(refuse('too-many-attempts'))
  const begun = await beginSignIn(deps, identityProvider, purpose)
  if (!begun.ok) {
    reportCause(context, begun)
    return notNow(begun)
  }
  return redirect(begun.url, { headers: { 'Set-Cookie': attemptCookie(origin).keep(begun.token) } })
}

/** The operator is told what was wrong; the browser only that it was. */
export function reportCause(context: AppContext, { cause }: ProviderRefusal) {
  if (cause !== undefined) context.report(cause)
}

/** The session whose person is asked for a second factor before what cannot be undone; null in the demonstration. */
export function askedSession({ identityProvider, sessionId }: AppContext): { id: string } | null {
  return identityProvider ? { id: sessionId ?? '' } : null
}

function notNow({ reason }: ProviderRefusal) {
  const state: FormState = { refusal: `refusals.${reason}` }
  return json(state, { status: statusOf(reason) })
}
