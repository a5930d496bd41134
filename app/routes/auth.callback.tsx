import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { finishSignIn } from '#app/commands/sign-in-elsewhere.server.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { refusal, statusOf } from '#app/http/refusal.server.ts'
import { attemptCookie, sessionCookie } from '#app/http/session-cookie.ts'
import { browserOf, reportCause } from '#app/http/sign-in.server.ts'
import { refuse } from '#app/measures/refusals.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('sign-in.not-signed-in'))

/** Where the identity provider sends people back to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { identityProvider, deps, attempts, address, origin } = context
  if (!identityProvider) throw refusal(refuse('not-found'))
  if (!(await attempts.mayTry('sign-in', address))) throw refusal(refuse('too-many-attempts'))
  const cookie = attemptCookie(origin)
  const finished = await finishSignIn(deps, identityProvider, {
    token: cookie.read(request.headers.get('Cookie')),
    cameBackTo: new URL(request.url),
    browser: browserOf(context, request),
  })
  const headers = new Headers({ 'Set-Cookie': cookie.remove() })
  if (!finished.ok) {
    reportCause(context, finished)
    const { reason, backTo = null } = finished
    return json({ reason, backTo }, { status: statusOf(reason), headers })
  }
  headers.append('Set-Cookie', sessionCookie(origin).keep(finished.token))
  throw redirect(finished.returnTo, { headers })
}

/** Seen only when nobody was signed in. */
export default function NotSignedIn() {
  const { t } = useLocale()
  const { reason, backTo } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader title={t(backTo ? 'confirm.not-confirmed' : 'sign-in.not-signed-in')} />
      <div className="prose">
        <p>{t(`refusals.${reason}`)}</p>
        <p>
          <ButtonLink to={backTo ?? '/sign-in'} kind="primary">
            {t(backTo ? 'confirm.back' : 'sign-in.again')}
          </ButtonLink>
        </p>
      </div>
    </Page>
  )
}
