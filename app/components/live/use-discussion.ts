import { useRevalidator } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type DiscussionPage, withChanges } from '#app/queries/discussion-changes.ts'
import { liveConnection } from './connection.ts'

type ShownPage = DiscussionPage & { reference: string; version: { number: number } }

/**
 * The page as it was loaded, kept as the record is: what is said is asked for in small changes, and
 * the page is loaded again only when something else of it changed. What is shown is always what
 * the policy answered this reader.
 */
export function useDiscussion<Page extends ShownPage>(loaded: Page): Page {
  const [held] = useState(() => new HeldPage(loaded))
  const { revalidate } = useRevalidator()
  const { reference } = loaded
  const version = loaded.version.number

  useEffect(() => held.begin(loaded), [held, loaded])
  useEffect(
    () =>
      liveConnection().followDiscussion({
        reference,
        version,
        after: () => held.read().page.eventId,
        onChanges(changes) {
          if (changes === null || changes.isWhole) revalidate()
          else held.change((page) => withChanges(page, changes))
        },
      }),
    [held, reference, version, revalidate],
  )

  const { from, page } = useSyncExternalStore(held.subscribe, held.read, held.read)
  return from === loaded ? page : loaded
}

interface Shown<Page> {
  /** What was loaded. */
  from: Page
  /** The same with what changed since. */
  page: Page
}

/** What a page shows, between the loader, the connection and React. */
class HeldPage<Page> {
  private shown: Shown<Page>
  private readonly listeners = new Set<() => void>()

  constructor(loaded: Page) {
    this.shown = { from: loaded, page: loaded }
  }

  readonly read = (): Shown<Page> => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  begin(loaded: Page): void {
    if (this.shown.from !== loaded) this.show({ from: loaded, page: loaded })
  }

  change(change: (page: Page) => Page): void {
    const page = change(this.shown.page)
    if (page !== this.shown.page) this.show({ ...this.shown, page })
  }

  private show(shown: Shown<Page>) {
    this.shown = shown
    for (const listener of this.listeners) listener()
  }
}
