import { createContext, useContext } from 'react'

/** What belongs to one answer of the server and to no route's data. */
export interface PageFacts {
  /** Marks our own scripts and styles; empty in the browser, which hides it from scripts. */
  nonce: string
  /** Names this request in the log, so that a person can report a failure. */
  incident: string
}

const Context = createContext<PageFacts>({ nonce: '', incident: '' })

export const PageFactsProvider = Context.Provider

export function usePageFacts(): PageFacts {
  return useContext(Context)
}

/** All that the browser learns of a failure behind a page that it has already. */
export function failureMessage(incident: string): string {
  return `incident ${incident}`
}

/** The incident that a failure names itself; on the first page of a visit it is the page's. */
export function useIncident(failure: unknown): string {
  const { incident } = usePageFacts()
  const named = failure instanceof Error ? /^incident ([\w-]+)$/.exec(failure.message)?.[1] : null
  return named ?? incident
}
