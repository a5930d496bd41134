import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import type { TransitionCommand } from '#app/measures/transitions.ts'
import type { Command } from '#app/measures/commands.ts'
import type { Decision } from '#app/measures/decision.ts'
import { decide } from '#app/measures/workflow.ts'
import { databaseTime } from '#db/clock.server.ts'
import type { Tx } from '#db/client.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { carryThreads, recordCarried } from './carry-threads.server.ts'

/** The file of a form, held until commit, if the actor may make this transition and the form is not stale. */
export async function lockToAct(
  tx: Tx,
  actor: Actor,
  reference: string,
  command: TransitionCommand,
  revision: number | null = null,
): Promise<{ ok: true; measure: Measure } | Refusal> {
  const measure = await lockMeasureByReference(tx, reference)
  if (!measure) return refuse('not-found')
  const permission = can(actor, 'act', { file: fileSubject(measure), command })
  if (!permission.ok) return permission
  if (revision !== null && revision !== measure.revision) return refuse('stale-form')
  return { ok: true, measure }
}

/**
 * Decides on the locked file by the database's day, and records what follows; a new version takes
 * every thread of the earlier ones along.
 */
export async function decideAndRecord(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  command: Command,
): Promise<Decision> {
  const { today } = await databaseTime(tx)
  const decision = decide(measure, command, today)
  if (!decision.ok) return decision
  const carried = await carryThreads(tx, measure, decision.events)
  await record(tx, actor, measure, decision.events)
  await recordCarried(tx, measure, carried)
  return decision
}
