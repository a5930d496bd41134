import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { refuse, type Refusal } from '#app/measures/refusals.ts'
import { findActorById } from '#db/actors.server.ts'
import type { Tx } from '#db/client.server.ts'
import { lockDelegation } from '#db/delegations.server.ts'
import { lockPerson, type Person } from '#db/people.server.ts'

/**
 * The actor, if they manage the people of their delegation. Changes of rights of one delegation
 * come one after the other, and the actor is judged again once it is their turn: who has just been
 * deprived of the right changes nothing any more.
 */
export async function lockToManage(
  tx: Tx,
  actor: Actor,
): Promise<{ ok: true; actor: Actor } | Refusal> {
  await lockDelegation(tx, actor.delegation)
  const now = await findActorById(tx, actor.personId)
  const permission = can(now, 'manage-people', { delegation: actor.delegation })
  if (!permission.ok || !now) return permission.ok ? refuse('not-signed-in') : permission
  return { ok: true, actor: now }
}

/** The same, with a person of that delegation; people of others do not exist here. */
export async function lockPersonToManage(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<{ ok: true; actor: Actor; person: Person } | Refusal> {
  const managing = await lockToManage(tx, actor)
  if (!managing.ok) return managing
  const person = await lockPerson(tx, personId)
  if (!person) return refuse('not-found')
  const permission = can(managing.actor, 'manage-people', { delegation: person.delegation })
  return permission.ok ? { ...managing, person } : permission
}
