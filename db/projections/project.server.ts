import type { EventOf, EventType, RecordedEvent } from '#app/measures/events.ts'
import type { Tx } from '../client.server.ts'
import { commentProjections } from './comments.server.ts'
import type { Context, Projections } from './context.ts'
import { jointCommentProjections } from './joint-comments.server.ts'
import { lifeProjections } from './life.server.ts'
import { peopleProjections } from './people.server.ts'
import { proofProjections } from './proof.server.ts'
import { publicationProjections } from './publication.server.ts'
import { wordProjections } from './word.server.ts'
import { relianceProjections } from './reliance.server.ts'

const projections: Projections<EventType> = {
  ...lifeProjections,
  ...commentProjections,
  ...jointCommentProjections,
  ...publicationProjections,
  ...relianceProjections,
  ...peopleProjections,
  ...proofProjections,
  ...wordProjections,
}

/** Applies an event to the tables that are derived from the record. */
export async function project<Type extends EventType>(
  tx: Tx,
  event: EventOf<Type> & RecordedEvent,
  context: Context,
): Promise<void> {
  const apply: (tx: Tx, event: EventOf<Type>, context: Context) => Promise<unknown> =
    projections[event.type as Type]
  await apply(tx, event, context)
}
