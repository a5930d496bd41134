import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { liveConnection } from './connection.ts'

/**
 * Asks the page's loaders again whenever an act is recorded that this person may know of: on one
 * file, or on any (`null`). What is shown is always the loader's answer; the message says only that
 * something changed. Acts that come in one go are answered by one question.
 */
export function useRecordChanges(reference: string | null): void {
  const { revalidate, state } = useRevalidator()
  const isStale = useRef(false)

  useEffect(
    () =>
      liveConnection().onChange((change) => {
        if (change && reference && change.reference !== reference) return
        isStale.current = true
        revalidate()
      }),
    [reference, revalidate],
  )

  // What changed while the loaders were being asked is not in their answer.
  const last = useRef(state)
  useEffect(() => {
    const isDone = last.current === 'loading' && state === 'idle'
    last.current = state
    if (state === 'loading') isStale.current = false
    if (isDone && isStale.current) revalidate()
  }, [state, revalidate])
}
