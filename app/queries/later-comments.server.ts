import type { Actor } from '#app/access/actor.ts'
import type { Database } from '#db/client.server.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { matterOf } from './discussion-matter.ts'
import { threadsFor } from './discussion.server.ts'
import { readableVersions } from './file-rooms.server.ts'
import type { VersionToRead } from './version-to-read.server.ts'

/** By the id of a comment or thread, the number of the version on whose page it stands. */
export type LaterComments = Record<string, number>

/**
 * What this person sees of what was said first about a later version than the shown one: a link to it
 * may name the wrong version. It stands on the version that it is about, or on their newest where they
 * do not have that one.
 */
export async function findLaterComments(
  db: Database,
  actor: Actor,
  { measure, file, version }: VersionToRead,
): Promise<LaterComments> {
  const readable = readableVersions(actor, measure)
  const newest = readable.at(-1)
  if (!newest || newest.number <= version.number) return {}
  const discussion = await findDiscussion(db, measure.id, newest.id)
  // Where in the text they are is not asked.
  const reading = { actor, measure, file, version: newest, elements: [], before: null }
  const later: LaterComments = {}
  for (const { id, openedIn, comments } of threadsFor(reading, matterOf(discussion))) {
    if (openedIn <= version.number) continue
    const isReadable = readable.some(({ number }) => number === openedIn)
    const number = isReadable ? openedIn : newest.number
    for (const named of [id, ...comments.map((comment) => comment.id)]) later[named] = number
  }
  return later
}
