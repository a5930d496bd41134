import type { Actor } from '#app/access/actor.ts'
import type { EventOf, EventType } from '#app/measures/events.ts'
import type { Visibility } from '#app/measures/visibility.ts'
import type { Tx } from '../client.server.ts'

/** The circumstances under which an event is applied to the tables. */
export interface Context {
  measureId: string | null
  actor: Pick<Actor, 'personId' | 'delegation' | 'officeId'> | null
  at: Date
  /** Who may learn of it, as it was recorded. */
  lane: Visibility['lane']
}

/** How each kind of event changes the tables. An event that changes none still stands in the record. */
export type Projections<Types extends EventType> = {
  [Type in Types]: (tx: Tx, event: EventOf<Type>, context: Context) => Promise<unknown>
}

export function measureOf({ measureId }: Context): string {
  if (!measureId) throw new Error('this event belongs to a file')
  return measureId
}

export function delegationOf({ actor }: Context) {
  if (!actor) throw new Error('this event has a person')
  return actor.delegation
}
