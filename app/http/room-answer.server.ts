import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Refusal } from '#app/measures/refusals.ts'
import { findRecalledVersion, type RecalledVersion } from '#app/queries/recalled-version.server.ts'
import { refusal } from './refusal.server.ts'

/** What a room of a version answers: the room, or the trace of the version that was recalled. */
export type RoomAnswer<Room> = { room: Room; trace: null } | { room: null; trace: RecalledVersion }

/** In place of a room that is refused: the trace for those who had the version, else the error page. */
export async function traceOf(
  deps: Deps,
  actor: Actor,
  refused: Refusal,
  reference: string,
  number: number | null,
): Promise<RoomAnswer<never>> {
  if (refused.reason !== 'version-recalled' || number === null) throw refusal(refused)
  const found = await findRecalledVersion(deps, actor, reference, number)
  if (!found.ok) throw refusal(found)
  return { room: null, trace: found.trace }
}
