import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can, fileSubject } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { reached } from '#app/measures/audience.ts'
import { reachOf } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { entriesOf } from '#app/text/entries.ts'
import { findLastEventId } from '#db/event-headers.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import { findStated, standingsFor } from './standings.server.ts'
import { readableVersions } from './version-to-read.server.ts'

/**
 * Who stands where on a version, as a whole and on each entry, with what was said before. Without a
 * number it is the newest version that this person may read.
 */
export async function findPositionsPage(
  { db }: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
) {
  // Read first: what is recorded while the rest is being read is told as a change.
  const eventId = await findLastEventId(db)
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const versions = readableVersions(actor, measure)
  const version = number ? versions.find((version) => version.number === number) : versions.at(-1)
  if (!version) return refuse('not-found')
  const file = fileSubject(measure)
  const [header, text, stated] = await Promise.all([
    getVersionHeader(db, version.id),
    getVersionText(db, version),
    findStated(db, measure, version),
  ])
  const entries = entriesOf(text.content).map(({ path, heading }) => ({ code: path, heading }))
  return {
    ok: true as const,
    page: {
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
        releasedAt: header.releasedAt.toISOString(),
        commentsBy: header.commentsBy,
        coverNote: header.coverNote,
        isRecalled: version.isRecalled,
      },
      versions: versions.map(({ number, kind }) => ({ number, kind })),
      entries,
      standings: standingsFor({ actor, measure, file, version, text }, stated),
      holders: reached(reachOf(measure, version), { owner: measure.owner, author: measure.owner }),
      /** Makes the form that is on the page now one act, however often it is sent. */
      key: randomUUID(),
      may: {
        seeDraft: measure.documentId !== null && can(actor, 'see-draft', file).ok,
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
