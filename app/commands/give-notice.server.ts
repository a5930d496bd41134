import type { Actor } from '#app/access/actor.ts'
import { audienceOf, type GiveNotice } from '#app/measures/inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type Decision, isNoticeEmpty } from '#app/measures/workflow.ts'
import { keepText } from '#db/version-texts.server.ts'
import { findNotice } from '#db/notices.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'

/** Releases an early notice to its addressees: frozen, numbered, answered like a version. */
export function giveNotice(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: GiveNotice,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockToAct(tx, actor, reference, 'give-notice')
    if (!locked.ok) return locked
    const { measure } = locked
    if (measure.versions.some(({ id }) => id === input.key)) return { ok: true, events: [] }
    if (measure.revision !== input.revision) return refuse('stale-form')

    const found = await findNotice(tx, measure.id)
    if (!found) return refuse('nothing-to-share')
    return decideAndRecord(tx, actor, measure, {
      type: 'give-notice',
      frozen: {
        versionId: input.key,
        sha256: await keepText(tx, found.notice),
        language: found.language,
        isEmpty: isNoticeEmpty(found.notice),
      },
      audience: audienceOf(input.audience, input.delegations),
      commentsBy: input.commentsBy,
    })
  })
}
