import { useBlocker } from '@remix-run/react'
import { useCallback, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'
import { isAnythingUnsent, onUnsentChange } from './unsent.ts'

/** Asks before a page is left on which something was typed and not sent; once for the whole page. */
export function LeavingGuard() {
  const isUnsent = useSyncExternalStore(onUnsentChange, isAnythingUnsent, () => false)
  useEffect(askTheBrowserToo, [])
  return isUnsent ? <LeavingDialog /> : null
}

/** Here only while there is something to ask: the router watches each step back for it. */
function LeavingDialog() {
  const { t } = useLocale()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const blocker = useBlocker(
    useCallback<Exclude<Parameters<typeof useBlocker>[0], boolean>>(
      ({ currentLocation, nextLocation }) =>
        // Filters and places within a page leave its forms where they are.
        currentLocation.pathname !== nextLocation.pathname && isAnythingUnsent(),
      [],
    ),
  )
  useEffect(() => {
    if (blocker.state === 'blocked') dialog.current?.showModal()
    else dialog.current?.close()
  }, [blocker.state])

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}w`}
      onClose={() => blocker.state === 'blocked' && blocker.reset()}
    >
      <h2 id={`${id}t`} className="dialog__title">
        <Icon name="warning" /> {t('shell.leaving.title')}
      </h2>
      <p id={`${id}w`} className="dialog__consequences">
        {t('shell.leaving.words')}
      </p>
      <div className="actions">
        <Button type="button" onClick={() => blocker.reset?.()}>
          {t('shell.leaving.stay')}
        </Button>
        <Button type="button" kind="final" onClick={() => blocker.proceed?.()}>
          {t('shell.leaving.leave')}
        </Button>
      </div>
    </dialog>
  )
}

function askTheBrowserToo() {
  const ask = (event: BeforeUnloadEvent) => {
    if (isAnythingUnsent()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
