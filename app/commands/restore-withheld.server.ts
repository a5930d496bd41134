import type { Actor } from '#app/access/actor.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Restore } from '#app/measures/withholding-inputs.ts'
import { record } from '#db/record.server.ts'
import { restore } from '#db/withholding.server.ts'
import type { Deps } from './deps.ts'
import { lockWithholding } from './lock-withholding.server.ts'
import { once } from './once.server.ts'

/** Puts back what was withheld by mistake. A living text goes on as it is now: what it was can be read again. */
export function restoreWithheld(
  { db }: Deps,
  actor: Actor,
  reference: string,
  withholdingId: string,
  { key, reason }: Restore,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'restore-withheld', content: { reference, withholdingId, reason } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockWithholding(tx, actor, reference, withholdingId)
      if (!locked.ok) return locked
      const { measure, withholding, isLatest } = locked
      // What was withheld since may hold some of the same, and knows only what stood there then.
      if (!isLatest) return refuse('withheld-since')
      const { audience } = withholding
      await restore(tx, measure.id, withholdingId)
      await record(tx, actor, measure, [
        { type: 'withheld-restored', withholdingId, audience, reason },
      ])
      return { ok: true }
    },
  )
}
