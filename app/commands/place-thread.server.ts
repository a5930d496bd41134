import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { readableText } from '#app/access/readable-text.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { type Anchor, quoteOf } from '#app/measures/anchor.ts'
import { union } from '#app/measures/audience.ts'
import type { PlaceThread } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { refuseTalk } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findCommentsInThread, findPlacement, findThread } from '#db/comments.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { lockVersion, subjectIn } from './lock-discussion.server.ts'

/**
 * Says where in a version a thread belongs whose place could not be found. By who opened it or by the owner
 * of the text; later versions are searched from there on.
 */
export function placeThread(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  { thread: threadId, element: elementId, isGone }: PlaceThread,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockVersion(tx, actor, 'comment', reference, number)
    if (!locked.ok) return locked
    const { measure, version } = locked
    const talk = refuseTalk(measure, version)
    if (talk) return talk
    const thread = await findThread(tx, measure.id, threadId)
    const comments = thread ? await findCommentsInThread(tx, threadId) : []
    const seen = comments.filter(
      (comment) => can(actor, 'see-comment', subjectIn(measure, comment)).ok,
    )
    const [first] = seen
    if (!thread || !first) return refuse('not-found')
    const file = fileSubject(measure)
    const { openedBy } = thread
    const permission = can(actor, 'place-thread', { file, version, openedBy })
    if (!permission.ok) return permission
    const placement = await findPlacement(tx, threadId, version.id)
    if (placement?.condition !== 'unsure' && placement?.method !== 'chosen') return refuse('placed')

    const text = readableText(actor, file, version, await getVersionText(tx, version))
    const element = isGone ? undefined : text.elements.find(({ id }) => id === elementId)
    if (!isGone && !element) return refuse('invalid-input', 'element')
    const placed = {
      type: 'thread-placed' as const,
      threadId,
      versionId: version.id,
      commentId: first.id,
      elementId: element?.id ?? null,
      quote: element?.text ?? '',
      ...(element && { condition: conditionIn(element.text, thread.anchor) }),
    }
    const released = comments.flatMap(({ lane, audience }) =>
      lane === 'released' && audience ? [audience] : [],
    )
    await record(tx, actor, measure, [placed], released.length > 0 ? union(released) : null)
    return { ok: true, events: [placed] }
  })
}

/** Where people say that something belongs, the words it is about may be others. */
function conditionIn(text: string, anchor: Anchor): 'moved' | 'text-changed' {
  const quote = quoteOf(anchor)
  const isSame = anchor.kind === 'words' ? text.includes(quote) : text === quote
  return isSame ? 'moved' : 'text-changed'
}
