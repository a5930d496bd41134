import type { Actor } from '#app/access/actor.ts'
import { audienceOf, type Share } from '#app/measures/inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Decision } from '#app/measures/decision.ts'
import { plainText } from '#app/text/content.ts'
import { findLanguage } from '#db/files.server.ts'
import { freezeDraft } from '#db/documents.server.ts'
import { keepText } from '#db/version-texts.server.ts'
import { decideAndRecord, lockToAct } from './act.server.ts'
import type { Deps } from './deps.ts'
import { noEvents, once } from './once.server.ts'

/**
 * Shares the draft for comments: the text as it is committed now becomes an immutable version with
 * its hash, in one transaction. The draft lives on for the next version.
 */
export function share(
  { db }: Deps,
  actor: Actor,
  reference: string,
  input: Share,
): Promise<Decision> {
  const { key, revision, ...content } = input
  return once(
    db,
    actor,
    { key, act: 'share', content: { file: reference, ...content } },
    noEvents,
    async (tx) => {
      const locked = await lockToAct(tx, actor, reference, 'share')
      if (!locked.ok) return locked
      const { measure } = locked
      if (measure.revision !== revision) return refuse('stale-form')
      if (!measure.documentId) return refuse('nothing-to-share')

      // The document's row stays locked until commit: what is frozen is what is in the log.
      const draft = await freezeDraft(tx, measure.documentId)
      return decideAndRecord(tx, actor, measure, {
        type: 'share',
        frozen: {
          versionId: key,
          sha256: await keepText(tx, draft.content),
          language: await findLanguage(tx, measure.id),
          documentSeq: draft.seq,
          isEmpty: plainText(draft.content).trim() === '',
        },
        audience: audienceOf(input.audience, input.delegations),
        commentsBy: input.commentsBy,
        coverNote: input.coverNote,
      })
    },
  )
}
