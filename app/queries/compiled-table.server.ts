import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { reached } from '#app/measures/audience.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import { reachOf } from '#app/measures/discussion.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { type CommentView, type ThreadView, threadsFor } from './discussion.server.ts'
import { findTextToRead, findVersionToRead, readableVersions } from './version-to-read.server.ts'

/** One comment at its place: a line of the compiled table. */
export interface CompiledLine {
  thread: Omit<ThreadView, 'comments'>
  comment: CommentView
}

/**
 * The compiled table of a version: every comment that this person may know of, those of earlier
 * versions too, by provision and then in protocol order.
 */
export async function findCompiledTable(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
) {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, file, version } = found
  const { db } = deps
  const [header, text, discussion] = await Promise.all([
    getVersionHeader(db, version.id),
    findTextToRead(deps, actor, file, version),
    findDiscussion(db, measure.id, version.id),
  ])
  const threads = threadsFor({ actor, measure, file, version, elements: text.elements }, discussion)
  return {
    ok: true as const,
    table: {
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
      lines: linesOf(threads),
      may: { seeDraft: measure.documentId !== null && can(actor, 'see-draft', file).ok },
    },
  }
}

export type CompiledTable = Extract<
  Awaited<ReturnType<typeof findCompiledTable>>,
  { ok: true }
>['table']

/** Threads at one place stand together; in a place, protocol order decides, and then time. */
function linesOf(threads: readonly ThreadView[]): CompiledLine[] {
  const places = new Map<string, CompiledLine[]>()
  for (const { comments, ...thread } of threads) {
    const place = placeKey(thread)
    const lines = comments.map((comment) => ({ thread, comment }))
    places.set(place, [...(places.get(place) ?? []), ...lines])
  }
  const order = ({ comment }: CompiledLine) => delegationCodes.indexOf(comment.delegation)
  return [...places.values()].flatMap((lines) =>
    lines.toSorted((a, b) => order(a) - order(b) || (a.comment.at < b.comment.at ? -1 : 1)),
  )
}

/** What the table calls one provision: the entry or point, else the section, with its notes apart. */
export function placeKey({ isWhole, name, wasAt }: CompiledLine['thread']): string {
  if (isWhole) return 'whole'
  if (!name) return `was ${wasAt ?? ''}`
  const { provision, section, note } = name
  return `at ${provision ?? section} ${note ? `${note.kind} ${note.ordinal}` : ''}`
}
