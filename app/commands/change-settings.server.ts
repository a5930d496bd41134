import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { ChangeSettings } from '#app/measures/people-inputs.ts'
import type { Result } from '#app/measures/refusals.ts'
import { getSettings } from '#db/delegations.server.ts'
import { record } from '#db/record.server.ts'
import { raiseAccess } from '#db/rights.server.ts'
import type { Deps } from './deps.ts'
import { lockToManage } from './manage-people.server.ts'

/**
 * What a delegation decides for itself: who releases comments, and where its post goes. A drafter lets
 * nobody release who is not a representative, because it would be themself.
 */
export function changeSettings(
  { db }: Deps,
  who: Actor,
  { draftersMayRelease, functionalMailbox }: ChangeSettings,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const managing = await lockToManage(tx, who)
    if (!managing.ok) return managing
    const { delegation } = managing.actor
    const before = await getSettings(tx, delegation)
    const isSame =
      before.draftersMayRelease === draftersMayRelease &&
      before.functionalMailbox === functionalMailbox
    if (isSame) return { ok: true }
    if (draftersMayRelease && !before.draftersMayRelease) {
      const permission = can(managing.actor, 'let-drafters-release', { delegation })
      if (!permission.ok) return permission
    }
    await raiseAccess(tx, delegation)
    await record(tx, managing.actor, null, [
      {
        type: 'delegation-settings-changed',
        delegation,
        draftersMayRelease,
        functionalMailbox,
      },
    ])
    return { ok: true }
  })
}
