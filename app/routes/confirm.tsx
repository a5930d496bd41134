import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { SecondFactorForm } from '#app/components/record/second-factor.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { returnAddress } from '#app/http/return-address.ts'
import { goToProvider } from '#app/http/sign-in.server.ts'
import { refuse } from '#app/measures/refusals.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('confirm.title'))

/** Where somebody who is signed in shows again, with a second factor, that it is them. */
export function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request)
  if (!context.identityProvider) throw refusal(refuse('not-found'))
  return json({ returnTo: returnAddress(new URL(request.url).searchParams.get('return')) })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await formOf(request)
  return goToProvider(context, {
    returnTo: returnAddress(form.get('return')),
    invitationId: null,
    confirms: actor.personId,
  })
}

export default function Confirm() {
  const { t } = useLocale()
  const { returnTo } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page width="narrow">
      <PageHeader title={t('confirm.title')} intro={<p>{t('confirm.intro')}</p>} />
      {refused?.refusal && <Notice kind="error" title={t(refused.refusal)} isLive />}
      <SecondFactorForm returnTo={returnTo} />
    </Page>
  )
}
