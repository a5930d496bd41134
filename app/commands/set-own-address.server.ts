import type { Actor } from '#app/access/actor.ts'
import { can, type Permission } from '#app/access/policy.ts'
import type { OwnAddress } from '#app/measures/mail-inputs.ts'
import { setAddress } from '#db/addresses.server.ts'
import type { Deps } from './deps.ts'

/**
 * Somebody says where they want to get the post of their delegation besides its functional mailbox.
 * Their own affair, and no act on a file: the record, which is kept for ever, holds no address.
 */
export async function setOwnAddress(
  { db }: Deps,
  actor: Actor,
  { address }: OwnAddress,
): Promise<Permission> {
  const permission = can(actor, 'see-post', { delegation: actor.delegation })
  if (permission.ok) await db.transaction((tx) => setAddress(tx, actor.personId, address))
  return permission
}
