import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { bringInAnswers } from '#app/commands/bring-in-answers.server.ts'
import { giveReply } from '#app/commands/give-reply.server.ts'
import { receiveWord } from '#app/commands/receive-word.server.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { answerWords } from '#app/http/answer-words.server.ts'
import type { WriteComment } from '#app/measures/comment-inputs.ts'
import { formatFor } from '#app/messages/format.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findWordAnswers } from '#app/queries/word-answers.server.ts'
import { readWord } from '#app/word/read-word.ts'
import { versionFile } from '#app/word/write/version-file.server.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'
import { ownReading } from '#tests/word/own-reading.ts'
import { openScene, said } from './scene.ts'

const text = doc(
  section('grounds', paragraph('g1', 'The equipment can be used for weapons.')),
  section(
    'items',
    entry(
      { id: 'e1', code: '3B801', logic: 'any-of' },
      heading('h1', 'Equipment for semiconductor devices'),
      point({ id: 'a' }, paragraph('ap', 'an overlay ≤ 1.50 nm, or')),
      point({ id: 'b' }, paragraph('bp', 'a source of 193 nm.')),
    ),
  ),
)

export const words = formatFor('en')
export const making = {
  words,
  now: new Date('2026-11-29T10:00:00Z'),
  origin: 'https://concert.example',
}

const read: Parameters<typeof receiveWord>[1] = (bytes, options) =>
  Promise.resolve(readWord(bytes, options))

/** A version of the Netherlands on which Sweden said something, and Word documents that come and go. */
export async function openWordScene() {
  const scene = await openScene()
  const nl = await scene.person('NL', 'representative')
  const se = await scene.person('SE', 'representative')
  /** Takes the version to Word and brings answers in. */
  const clerk = await scene.person('SE', 'drafter')
  let reference = ''

  async function say(actor: Actor, more: Partial<WriteComment>) {
    const written = await writeComment(scene.deps, actor, { reference, number: 1 }, said(more))
    if (!written.ok) throw new Error(written.reason)
    const comments = [{ id: written.commentId, revision: 1 }]
    await releaseComments(scene.deps, actor, reference, { comments, audience: { kind: 'all' } })
    return written.commentId
  }

  async function room(actor = clerk, number = 1) {
    const found = await findCommentsRoom(scene.deps, actor, reference, number)
    if (!found.ok) throw new Error(found.reason)
    return found.room
  }

  function send(bytes: Uint8Array, { actor = clerk, number = 1 } = {}) {
    const as = { ...ownReading, section: 'items' } as const
    const sent = { name: 'answers.docx', bytes }
    return receiveWord(scene.deps, read, actor, { reference, number }, as, sent)
  }

  async function preview(bytes: Uint8Array, sentTo: Parameters<typeof send>[1] = {}) {
    const received = await send(bytes, sentTo)
    if (!received.ok) throw new Error(received.reason)
    const { uploadId, number } = received
    const { actor = clerk } = sentTo
    const found = await findWordAnswers(scene.deps, actor, reference, number ?? 0, uploadId)
    if (!found.ok) throw new Error(found.reason)
    return { ...found, uploadId }
  }

  return {
    ...scene,
    nl,
    se,
    clerk,
    send,
    preview,
    room,
    reference: () => reference,

    /** A new file with its first version, without anything said about it. */
    async share(content = text) {
      reference = await scene.file(nl)
      await scene.share(nl, reference, { kind: 'all' }, content)
    },

    /** What Sweden says of it, with other words, and the answer of the Netherlands. */
    async discuss() {
      const comment = await say(se, {
        place: 'words',
        element: 'ap',
        from: 11,
        to: 20,
        proposedWording: '≤ 1.20 nm',
        body: 'Too wide.',
      })
      await giveReply(scene.deps, nl, reference, {
        key: randomUUID(),
        comment,
        outcome: 'not',
        reason: 'The value stays.',
      })
    },

    shareAgain: () => scene.share(nl, reference, { kind: 'all' }, text),

    async exported(actor = clerk): Promise<Uint8Array> {
      return versionFile(making, await room(actor), { withInner: true })
    },

    async bringIn(bytes: Uint8Array, isChosen: (answer: { text: string }) => boolean = () => true) {
      const { answers, uploadId, number } = await preview(bytes)
      const chosen = answers.filter(isChosen).map(({ source }) => source)
      const input = { key: randomUUID(), chosen, commentType: 'editorial' as const }
      const at = { reference, number }
      return bringInAnswers(scene.deps, clerk, at, uploadId, input, answerWords(words))
    },

    /** What stands in the room that came out of Word. */
    async brought(actor = clerk) {
      return (await room(actor)).threads.flatMap((thread) =>
        thread.comments.flatMap((comment) => (comment.stated ? [{ thread, comment }] : [])),
      )
    },
  }
}

export type WordScene = Awaited<ReturnType<typeof openWordScene>>
