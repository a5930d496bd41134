import { createContext, useContext } from 'react'

/** What belongs to one answer of the server and to no route's data. */
export interface PageFacts {
  /** Marks our own scripts and styles; empty in the browser, which hides it from scripts. */
  nonce: string
  /** Names this request in the log, so that a person can report a failure. */
  incident: string
  /** Whether something failed because the database is away. */
  isAway: boolean
  /** Scripts would look for the page at an address that cannot be read, and load it over and over. */
  hasScripts: boolean
}

const Context = createContext<PageFacts>({
  nonce: '',
  incident: '',
  isAway: false,
  hasScripts: true,
})

export const PageFactsProvider = Context.Provider

export function usePageFacts(): PageFacts {
  return useContext(Context)
}

/** All that the browser learns of a failure behind a page that it has already. */
export function failureMessage(incident: string, isAway = false): string {
  return `${isAway ? 'away' : 'incident'} ${incident}`
}

/** What a failure says of itself; on the first page of a visit the page says it. */
export function useFailure(failure: unknown): Pick<PageFacts, 'incident' | 'isAway'> {
  const { incident, isAway } = usePageFacts()
  const [, kind, named] =
    (failure instanceof Error && /^(incident|away) ([\w-]+)$/.exec(failure.message)) || []
  return named === undefined ? { incident, isAway } : { incident: named, isAway: kind === 'away' }
}
