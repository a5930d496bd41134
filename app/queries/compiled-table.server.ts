import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { reached } from '#app/measures/audience.ts'
import { reachOf } from '#app/measures/discussion.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { matterOf, threadsFor } from './discussion.server.ts'
import { findTextToRead, findVersionToRead, readableVersions } from './version-to-read.server.ts'

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
  const { measure, file, version } = found
  const [header, text, discussion] = await Promise.all([
    getVersionHeader(db, version.id),
    findTextToRead(deps, actor, file, version),
    findDiscussion(db, measure.id, version.id),
  ])
  const reading = { actor, measure, file, version, elements: text.elements }
  return {
    ok: true as const,
    table: {
      /** Everything up to this event is in it. */
      eventId,
      reference: measure.reference,
      owner: measure.owner,
      title: header.title,
      marking: header.marking,
      stage: measure.stage,
      delegation: actor.delegation,
      version: {
        number: version.number,
        kind: version.kind,
        language: text.language,
        releasedAt: header.releasedAt.toISOString(),
        commentsBy: header.commentsBy,
        coverNote: header.coverNote,
        isRecalled: version.isRecalled,
      },
      versions: readableVersions(actor, measure).map(({ number, kind }) => ({ number, kind })),
      holders: reached(reachOf(measure, version), { owner: measure.owner, author: measure.owner }),
      threads: threadsFor(reading, matterOf(discussion)),
      may: { seeDraft: measure.documentId !== null && can(actor, 'see-draft', file).ok },
    },
  }
}

export type CompiledTable = Extract<
  Awaited<ReturnType<typeof findCompiledTable>>,
  { ok: true }
>['table']
