import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { formOf } from '#app/http/form.server.ts'
import { goToProvider } from '#app/http/sign-in.server.ts'
import { returnAddress } from '#app/http/return-address.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('sign-in.title'))

export function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, identityProvider } = context
  const returnTo = returnAddress(new URL(request.url).searchParams.get('return'))
  if (!identityProvider)
    throw redirect(`/sign-in/demonstration?return=${encodeURIComponent(returnTo)}`)
  if (actor) throw redirect(returnTo)
  return json({ returnTo, provider: identityProvider.name })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  return goToProvider(context, {
    returnTo: returnAddress(form.get('return')),
    invitationId: null,
    confirms: null,
  })
}

export default function SignIn() {
  const { t } = useLocale()
  const { returnTo, provider } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page width="narrow">
      <PageHeader title={t('sign-in.title')} intro={<p>{t('sign-in.intro')}</p>} />
      {refused?.refusal && <Notice kind="error" title={t(refused.refusal)} isLive />}
      <Form method="post" reloadDocument className="form">
        <input type="hidden" name="return" value={returnTo} />
        <div className="actions">
          <Button kind="primary">{t('sign-in.with-provider', { provider })}</Button>
        </div>
      </Form>
      <div className="prose">
        <p>{t('sign-in.invited')}</p>
        <p className="soft">{t('sign-in.session')}</p>
      </div>
    </Page>
  )
}
