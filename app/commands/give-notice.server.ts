import type { Actor } from '#app/access/actor.ts'
import { audienceOf, type GiveNotice } from '#app/measures/inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { isNoticeEmpty } from '#app/measures/notice-text.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { keepText } from '#db/version-texts.server.ts'
import { findNotice } from '#db/notices.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'

/**
 * Releases an early notice to its addressees: frozen, numbered, answered like a version. It says what
 * stands in the form; what differs from the notice as it was kept is kept in the same act.
 */
export function giveNotice(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: GiveNotice,
): Promise<Decision> {
  const { key, revision, ...content } = input
  return once(
    db,
    actor,
    { key, act: 'give-notice', content: { file: reference, ...content } },
    noEvents,
    async (tx) => {
      const locked = await lockToAct(tx, actor, reference, 'give-notice')
      if (!locked.ok) return locked
      const { measure } = locked
      if (measure.revision !== revision) return refuse('stale-form')

      const found = await findNotice(tx, measure.id)
      if (!found) return refuse('nothing-to-share')
      const { risk, technology, envisaged, timetable } = input
      const notice = { risk, technology, envisaged, timetable, contact: found.notice.contact }
      return decideAndRecord(tx, actor, measure, {
        type: 'give-notice',
        written: canonicalJson(notice) === canonicalJson(found.notice) ? null : notice,
        frozen: {
          versionId: key,
          sha256: await keepText(tx, notice),
          language: found.language,
          isEmpty: isNoticeEmpty(notice),
        },
        audience: audienceOf(input.audience, input.delegations),
        commentsBy: input.commentsBy,
      })
    },
  )
}
