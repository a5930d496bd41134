import { useEffect, useId, useRef } from 'react'
import type { MessageKey } from '#app/messages/messages.ts'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { useKeysSwitch } from './keys-switch.ts'

export interface KeyWords {
  keys: string
  words: MessageKey
}

interface SingleKeysProps {
  /** As the dialog lists them. */
  keys: readonly KeyWords[]
  titleKey: MessageKey
  /** Whether the key meant something. It is asked anew for each key. */
  act: (key: string) => boolean
}

/**
 * Single keys of a room, and the dialog that lists them. They can be switched off (WCAG 2.1.4):
 * people who speak to their computer, or whose aids use the same keys, must not set them off.
 */
export function SingleKeys({ keys, titleKey, act }: SingleKeysProps) {
  const { t } = useLocale()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setIsOn] = useKeysSwitch()

  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '?') dialog.current?.showModal()
      else if (!act(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn, act])

  return (
    <>
      <Button
        type="button"
        kind="quiet"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {t('comments.keys')} <kbd>?</kbd>
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={`${id}t`}>
        <h2 id={`${id}t`} className="dialog__title">
          {t(titleKey)}
        </h2>
        <dl className="keys">
          {keys.map(({ keys, words }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
        <div className="choice">
          <input
            type="checkbox"
            id={`${id}s`}
            checked={isOn}
            aria-describedby={`${id}h`}
            onChange={({ currentTarget: { checked } }) => setIsOn(checked)}
          />
          <label htmlFor={`${id}s`}>{t('comments.keys-switch')}</label>
          <p id={`${id}h`} className="choice__hint">
            {t('comments.keys-switch-hint')}
          </p>
        </div>
        <div className="actions">
          <Button type="button" onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </Button>
        </div>
      </dialog>
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
