import { type RefObject, useCallback } from 'react'
import { roomKeys } from './room-key-list.ts'
import { SingleKeys } from './single-keys.tsx'
import { step } from './step-through.ts'

export interface RoomActs {
  compose: () => void
}

/** The single keys of the comments room. */
export function RoomKeys({ list, compose }: { list: RefObject<HTMLElement> } & RoomActs) {
  const act = useCallback((key: string) => actOn(key, list, compose), [list, compose])
  return <SingleKeys keys={roomKeys} titleKey="comments.keys-title" act={act} />
}

function actOn(key: string, list: RefObject<HTMLElement>, compose: () => void): boolean {
  const focused = document.activeElement?.closest<HTMLElement>('[data-comment]') ?? null
  switch (key) {
    case 'j':
      return step(list.current, 1)
    case 'k':
      return step(list.current, -1)
    case 'c':
      compose()
      return true
    case 'r':
      return click(focused, '.release')
    case 'a':
      return click(focused, '.answer > summary')
    case 'p':
      return click(focused?.closest('.thread') ?? null, '.thread__place')
    default:
      return false
  }
}

function click(inside: Element | null, selector: string): boolean {
  const found = inside?.querySelector<HTMLElement>(selector)
  found?.click()
  return found !== null && found !== undefined
}
