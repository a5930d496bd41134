import { Form, Link, NavLink, useLocation, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Role } from '#app/measures/roles.ts'
import type { MessageKey } from '#app/messages/messages.ts'
import { LeavingGuard } from './leaving.tsx'
import { useNotedLoading } from './live/use-record-changes.ts'
import { useLocale } from './locale.tsx'

export interface NavigationItem {
  to: string
  label: MessageKey
}

/** The person at this screen, and for whom they act. */
export interface SignedIn {
  id: string
  name: string
  delegation: DelegationCode
  roles: readonly Role[]
}

interface ShellProps {
  person: SignedIn | null
  navigation: readonly NavigationItem[]
  isDemonstration: boolean
  children: ReactNode
}

/** What stands around every screen: who I am and for whom I act, where I can go, what this is. */
export function Shell({ person, navigation, isDemonstration, children }: ShellProps) {
  const { t } = useLocale()
  useFocusOnNewPage()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <Progress />
      <LeavingGuard />
      <header>
        {isDemonstration && <p className="mode-band">{t('shell.demonstration')}</p>}
        <Masthead person={person} />
        <nav className="mainnav" aria-label={t('shell.navigation')}>
          <ul>
            {navigation.map(({ to, label }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'}>
                  {t(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {children}
      <Footer />
    </>
  )
}

/**
 * A page reached by a link begins at its content, as a loaded one does; filters and live changes
 * leave the focus where it is.
 */
function useFocusOnNewPage() {
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!hash) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }, [pathname, hash])
}

/** Seen only when the next page takes longer than a moment. */
function Progress() {
  const { state } = useNavigation()
  useNotedLoading()
  return <div className="progress" data-active={state !== 'idle'} aria-hidden="true" />
}

function Masthead({ person }: { person: SignedIn | null }) {
  const { t, stateName } = useLocale()
  return (
    <div className="masthead">
      <div className="masthead__row">
        <Link className="masthead__portal" to={person ? '/home' : '/'}>
          <Mark />
          <span>
            <span className="masthead__name">{t('shell.portal-name')}</span>
            <span className="masthead__line">{t('shell.portal-line')}</span>
          </span>
        </Link>
        <div className="masthead__who">
          {person ? (
            <>
              <Link className="masthead__person" to="/account">
                <span className="masthead__delegation">{stateName(person.delegation)}</span>
                {person.name}
                {person.roles
                  .map((role) => t(`terms.role.${role}`))
                  // People of the demonstration are named by what they do.
                  .filter((role) => !person.name.includes(role))
                  .map((role) => ` · ${role}`)}
              </Link>
              <Form method="post" action="/sign-out" reloadDocument>
                <button className="masthead__button">{t('shell.sign-out')}</button>
              </Form>
            </>
          ) : (
            <Link className="masthead__button" to="/sign-in">
              {t('shell.sign-in')}
            </Link>
          )}
        </div>
      </div>
    </div>
  )
}

/** Lines that run apart and come together: many drafts, one record. */
function Mark() {
  return (
    <svg className="masthead__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M3 6h8l8 8h10M3 14h6l4 4h16M3 22h16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
      />
      <path d="M3 27h26" fill="none" stroke="#ffd617" strokeWidth="2.5" />
    </svg>
  )
}

function Footer() {
  const { t } = useLocale()
  return (
    <footer className="footer">
      <div className="footer__row">
        <p>{t('shell.authentic')}</p>
        <ul>
          <li>
            <Link to="/register">{t('shell.nav.register')}</Link>
          </li>
          <li>
            <Link to="/help">{t('shell.nav.help')}</Link>
          </li>
        </ul>
        <p>{t('shell.time')}</p>
      </div>
    </footer>
  )
}
