import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changePerson } from '#app/commands/change-person.server.ts'
import { deactivatePerson } from '#app/commands/deactivate-person.server.ts'
import { endRole } from '#app/commands/end-role.server.ts'
import { endSessionsOf } from '#app/commands/end-sessions.server.ts'
import { grantRole } from '#app/commands/grant-role.server.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Departure, OpenSessions, PersonForm } from '#app/components/people/person-forms.tsx'
import { GrantForm, HeldRoles } from '#app/components/people/roles-forms.tsx'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { grantInput, personInput } from '#app/measures/people-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { personPage } from '#app/queries/people.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => data?.person.name ?? t('people.title'))

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await personPage(context.deps, actor, requirePersonId(params))
  if (!page.ok) throw refusal(page)
  return json({ ...page, key: randomUUID() })
}

function requirePersonId({ personId }: LoaderFunctionArgs['params']): string {
  const id = z.uuid().safeParse(personId)
  if (!id.success) throw refusal(refuse('not-found'))
  return id.data
}

const endRoleInput = z.object({ grantId: z.uuid('form.stale') })

/** The forms of this page tell themselves apart by `act`, which comes back with what was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const personId = requirePersonId(params)
  const sent = await formOf(request)
  const { deps } = context
  switch (sent.get('act')) {
    case 'grant': {
      const form = checkForm(sent, grantInput)
      if (!form.ok) return form.response
      const done = await grantRole(deps, actor, personId, form.input)
      return done.ok ? redirect(`/people/${personId}`) : refusedForm(done, form.values)
    }
    case 'end-role': {
      const form = checkForm(sent, endRoleInput)
      if (!form.ok) return form.response
      const done = await endRole(deps, actor, personId, form.input.grantId)
      return done.ok ? redirect(`/people/${personId}`) : refusedForm(done, form.values)
    }
    case 'change': {
      const form = checkForm(sent, personInput)
      if (!form.ok) return form.response
      const done = await changePerson(deps, actor, personId, form.input)
      return done.ok ? redirect(`/people/${personId}`) : refusedForm(done, form.values)
    }
    case 'end-sessions': {
      const done = await endSessionsOf(deps, actor, personId)
      return done.ok ? redirect(`/people/${personId}`) : refusedForm(done, { act: 'end-sessions' })
    }
    case 'deactivate': {
      const done = await deactivatePerson(deps, actor, personId)
      return done.ok ? redirect('/people') : refusedForm(done, { act: 'deactivate' })
    }
    default:
      return refusedForm(refuse('invalid-input'), {})
  }
}

export default function Person() {
  const { t } = useLocale()
  const { person, grants, mayGrant, openSessions, lastSeen, offices, roles, key } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const act = refused?.values?.act
  const hasOwnForm = act === 'grant' || act === 'change'
  return (
    <Page>
      <PageHeader
        title={person.name}
        crumbs={[{ label: t('people.title'), to: '/people' }]}
        labels={!person.isActive && <StatusLabel tone="ended">{t('people.left')}</StatusLabel>}
      />
      {refused?.refusal && !hasOwnForm && <Notice kind="error" title={t(refused.refusal)} isLive />}
      {person.isActive ? (
        <Columns>
          <div>
            <Section title={t('people.roles')}>
              <HeldRoles name={person.name} grants={grants} />
            </Section>
            <Section title={t('people.give-role')} intro={t('people.give-role-intro')}>
              {mayGrant ? (
                <GrantForm state={act === 'grant' ? refused : null} formKey={key} roles={roles} />
              ) : (
                <p>{t('refusals.own-grants')}</p>
              )}
            </Section>
            <Section title={t('people.details')}>
              <PersonForm
                state={act === 'change' ? refused : null}
                person={person}
                offices={offices}
              />
            </Section>
          </div>
          <div>
            <Panel title={t('people.sessions')}>
              <OpenSessions count={openSessions} lastSeen={lastSeen} />
            </Panel>
            <Panel title={t('people.leave')}>
              <Departure name={person.name} isLast={person.isLastAdministrator} />
            </Panel>
          </div>
        </Columns>
      ) : (
        <p>{t('people.left-words')}</p>
      )}
    </Page>
  )
}
