import { type RefObject, useEffect, useId, useRef } from 'react'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { useKeysSwitch } from './keys-switch.ts'
import { roomKeys } from './room-key-list.ts'

export interface RoomActs {
  compose: () => void
}

/**
 * Single keys of the room, and the dialog that lists them. They can be switched off (WCAG 2.1.4):
 * people who speak to their computer, or whose aids use the same keys, must not set them off.
 */
export function RoomKeys({ list, compose }: { list: RefObject<HTMLElement> } & RoomActs) {
  const { t } = useLocale()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setIsOn] = useKeysSwitch()

  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (act(event.key, list.current, compose, () => dialog.current?.showModal()))
        event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn, list, compose])

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
          {t('comments.keys-title')}
        </h2>
        <dl className="keys">
          {roomKeys.map(({ keys, words }) => (
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

/** Whether the key meant something. */
function act(key: string, list: HTMLElement | null, compose: () => void, help: () => void) {
  const focused = document.activeElement?.closest<HTMLElement>('[data-comment]') ?? null
  switch (key) {
    case 'j':
      return step(list, focused, 1)
    case 'k':
      return step(list, focused, -1)
    case 'c':
      compose()
      return true
    case 'r':
      return click(focused, '.release')
    case 'a':
      return click(focused, '.answer > summary')
    case 'p':
      return click(focused?.closest('.thread') ?? null, '.thread__place')
    case '?':
      help()
      return true
    default:
      return false
  }
}

function step(list: HTMLElement | null, focused: HTMLElement | null, by: 1 | -1): boolean {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])]
  const at = focused ? all.indexOf(focused) : by === 1 ? -1 : all.length
  const next = all[at + by]
  next?.focus()
  return true
}

function click(inside: Element | null, selector: string): boolean {
  const found = inside?.querySelector<HTMLElement>(selector)
  found?.click()
  return found !== null && found !== undefined
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
