import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { Announcements } from './components/announcements.tsx'
import { FailurePage } from './components/failure-page.tsx'
import { personMeta } from './components/live/person-meta.ts'
import { SessionBanner } from './components/live/session-banner.tsx'
import { LocaleProvider } from './components/locale.tsx'
import { navigationFor } from './components/navigation.ts'
import { usePageFacts } from './components/page-facts.ts'
import { pageTitle } from './components/page-title.ts'
import type { RootData } from './components/root-data.ts'
import { Shell } from './components/shell.tsx'
import styles from './styles/portal.css?url'

export { keepPage as shouldRevalidate } from './components/keep-page.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error, matches }) =>
  pageTitle(matches, ({ t }) => t(error ? 'errors.title' : 'shell.portal-line'))

export function loader({ context: { actor, mode, recordHead } }: LoaderFunctionArgs): RootData {
  return {
    locale: 'en',
    now: new Date().toISOString(),
    person: actor && {
      id: actor.personId,
      name: actor.name,
      delegation: actor.delegation,
      roles: actor.roles,
    },
    recordHead,
    navigation: navigationFor(actor),
    isDemonstration: mode === 'demo',
  }
}

/** Where the root itself failed, nobody is known; no elapsed days are shown there. */
const NOBODY: RootData = {
  locale: 'en',
  now: new Date(0).toISOString(),
  person: null,
  recordHead: 0,
  navigation: navigationFor(null),
  isDemonstration: false,
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, incident, isAway, hasScripts } = usePageFacts()
  const data = useRouteLoaderData<typeof loader>('root') ?? NOBODY
  return (
    <html lang={data.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="incident" content={incident} data-is-away={isAway || undefined} />
        {data.person && (
          <meta name={personMeta} content={data.person.id} data-record-head={data.recordHead} />
        )}
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={data.locale} now={data.now}>
          <Announcements>
            {data.person && <SessionBanner person={data.person} />}
            <Shell {...data}>{children}</Shell>
          </Announcements>
        </LocaleProvider>
        {hasScripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailurePage error={useRouteError()} />
}
