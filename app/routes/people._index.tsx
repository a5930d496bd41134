import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeSettings } from '#app/commands/change-settings.server.ts'
import { withdrawInvitation } from '#app/commands/withdraw-invitation.server.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Checkbox } from '#app/components/choices.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextField } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { SenderField } from '#app/components/sender.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { GrantsList } from '#app/components/people/grants-list.tsx'
import { Section } from '#app/components/section.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { Table } from '#app/components/table.tsx'
import { DateTimeText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { settingsInput } from '#app/measures/people-inputs.ts'
import { peoplePage } from '#app/queries/people.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('people.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await peoplePage(context.deps, actor)
  if (!page.ok) throw refusal(page)
  return json(page)
}

const withdrawal = z.object({ invitation: z.uuid('form.stale') })

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const sent = await formOf(request)
  if (sent.has('invitation')) {
    const form = checkForm(sent, withdrawal)
    if (!form.ok) return form.response
    const withdrawn = await withdrawInvitation(context.deps, actor, form.input.invitation)
    return withdrawn.ok ? redirect('/people') : refusedForm(withdrawn, form.values)
  }
  const form = checkForm(sent, settingsInput)
  if (!form.ok) return form.response
  const changed = await changeSettings(context.deps, actor, form.input)
  return changed.ok ? redirect('/people') : refusedForm(changed, form.values)
}

export default function People() {
  const { t, stateName } = useLocale()
  const { delegation, people, invitations, settings, mayLetDraftersRelease } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isOfInvitations = refused?.values !== undefined && 'invitation' in refused.values
  return (
    <Page>
      <PageHeader
        title={t('people.title')}
        kind={stateName(delegation)}
        intro={<p>{t('people.intro')}</p>}
        actions={
          <ButtonLink to="/people/invite" kind="primary">
            {t('people.invite')}
          </ButtonLink>
        }
      />
      <PeopleTable people={people} />
      <Section title={t('people.invitations')}>
        {isOfInvitations && refused.refusal && (
          <Notice kind="error" title={t(refused.refusal)} isLive />
        )}
        <InvitationsTable invitations={invitations} />
      </Section>
      <Section id="settings" title={t('people.settings')} intro={t('people.settings-intro')}>
        <PortalForm state={isOfInvitations ? null : refused}>
          {mayLetDraftersRelease ? (
            <Checkbox
              name="draftersMayRelease"
              label={t('people.drafters-may-release')}
              hint={t('people.drafters-may-release-hint')}
              isChecked={settings.draftersMayRelease}
            />
          ) : (
            <Notice title={t('people.drafters-do-not-release')}>
              <p>{t('refusals.own-release')}</p>
            </Notice>
          )}
          <TextField
            name="functionalMailbox"
            type="email"
            autoComplete="off"
            label={t('people.mailbox')}
            hint={t('people.mailbox-hint')}
            isOptional
            defaultValue={settings.functionalMailbox ?? ''}
          />
          <div className="actions">
            <Button>{t('people.save-settings')}</Button>
          </div>
        </PortalForm>
      </Section>
    </Page>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function PeopleTable({ people }: Pick<Loaded, 'people'>) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('people.title')}
      isCaptionHidden
      rows={people}
      rowKey={({ id }) => id}
      rowState={({ isActive }) => (isActive ? undefined : 'ended')}
      columns={[
        {
          key: 'name',
          heading: t('people.name'),
          cell: ({ id, name, isSelf }) => (
            <>
              <Link to={`/people/${id}`}>{name}</Link>
              {isSelf && <span className="soft"> {t('people.you')}</span>}
            </>
          ),
        },
        {
          key: 'office',
          heading: t('people.office'),
          cell: ({ office }) => office ?? <span className="soft">{t('people.no-office')}</span>,
        },
        {
          key: 'roles',
          heading: t('people.roles'),
          cell: ({ grants, isActive }) =>
            grants.length > 0 ? (
              <GrantsList grants={grants} />
            ) : (
              <span className="soft">{isActive ? t('people.no-roles') : t('people.left')}</span>
            ),
        },
        {
          key: 'seen',
          heading: t('people.last-active'),
          isNarrow: true,
          cell: ({ lastSeen, openSessions }) => (
            <>
              {lastSeen ? <DateTimeText value={lastSeen} /> : t('people.never')}
              {openSessions > 0 && (
                <>
                  <br />
                  <StatusLabel tone="good">{t('people.signed-in')}</StatusLabel>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function InvitationsTable({ invitations }: Pick<Loaded, 'invitations'>) {
  const { t, list } = useLocale()
  return (
    <Table
      caption={t('people.invitations')}
      isCaptionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      rowState={({ isExpired }) => (isExpired ? 'ended' : undefined)}
      empty={
        <EmptyState title={t('people.no-invitations')}>
          {t('people.no-invitations-words')}
        </EmptyState>
      }
      columns={[
        { key: 'name', heading: t('people.name'), cell: ({ name }) => name },
        {
          key: 'roles',
          heading: t('people.roles'),
          cell: ({ roles }) => list(roles.map((role) => t(`terms.role.${role}`))),
        },
        {
          key: 'by',
          heading: t('people.invited-by'),
          cell: ({ invitedBy }) => invitedBy ?? t('people.operator'),
        },
        {
          key: 'until',
          heading: t('people.valid-until'),
          isNarrow: true,
          cell: ({ until, isExpired }) =>
            isExpired ? t('people.expired') : <DateTimeText value={until} />,
        },
        {
          key: 'withdraw',
          heading: <span className="heard">{t('people.withdraw')}</span>,
          isNarrow: true,
          cell: ({ id, name }) => (
            <Form method="post">
              <SenderField />
              <Button
                kind="quiet"
                name="invitation"
                value={id}
                aria-label={t('people.withdraw-of', { name })}
              >
                {t('people.withdraw')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
