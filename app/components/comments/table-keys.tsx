import { type RefObject, useCallback, useEffect } from 'react'
import { SingleKeys } from './single-keys.tsx'
import { openReply } from './open-reply.ts'
import { step } from './step-through.ts'
import { tableKeys } from './table-key-list.ts'

/** From line to line, to the reply of one, and to send it, without a mouse. */
export function TableKeys({ box }: { box: RefObject<HTMLElement> }) {
  const act = useCallback((key: string) => actOn(key, box), [box])
  useSendingByKey(box)
  return <SingleKeys keys={tableKeys} titleKey="table.keys" act={act} />
}

function actOn(key: string, box: RefObject<HTMLElement>): boolean {
  switch (key) {
    case 'j':
      return step(box.current, 1)
    case 'k':
      return step(box.current, -1)
    case 'a':
      return openReply(document.activeElement?.closest('[data-comment]'))
    default:
      return false
  }
}

/** Ctrl and Enter in a form of the table send it. It is no single key, and cannot be switched off. */
function useSendingByKey(box: RefObject<HTMLElement>) {
  useEffect(() => {
    const send = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey } = event
      if (key !== 'Enter' || !(ctrlKey || metaKey) || !(target instanceof Element)) return
      const form = box.current?.contains(target) ? target.closest('form') : null
      if (!form) return
      event.preventDefault()
      form.requestSubmit()
    }
    document.addEventListener('keydown', send)
    return () => document.removeEventListener('keydown', send)
  }, [box])
}
