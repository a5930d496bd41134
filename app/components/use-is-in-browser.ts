import { useSyncExternalStore } from 'react'

/** A text that is written lives in the browser only; the server's page says that it is being opened. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
