import type { Actor } from '#app/access/actor.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { EventOf } from '#app/measures/events.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { drawReference, findMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'

/** The file that a form with this key, which became the file's id, has opened. */
export async function findOpened(tx: Tx, key: string): Promise<Result<{ reference: string }>> {
  const opened = await findMeasure(tx, key)
  return opened ? { ok: true, reference: opened.reference } : refuse('not-found')
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
