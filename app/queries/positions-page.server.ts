import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { entriesOf } from '#app/text/entries.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { findStated, standingsFor } from './standings.server.ts'
import { findRoomHead, findTextToRead, findVersionToRead } from './version-to-read.server.ts'

/**
 * Who stands where on a version, as a whole and on each entry, with what was said before. Without a
 * number it is the newest version that this person may read.
 */
export async function findPositionsPage(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
) {
  const { db } = deps
  // Read first: what is recorded while the rest is being read is told as a change.
  const eventId = await findLastEventId(db)
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, file, version } = found
  const [head, text, stated] = await Promise.all([
    findRoomHead(deps, actor, found),
    findTextToRead(deps, actor, found),
    findStated(db, measure, version),
  ])
  return {
    ok: true as const,
    page: {
      ...head,
      /** Everything up to this event is in it. */
      eventId,
      entries: entriesOf(text.content).map(({ path, heading }) => ({ code: path, heading })),
      standings: standingsFor({ ...found, actor, text }, stated),
      /** Makes the form that is on the page now one act, however often it is sent. */
      key: randomUUID(),
      may: {
        statePosition:
          measure.stage !== 'withdrawn' &&
          version.kind !== 'final' &&
          can(actor, 'state-position', { file, version }).ok,
      },
    },
  }
}

export type PositionsPage = Extract<
  Awaited<ReturnType<typeof findPositionsPage>>,
  { ok: true }
>['page']
