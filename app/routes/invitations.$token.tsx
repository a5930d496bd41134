import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation, whyClosed } from '#app/commands/accept-invitation.server.ts'
import { Button } from '#app/components/button.tsx'
import { Facts } from '#app/components/facts.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { DateTimeText } from '#app/components/when.tsx'
import { demoIssuer } from '#app/demonstration/people.ts'
import type { AppContext } from '#app/http/context.ts'
import { refusal, refusedForm, statusOf } from '#app/http/refusal.server.ts'
import { browserOf, enter, goToProvider } from '#app/http/sign-in.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findShownInvitation } from '#app/queries/invitation.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('invitations.title'))

export async function loader({ context, params }: LoaderFunctionArgs) {
  const invitation = await requireInvitation(context, params.token)
  const closed = whyClosed(invitation)
  // Whoever finds an old link learns nothing of whom it was for.
  if (closed)
    return json({ closed: closed.reason, open: null }, { status: statusOf(closed.reason) })
  const { name, delegation, roles, until } = invitation
  const { identityProvider, actor } = context
  return json({
    closed: null,
    open: {
      name,
      delegation,
      roles,
      until,
      provider: identityProvider?.name ?? null,
      signedInAs: actor?.name ?? null,
    },
  })
}

/** By signing in one accepts: the identity provider says who is bound to the delegation. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { id: invitationId, ...invitation } = await requireInvitation(context, params.token)
  const closed = whyClosed(invitation)
  if (closed) return refusedForm(closed, {})
  if (context.identityProvider)
    return goToProvider(context, { returnTo: '/home', invitationId, confirms: null })
  const accepted = await acceptInvitation(
    context.deps,
    invitationId,
    { issuer: demoIssuer, subject: `invited-${invitationId}` },
    browserOf(context, request),
  )
  return accepted.ok ? enter(context, accepted.token, '/home') : refusedForm(accepted, {})
}

async function requireInvitation(context: AppContext, token = '') {
  if (!(await context.attempts.mayTry('invitation', context.address, token)))
    throw refusal(refuse('too-many-attempts'))
  const invitation = await findShownInvitation(context.deps, token)
  if (!invitation) throw refusal(refuse('not-found'))
  return invitation
}

export default function Invitation() {
  const { t, list, stateName } = useLocale()
  const { closed, open } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!open)
    return (
      <Page width="narrow">
        <PageHeader title={t('invitations.title')} />
        <Notice kind="warning" title={t(`refusals.${closed}`)} />
      </Page>
    )
  const { name, delegation, roles, until, provider, signedInAs } = open
  return (
    <Page width="narrow">
      <PageHeader
        title={t('invitations.title')}
        kind={stateName(delegation)}
        intro={<p>{t('invitations.intro')}</p>}
      />
      {refused?.refusal && <Notice kind="error" title={t(refused.refusal)} isLive />}
      {signedInAs && <Notice title={t('invitations.signed-in-as', { name: signedInAs })} />}
      <Facts
        facts={[
          { term: t('invitations.name'), value: name },
          { term: t('account.acts-for'), value: stateName(delegation) },
          {
            term: t('account.roles'),
            value: list(roles.map((role) => t(`terms.role.${role}`))),
          },
          { term: t('people.valid-until'), value: <DateTimeText value={until} /> },
        ]}
      />
      <Form method="post" reloadDocument className="form">
        <div className="actions">
          <Button kind="primary">
            {provider ? t('invitations.accept-with', { provider }) : t('invitations.accept')}
          </Button>
        </div>
      </Form>
      <div className="prose">
        <p className="soft">{t('invitations.once')}</p>
      </div>
    </Page>
  )
}
