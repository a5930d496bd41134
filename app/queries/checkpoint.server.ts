import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findLastCheckpoint } from '#db/checkpoints.server.ts'

/** Says nothing of any act: how many there were, and a hash over all of them. */
export async function findCheckpointToKeep({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'keep-checkpoint', null)
  if (!permission.ok) return permission
  const last = await findLastCheckpoint(db)
  return last ? { ok: true as const, ...last } : refuse('not-found')
}
