import { useEffect, useRef, useState } from 'react'
import type { SessionState } from '#realtime/client-types.ts'
import { useAnnounce } from '../announcements.tsx'
import { Icon } from '../icon.tsx'
import { useLocale } from '../locale.tsx'
import { SignInElsewhere } from '../sign-in-elsewhere.tsx'

/**
 * Says on every page when the session has ended behind it, or is another person's now. The page
 * stays, with what was typed on it; the banner goes when the same person is signed in again.
 */
export function SessionBanner({ person: { name } }: { person: { name: string } }) {
  const { t } = useLocale()
  const session = useSession()
  return (
    <output className="session-banner">
      {session !== 'here' && (
        <span className="session-banner__row">
          <Icon name="info" />
          <span className="session-banner__words">
            <span>{t(`shell.session.${session}`, { name })}</span>
            <SignInElsewhere isSomebodyElse={session === 'other'} />
          </span>
        </span>
      )}
    </output>
  )
}

function useSession(): SessionState {
  const { t } = useLocale()
  const announce = useAnnounce()
  const [session, setSession] = useState<SessionState>('here')
  const last = useRef<SessionState>('here')
  useEffect(() => {
    let isOver = false
    let stop = () => {}
    void import('./watch-session.ts').then(({ watchSession }) => {
      if (!isOver) stop = watchSession(setSession)
    })
    return () => {
      isOver = true
      stop()
    }
  }, [])
  useEffect(() => {
    if (session === 'here' && last.current !== 'here') announce(t('shell.session.back'))
    last.current = session
  }, [session, announce, t])
  return session
}
