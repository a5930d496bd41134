import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invitePerson } from '#app/commands/invite-person.server.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { CheckboxGroup } from '#app/components/choices.tsx'
import { Select, TextField } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { OneTimeLink } from '#app/components/people/one-time-link.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { inviteInput } from '#app/measures/people-inputs.ts'
import { invitingPage } from '#app/queries/people.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('people.invite'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await invitingPage(context.deps, actor)
  if (!page.ok) throw refusal(page)
  return json({ ...page, key: randomUUID() })
}

/** Answers with the link itself and not with a redirect: nobody can read it again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, inviteInput, ['roles'])
  if (!form.ok) return form.response
  const invited = await invitePerson(context.deps, actor, form.input)
  if (!invited.ok) return refusedForm(invited, form.values)
  return json({
    made: {
      name: form.input.name,
      url: `${context.origin}/invitations/${invited.token}`,
      until: invited.expiresAt.toISOString(),
    },
  })
}

export default function Invite() {
  const { t } = useLocale()
  const { key, roles, offices, days } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'made' in answer) return <Made {...answer.made} />
  return (
    <Page width="narrow">
      <InviteHeader intro={t('people.invite-intro', { days })} />
      <PortalForm state={answer} hidden={{ key }}>
        <TextField
          name="name"
          label={t('people.name')}
          hint={t('people.name-hint')}
          autoComplete="off"
          maxLength={120}
        />
        <Select
          name="officeId"
          label={t('people.office')}
          isOptional
          emptyLabel={t('people.no-office')}
          options={offices}
        />
        <CheckboxGroup
          name="roles"
          label={t('people.roles')}
          hint={t('people.roles-hint')}
          choices={roles.map((role) => ({
            value: role,
            label: t(`terms.role.${role}`),
            hint: t(`people.role.${role}`),
          }))}
        />
        <div className="actions">
          <Button kind="primary">{t('people.make-invitation')}</Button>
          <ButtonLink to="/people">{t('common.cancel')}</ButtonLink>
        </div>
      </PortalForm>
    </Page>
  )
}

function InviteHeader({ intro }: { intro?: string }) {
  const { t } = useLocale()
  return (
    <PageHeader
      title={t('people.invite')}
      crumbs={[{ label: t('people.title'), to: '/people' }]}
      intro={intro && <p>{intro}</p>}
    />
  )
}

function Made({ name, url, until }: { name: string; url: string; until: string }) {
  const { t, dateTime } = useLocale()
  return (
    <Page width="narrow">
      <InviteHeader />
      <Notice kind="done" title={t('people.link.made', { name })} isLive>
        <p>{t('people.link.words', { until: dateTime(until) })}</p>
      </Notice>
      <OneTimeLink url={url} label={t('people.link.label')} />
      <p>
        <ButtonLink to="/people">{t('people.back')}</ButtonLink>
      </p>
    </Page>
  )
}
