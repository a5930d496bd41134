import { type RefObject, useCallback, useRef, useState } from 'react'
import { useLocale } from '../locale.tsx'
import { openReply } from './open-reply.ts'
import { roomKeys } from './room-key-list.ts'
import { SingleKeys } from './single-keys.tsx'
import { step } from './step-through.ts'

export interface RoomActs {
  compose: () => void
}

/** The single keys of the comments room. */
export function RoomKeys({ list, compose }: { list: RefObject<HTMLElement> } & RoomActs) {
  const { t } = useLocale()
  /** The comment from which one went to its place in the text. */
  const left = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const act = useCallback(
    (key: string) => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-comment]') ?? null
      setSaid('')
      switch (key) {
        case 'j':
          return step(list.current, 1, left.current)
        case 'k':
          return step(list.current, -1, left.current)
        case 'c':
          compose()
          return true
        case 'r':
          return click(focused, '.release')
        case 'a':
          return openReply(focused)
        case 'p': {
          const thread = focused?.closest('.thread') ?? null
          if (!click(thread, '.thread__place')) return false
          left.current = focused?.dataset.comment ?? null
          const title = thread?.querySelector('.thread__title')?.getAttribute('aria-label') ?? ''
          setSaid(t('comments.place-shown', { thread: title }))
          return true
        }
        default:
          return false
      }
    },
    [list, compose, t],
  )
  return (
    <>
      <SingleKeys keys={roomKeys} titleKey="comments.keys-title" act={act} />
      <output className="heard">{said}</output>
    </>
  )
}

function click(inside: Element | null, selector: string): boolean {
  const found = inside?.querySelector<HTMLElement>(selector)
  found?.click()
  return found !== null && found !== undefined
}
