import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../app/access/actor.ts'
import { giveReply } from '../../../app/commands/give-reply.server.ts'
import { releaseComments } from '../../../app/commands/release-comments.server.ts'
import { writeComment } from '../../../app/commands/write-comment.server.ts'
import { commentTypes, replyOutcomes } from '../../../app/measures/comment.ts'
import type { WriteComment } from '../../../app/measures/comment-inputs.ts'
import { type DelegationCode, memberStates } from '../../../app/measures/delegation-codes.ts'
import type { Result } from '../../../app/measures/refusals.ts'
import type { Database } from '../../../db/client.server.ts'
import { findThreadsOfComments } from '../../../db/discussion.server.ts'
import { findMeasureByReference } from '../../../db/measures.server.ts'
import { said, sceneIn } from '../../commands/scene.ts'
import { seededRandom } from '../../realtime/seeded-random.ts'
import { longDraft, type Passage, passagesIn } from './draft.ts'

export interface CrowdedFile {
  reference: string
  /** The newest version: the one with everything said about it and about the one before. */
  number: number
  owner: Actor
  /** Somebody who comments, of a state that is not the owner. */
  guest: Actor
  comments: number
  threads: number
}

/** Who comments: twenty states beside the owner. */
const commenting: readonly DelegationCode[] = memberStates
  .filter((code) => code !== 'NL')
  .slice(0, 20)

const body =
  'The wording covers equipment that is made by several producers for purposes that the risk ' +
  'assessment does not name. We would prefer a threshold that the regimes know, and a note that says ' +
  'which accessories are meant; our operators would otherwise have to ask for each of them.'

/**
 * A file whose draft of 60 pages was shared twice, with comments of twenty states on both versions,
 * made by the commands themselves: a third propose wording, a sixth ask, half have the owner's reply.
 */
export async function fillCrowdedFile(db: Database, comments: number): Promise<CrowdedFile> {
  const scene = sceneIn(db)
  const random = seededRandom(600)
  const owner = await scene.person('NL', 'representative')
  const people = new Map<DelegationCode, Actor>()
  for (const code of commenting) people.set(code, await scene.person(code, 'representative'))
  const reference = await scene.file(owner)
  const onFirst = Math.round(comments * 0.6)
  const threads: string[] = []
  for (const [version, from, to] of [
    [1, 0, onFirst],
    [2, onFirst, comments],
  ] as const) {
    const number = await scene.share(owner, reference, { kind: 'all' }, longDraft(version))
    const passages = passagesIn(version)
    for (let index = from; index < to; index++) {
      const actor = people.get(commenting[index % commenting.length] ?? 'DE')
      const passage = passages[random(passages.length)]
      if (!actor || !passage) throw new Error('the bench has nobody to comment, or no text')
      // Two in five answer something that was said before.
      const thread = random(5) < 2 ? threads[random(threads.length)] : undefined
      const where = { reference, number }
      const commentId = await release(db, actor, where, commentOn(passage, index, thread))
      if (!thread) threads.push(await threadOf(db, reference, commentId))
      if (index % 2 === 0) await answer(db, owner, reference, commentId, index)
    }
  }
  const guest = people.get('DE')
  if (!guest) throw new Error('Germany is not among those who comment')
  return { reference, number: 2, owner, guest, comments, threads: threads.length }
}

/** Written and released, by somebody who may do both. */
export async function release(
  db: Database,
  actor: Actor,
  where: { reference: string; number: number },
  comment: WriteComment,
): Promise<string> {
  const { commentId } = must(await writeComment({ db }, actor, where, comment))
  const comments = [{ id: commentId, revision: 1 }]
  const audience = { kind: 'version' } as const
  must(await releaseComments({ db }, actor, where.reference, { comments, audience }))
  return commentId
}

export function commentOn(passage: Passage, index: number, thread = ''): WriteComment {
  const { element, words } = passage
  const onWords = { place: 'words', element, from: 2, to: Math.min(40, words.length) } as const
  const place = index % 4 === 0 ? ({ place: 'element', element } as const) : onWords
  return said({
    ...(thread ? { thread } : place),
    commentType: commentTypes[index % commentTypes.length],
    isQuestion: index % 6 === 0,
    body: `${index + 1}. ${body.slice(0, 120 + ((index * 37) % 160))}`,
    proposedWording: index % 3 === 0 ? words.replace('specially', 'solely') : null,
  })
}

async function answer(
  db: Database,
  owner: Actor,
  reference: string,
  comment: string,
  index: number,
) {
  const outcome = replyOutcomes[index % replyOutcomes.length] ?? 'not'
  const reason = 'The value is that of the risk assessment, which names two producers.'
  must(await giveReply({ db }, owner, reference, { key: randomUUID(), comment, outcome, reason }))
}

async function threadOf(db: Database, reference: string, commentId: string): Promise<string> {
  const measure = await findMeasureByReference(db, reference)
  const threads = measure && (await findThreadsOfComments(db, measure.id, [commentId]))
  const threadId = threads?.get(commentId)
  if (!threadId) throw new Error('the comment stands nowhere')
  return threadId
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the bench was refused: ${result.reason}`)
  return result
}
