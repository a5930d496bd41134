import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Database } from '#db/client.server.ts'
import { findText } from '#db/documents.server.ts'
import { findLanguage } from '#db/files.server.ts'
import { comparedLines } from './compared-lines.ts'
import { driftLine } from './drifted-pairs.server.ts'
import {
  compareParallel,
  driftsBetween,
  itemsOf,
  type ParallelVersion,
  readParallelVersions,
} from './drifts.server.ts'
import { findFile } from './file-page.server.ts'
import { roomsOf } from './file-rooms.server.ts'
import { findParallelFiles } from './parallel-drafts.server.ts'

/**
 * Two files that are linked as parallel drafts, side by side, for those who may see both and the link:
 * the newest version of each that they read. Of their own file that was not shared yet it is the
 * draft as it stands.
 */
export async function findParallelComparison(
  deps: Deps,
  actor: Actor,
  reference: string,
  otherReference: string,
) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure } = found
  const linked = (await findParallelFiles(deps.db, actor, [measure])).get(measure.id) ?? []
  const other = linked.find((link) => link.measure.reference === otherReference)?.measure
  if (!other) return refuse('not-found')
  const [ours, theirs] = await Promise.all([
    readParallelVersions(deps.db, actor, measure),
    readParallelVersions(deps.db, actor, other),
  ])
  const left = ours.at(-1) ?? (await findOwnDraft(deps.db, actor, measure))
  const right = theirs.at(-1) ?? (await findOwnDraft(deps.db, actor, other))
  return {
    ok: true as const,
    page: {
      reference: measure.reference,
      owner: measure.owner,
      title: toldOf(actor, measure).details.title,
      rooms: roomsOf(actor, measure),
      ours: left && sideOf(measure, left),
      theirs: right && sideOf(other, right),
      other: {
        reference: other.reference,
        owner: other.owner,
        title: toldOf(actor, other).details.title,
      },
      lines: left && right ? comparedLines(compareParallel(left, right).elements) : [],
      drifts: driftsBetween(ours, theirs).map(driftLine),
    },
  }
}

export type ParallelComparison = Extract<
  Awaited<ReturnType<typeof findParallelComparison>>,
  { ok: true }
>['page']

function sideOf(
  { reference, owner }: Measure,
  { number, kind, language, releasedAt }: ParallelVersion,
) {
  return { reference, owner, number, kind, language, releasedAt }
}

/** The number 0 stands for the draft that nobody else has. */
async function findOwnDraft(
  db: Database,
  actor: Actor,
  measure: Measure,
): Promise<ParallelVersion | null> {
  const { documentId } = measure
  if (!documentId || !can(actor, 'see-draft', fileSubject(measure)).ok) return null
  const [text, language] = await Promise.all([
    findText(db, documentId),
    findLanguage(db, measure.id),
  ])
  if (!text) return null
  return {
    reference: measure.reference,
    number: 0,
    kind: 'draft',
    releasedAt: '',
    content: itemsOf(text.content),
    language,
    key: `${documentId} ${text.seq} ${language}`,
  }
}
