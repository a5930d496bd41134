import { useLocation, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

interface Announcement {
  id: number
  text: string
}

const Context = createContext<(text: string) => void>(() => {})

/** How many stay on the screen; all of them stay in the page that they are about. */
const SHOWN = 3

/**
 * Says what changed elsewhere ("New comment from Germany"), to eyes and ears, without taking the
 * focus. A message stays until it is closed, newer ones push it out, or another page is
 * opened: nobody must read in haste, and none speaks of a page that is left.
 */
export function Announcements({ children }: { children: ReactNode }) {
  const { t } = useLocale()
  const [shown, setShown] = useState<readonly Announcement[]>([])
  const next = useRef(0)
  const { pathname } = useLocation()
  const { location: opening } = useNavigation()
  const isLeaving = opening !== undefined && opening.pathname !== pathname
  const [wasLeaving, setWasLeaving] = useState(isLeaving)
  if (isLeaving !== wasLeaving) {
    setWasLeaving(isLeaving)
    if (isLeaving) setShown([])
  }

  const announce = useCallback((text: string) => {
    const id = next.current++
    setShown((current) =>
      [...current.filter((one) => one.text !== text), { id, text }].slice(-SHOWN),
    )
  }, [])
  const close = (id: number) => setShown((current) => current.filter((one) => one.id !== id))

  return (
    <Context.Provider value={announce}>
      {children}
      <div className="announcements" role="log" aria-label={t('common.announcements')}>
        {shown.map(({ id, text }) => (
          <div key={id} className="announcement">
            <Icon name="info" />
            <p>{text}</p>
            <button type="button" aria-label={t('common.close')} onClick={() => close(id)}>
              <Icon name="cross" />
            </button>
          </div>
        ))}
      </div>
    </Context.Provider>
  )
}

/** Gives the function with which a screen says that something changed. */
export function useAnnounce(): (text: string) => void {
  return useContext(Context)
}
