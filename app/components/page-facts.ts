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
