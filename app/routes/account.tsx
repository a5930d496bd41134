import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endOwnSession, endOwnSessions } from '#app/commands/end-sessions.server.ts'
import { Button } from '#app/components/button.tsx'
import { Facts } from '#app/components/facts.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { browserName } from '#app/components/people/browser-name.ts'
import { GrantsList } from '#app/components/people/grants-list.tsx'
import { Section } from '#app/components/section.tsx'
import { SenderField } from '#app/components/sender.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { Table } from '#app/components/table.tsx'
import { DateTimeText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { accountPage } from '#app/queries/account.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('account.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return json(await accountPage(context.deps, actor, context.sessionId))
}

const input = z.object({ session: z.string().max(64).optional() })

/** Without the id of one session, all of them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, input)
  if (!form.ok) return form.response
  const { session } = form.input
  if (session && session !== context.sessionId) {
    await endOwnSession(context.deps, actor, session)
    return redirect('/account')
  }
  if (session) await endOwnSession(context.deps, actor, session)
  else await endOwnSessions(context.deps, actor)
  return redirect('/', { headers: { 'Set-Cookie': sessionCookie(context.origin).remove() } })
}

export default function Account() {
  const { t, list, stateName } = useLocale()
  const { name, delegation, office, grants, mayRelease, administrators, sessions } =
    useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader title={name} kind={t('account.title')} />
      <Section title={t('account.who')}>
        <Facts
          facts={[
            { term: t('account.acts-for'), value: stateName(delegation) },
            { term: t('account.office'), value: office ?? t('account.no-office') },
            {
              term: t('account.roles'),
              value: grants.length > 0 ? <GrantsList grants={grants} /> : t('account.no-roles'),
            },
            {
              term: t('account.release'),
              value: mayRelease ? t('account.may-release') : t('account.may-not-release'),
            },
            {
              term: t('account.administrators'),
              value:
                administrators.length > 0 ? list(administrators) : t('account.no-administrators'),
            },
          ]}
        />
      </Section>
      <Section
        title={t('account.sessions')}
        intro={t('sign-in.session')}
        actions={
          <Form method="post" reloadDocument className="form--inline">
            <SenderField />
            <Button>{t('account.end-all')}</Button>
          </Form>
        }
      >
        <SessionsTable sessions={sessions} />
      </Section>
    </Page>
  )
}

type SessionRow = ReturnType<typeof useLoaderData<typeof loader>>['sessions'][number]

function SessionsTable({ sessions }: { sessions: readonly SessionRow[] }) {
  const { t } = useLocale()
  const deviceOf = ({ userAgent }: SessionRow) => {
    const known = browserName(userAgent)
    return known ? t('account.browser', known) : t('account.unknown-browser')
  }
  return (
    <Table
      caption={t('account.sessions')}
      isCaptionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'device',
          heading: t('account.device'),
          cell: (session) => (
            <>
              {deviceOf(session)}{' '}
              {session.isThis && <StatusLabel tone="good">{t('account.this-one')}</StatusLabel>}
            </>
          ),
        },
        {
          key: 'since',
          heading: t('account.since'),
          isNarrow: true,
          cell: ({ since }) => <DateTimeText value={since} />,
        },
        {
          key: 'seen',
          heading: t('account.last-seen'),
          isNarrow: true,
          cell: ({ lastSeen }) => <DateTimeText value={lastSeen} />,
        },
        {
          key: 'until',
          heading: t('account.until'),
          isNarrow: true,
          cell: ({ until }) => <DateTimeText value={until} />,
        },
        {
          key: 'end',
          heading: <span className="heard">{t('account.end')}</span>,
          isNarrow: true,
          cell: (session) => (
            <Form method="post" reloadDocument={session.isThis}>
              <SenderField />
              <Button
                kind="quiet"
                name="session"
                value={session.id}
                aria-label={t('account.end-of', { device: deviceOf(session) })}
              >
                {t('account.end')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
