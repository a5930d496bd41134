import { type RefObject, useEffect } from 'react'

/**
 * The thread in which the reader is, by mouse or keyboard, is the one that is marked in the text.
 *
 * A press takes the focus when it begins, and makes a click only if what was pressed is still under the
 * pointer when it ends. The text comes to the thread's words, and may take the whole page along, so
 * nothing is said of the thread before the press is over.
 */
export function useActiveByFocus(
  list: RefObject<HTMLElement>,
  activate: (threadId: string) => void,
) {
  useEffect(() => {
    const box = list.current
    if (!box) return
    let isPressed = false
    let waiting = ''
    const say = () => {
      if (isPressed || !waiting) return
      activate(waiting)
      waiting = ''
    }
    const follow = ({ target }: FocusEvent) => {
      const threadId = threadAt(target)
      if (!threadId) return
      waiting = threadId
      say()
    }
    const press = () => {
      isPressed = true
    }
    const release = () => {
      isPressed = false
      // The click is told after the release, in the same turn of the browser.
      requestAnimationFrame(say)
    }
    const ending = new AbortController()
    const { signal } = ending
    box.addEventListener('focusin', follow, { signal })
    // A finger's press is over before the browser says it again as that of a mouse, which then clicks.
    for (const type of ['pointerdown', 'mousedown']) {
      box.addEventListener(type, press, { signal, capture: true })
    }
    // A key ends a press whose end was not told, such as one that left the window.
    for (const type of ['pointerup', 'pointercancel', 'mouseup', 'dragend', 'keydown']) {
      window.addEventListener(type, release, { signal, capture: true })
    }
    return () => ending.abort()
  }, [list, activate])
}

/** The thread in whose card something is. */
export function threadAt(target: EventTarget | null): string {
  const card = target instanceof Element && target.closest<HTMLElement>('[data-thread-card]')
  return (card && card.dataset.threadCard) || ''
}
