import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { ThreadView } from './discussion.server.ts'
import type { DelegationStandings } from './standings.server.ts'
import { inTextOrder } from './thread-order.ts'

/** What one reader is to know of a version since an event, at most what the policy lets them. */
export interface DiscussionChanges {
  /** Since the event that was asked with … */
  after: number
  /** … up to this one. */
  eventId: number
  /** More changed than is said here: the page is to be loaded again. */
  isWhole: boolean
  /** Threads as they are now; null where nothing of one is left for this reader. */
  threads: { id: string; thread: ThreadView | null }[]
  /** Delegations that spoke, with all that they say. */
  standings: DelegationStandings[]
}

/** What a page shows of a version's discussion, as it was at an event. */
export interface DiscussionPage {
  eventId: number
  threads?: ThreadView[]
  standings?: DelegationStandings[]
}

/**
 * The page as it is after these changes. Changes may come twice, late or with some missing before
 * them: what is not newer, and what does not follow on what is known, changes nothing.
 */
export function withChanges<Page extends DiscussionPage>(
  page: Page,
  { after, eventId, threads, standings }: DiscussionChanges,
): Page {
  if (after > page.eventId || eventId <= page.eventId) return page
  return {
    ...page,
    eventId,
    ...(page.threads && { threads: withThreads(page.threads, threads) }),
    ...(page.standings && { standings: withStandings(page.standings, standings) }),
  }
}

function withThreads(known: ThreadView[], changed: DiscussionChanges['threads']): ThreadView[] {
  if (changed.length === 0) return known
  const changes = new Map(changed.map(({ id, thread }) => [id, thread]))
  const untouched = known.filter(({ id }) => !changes.has(id))
  return inTextOrder([...untouched, ...[...changes.values()].filter((thread) => thread !== null)])
}

function withStandings(
  known: DelegationStandings[],
  changed: DelegationStandings[],
): DelegationStandings[] {
  if (changed.length === 0) return known
  const all = new Map([...known, ...changed].map((standing) => [standing.delegation, standing]))
  return inProtocolOrder(all.keys()).flatMap((code) => all.get(code) ?? [])
}
