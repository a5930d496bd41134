import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Paced } from '#realtime/client-paced.ts'
import { liveConnection, noteLoading, takeHeardWhileLoading } from './connection.ts'

/** The fewest milliseconds between two readings of a page. */
const leastPauseMs = 1_000
/** A page that takes long is asked for less often, so that the busier the portal is, the less is asked. */
const pauseShare = 4

/**
 * Asks the page's loaders again whenever an act is recorded that this person may know of: on one
 * file, or on any (`null`). What is shown is always the loader's answer; the message says only that
 * something changed. Acts that come in one go are answered by one question.
 */
export function useRecordChanges(reference: string | null): void {
  const { revalidate, state } = useRevalidator()
  const reading = useRef<Paced | null>(null)

  useEffect(() => {
    const paced = new Paced(
      () => {
        revalidate()
        return true
      },
      (tookMs) => Math.max(leastPauseMs, pauseShare * tookMs),
    )
    reading.current = paced
    const stop = liveConnection().onChange((change) => {
      if (change && reference && change.reference !== reference) return
      paced.need()
    })
    if (takeHeardWhileLoading()) paced.need()
    return stop
  }, [reference, revalidate])

  useEffect(() => {
    if (state === 'idle') reading.current?.answered()
  }, [state])
}

/** Notes when pages begin to be loaded, once for all of them. */
export function useNotedLoading(): void {
  const { state } = useNavigation()
  useLayoutEffect(() => {
    if (state === 'loading') noteLoading()
  }, [state])
}
