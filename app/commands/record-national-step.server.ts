import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { stepInput } from '#app/measures/inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { record } from '#db/record.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/** A step of the national procedure, as the state names and dates it. */
export function recordNationalStep(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, title, on }: z.infer<typeof stepInput>,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'record-national-step', content: { reference, title, on } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockToChange(tx, actor, reference, 'attach')
      if (!locked.ok) return locked
      await record(tx, actor, locked.measure, [
        { type: 'national-step-recorded', stepId: key, title, on },
      ])
      return { ok: true }
    },
  )
}
