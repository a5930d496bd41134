import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { EventOf } from '#app/measures/events.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { holdFormKey } from '#db/form-key.server.ts'
import { drawReference, findMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'

/** Whether a file may be begun with this form's key, which becomes the file's id. */
export async function holdForFile(
  tx: Tx,
  actor: Actor,
  key: string,
): Promise<Result<{ opened: string | null }>> {
  const permission = can(actor, 'open-file', null)
  if (!permission.ok) return permission
  await holdFormKey(tx, key)
  const same = await findMeasure(tx, key)
  if (same && same.owner !== actor.delegation) return refuse('not-found')
  return { ok: true, opened: same?.reference ?? null }
}

type Opening = Omit<EventOf<'file-opened'>, 'type' | 'owner' | 'reference'>

/** Gives the file its reference, by the year in Brussels, and records that it was opened. */
export async function beginFile(
  tx: Tx,
  actor: Actor,
  opening: Opening,
): Promise<Result<{ reference: string }>> {
  if (!isMemberState(actor.delegation)) return refuse('not-allowed')
  const { today } = await databaseTime(tx)
  const owner = actor.delegation
  const reference = await drawReference(tx, owner, Number(today.slice(0, 4)))
  await record(tx, actor, null, [{ type: 'file-opened', owner, reference, ...opening }])
  return { ok: true, reference }
}
