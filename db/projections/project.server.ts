import { eq, sql } from 'drizzle-orm'
import {
  changesTheFile,
  type EventOf,
  type EventType,
  isNewsOfTheFile,
  type RecordedEvent,
} from '#app/measures/events.ts'
import type { Tx } from '../client.server.ts'
import { commentProjections } from './comments.server.ts'
import { measures } from '../schema/measures.ts'
import type { Context, Projections } from './context.ts'
import { jointCommentProjections } from './joint-comments.server.ts'
import { languageProjections } from './languages.server.ts'
import { lifeProjections } from './life.server.ts'
import { peopleProjections } from './people.server.ts'
import { proofProjections } from './proof.server.ts'
import { publicationProjections } from './publication.server.ts'
import { wordProjections } from './word.server.ts'
import { relianceProjections } from './reliance.server.ts'
import { withholdingProjections } from './withholding.server.ts'

const projections: Projections<EventType> = {
  ...lifeProjections,
  ...commentProjections,
  ...jointCommentProjections,
  ...publicationProjections,
  ...relianceProjections,
  ...peopleProjections,
  ...proofProjections,
  ...wordProjections,
  ...languageProjections,
  ...withholdingProjections,
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
  await noteChange(tx, event, context)
}

/** Whether an event changes what a delegation's people are and may do, and no file. */
export function isAboutPeople({ type }: RecordedEvent): boolean {
  return type in peopleProjections
}

async function noteChange(tx: Tx, event: RecordedEvent, { measureId, at, lane }: Context) {
  if (!measureId) return
  const changed = {
    ...(changesTheFile(event) && { revision: sql`${measures.revision} + 1` }),
    ...(lane !== 'inner' && isNewsOfTheFile(event) && { changedAt: at }),
  }
  if (Object.keys(changed).length === 0) return
  await tx.update(measures).set(changed).where(eq(measures.id, measureId))
}
