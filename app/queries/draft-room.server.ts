import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { lastShared } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { isPossible } from '#app/measures/transitions.ts'
import { findDetails, findFile } from './file-page.server.ts'
import { findVersions } from './file-versions.server.ts'

/** The drafting room of a file. Its text comes over the socket, which asks the policy again. */
export async function findDraftRoom(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'see-draft', file)
  if (!permission.ok) return permission
  if (!measure.documentId) return refuse('not-in-this-stage')
  const [{ title, originalLanguage }, versions] = await Promise.all([
    findDetails(deps.db, measure.id),
    findVersions(deps.db, actor, measure),
  ])
  const newest = versions.find(({ mayRead }) => mayRead)
  return {
    ok: true as const,
    reference,
    title,
    owner: measure.owner,
    kind: measure.kind,
    stage: measure.stage,
    language: originalLanguage,
    documentId: measure.documentId,
    newestVersion: newest?.number ?? null,
    lastShared: lastShared(measure)?.number ?? null,
    mayWrite: can(actor, 'write-draft', file).ok,
    mayShare:
      isPossible('share', measure.stage) && can(actor, 'act', { file, command: 'share' }).ok,
  }
}
