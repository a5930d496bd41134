import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { matterOf } from './discussion-matter.ts'
import { threadsFor } from './discussion.server.ts'
import {
  findRoomHead,
  findTextToRead,
  findVersionBefore,
  findVersionToRead,
} from './version-to-read.server.ts'

/**
 * The compiled table of a version: every comment that this person may know of, those of earlier
 * versions too; `compiledLines` puts them by provision and then in protocol order.
 */
export async function findCompiledTable(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
) {
  const { db } = deps
  // Read first: what is recorded while the rest is being read is told as a change.
  const eventId = await findLastEventId(db)
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, version } = found
  const [head, text, before, discussion] = await Promise.all([
    findRoomHead(deps, actor, found),
    findTextToRead(deps, actor, found),
    findVersionBefore(deps, actor, found),
    findDiscussion(db, measure.id, version.id),
  ])
  const reading = { ...found, actor, elements: text.elements, before }
  return {
    ok: true as const,
    table: {
      ...head,
      /** Everything up to this event is in it. */
      eventId,
      threads: threadsFor(reading, matterOf(discussion)),
    },
  }
}

export type CompiledTable = Extract<
  Awaited<ReturnType<typeof findCompiledTable>>,
  { ok: true }
>['table']
