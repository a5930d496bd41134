import type { Actor } from '#app/access/actor.ts'
import type { Result } from '#app/measures/refusals.ts'
import type { Purge } from '#app/measures/withholding-inputs.ts'
import { record } from '#db/record.server.ts'
import { purge as discard } from '#db/withholding.server.ts'
import type { Deps } from './deps.ts'
import { lockWithholding } from './lock-withholding.server.ts'
import { once } from './once.server.ts'

/** Purges what was withheld, for good. Hashes of it stay, so that the record still verifies. */
export function purge(
  { db }: Deps,
  actor: Actor,
  reference: string,
  withholdingId: string,
  { key, reason, orderedBy }: Purge,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'purge', content: { reference, withholdingId, reason, orderedBy } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockWithholding(tx, actor, reference, withholdingId)
      if (!locked.ok) return locked
      const { measure, withholding } = locked
      const { audience } = withholding
      await record(tx, actor, measure, [
        { type: 'withheld-purged', withholdingId, audience, reason, orderedBy },
      ])
      await discard(tx, withholdingId)
      return { ok: true }
    },
  )
}
