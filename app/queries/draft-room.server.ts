import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { ReplyOutcome } from '#app/measures/comment.ts'
import { lastShared, type Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { isPossible } from '#app/measures/transitions.ts'
import type { CommentView } from './comment-view.server.ts'
import type { ThreadView } from './discussion.server.ts'
import { plainText } from '#app/text/content.ts'
import { type FileFacts, readiness } from '#app/text/readiness.ts'
import { findText } from '#db/documents.server.ts'
import { findLanguage } from '#db/files.server.ts'
import { findWithholdings } from '#db/withholdings.server.ts'
import { findCommentsRoom } from './comments-room.server.ts'
import { findFile } from './file-page.server.ts'
import { findNotes } from './word-notes.server.ts'
import { roomsOf } from './file-rooms.server.ts'
import { findParallelDrafts } from './parallel-drafts.server.ts'

/** The drafting room of a file. Its text comes over the socket, which asks the policy again. */
export async function findDraftRoom(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'see-draft', file)
  if (!permission.ok) return permission
  if (!measure.documentId) return refuse('not-in-this-stage')
  const shared = lastShared(measure)
  const { title, grounds } = measure.details
  const [language, parallelDrafts, remarks, wordNotes, withholdings] = await Promise.all([
    findLanguage(deps.db, measure.id),
    findParallelDrafts(deps.db, actor, measure),
    findRemarks(deps, actor, reference, shared),
    findNotes(deps.db, measure),
    findWithholdings(deps.db, measure.id),
  ])
  return {
    ok: true as const,
    reference,
    title,
    owner: measure.owner,
    kind: measure.kind,
    stage: measure.stage,
    language,
    documentId: measure.documentId,
    rooms: roomsOf(actor, measure),
    lastShared: shared?.number ?? null,
    remarks,
    wordNotes,
    /** When words of it were withheld last, and its log began anew. */
    beganAnewAt:
      withholdings
        .find(({ targets }) => targets.some(({ kind }) => kind === 'draft'))
        ?.at.toISOString() ?? null,
    /** What readiness needs to know beside the text. */
    facts: {
      owner: measure.owner,
      kind: measure.kind,
      grounds,
      language,
      versions: measure.versions.map(({ kind, audience, isRecalled }) => ({
        kind,
        audience,
        isRecalled,
      })),
      parallelDrafts: parallelDrafts.length,
    },
    mayWrite: can(actor, 'write-draft', file).ok,
    mayShare:
      isPossible('share', measure.stage) && can(actor, 'act', { file, command: 'share' }).ok,
  }
}

/** The draft as it is committed now, before it is shared: whether it says anything, and how ready it is. */
export async function findDraftReadiness(
  { db }: Deps,
  facts: Omit<FileFacts, 'content'>,
  documentId: string,
) {
  const text = await findText(db, documentId)
  if (!text) return null
  return {
    isEmpty: plainText(text.content).trim() === '',
    ready: readiness({ ...facts, content: text.content }),
  }
}

/** A comment on the version that was shared last, as it stands beside the draft. */
export interface Remark extends Pick<
  CommentView,
  'id' | 'delegation' | 'body' | 'proposedWording' | 'proposal' | 'isInWords'
> {
  thread: Omit<ThreadView, 'comments'>
  outcome: ReplyOutcome | null
}

/** What others said about the version that was shared last, and what the owner said to it. */
async function findRemarks(
  deps: Deps,
  actor: Actor,
  reference: string,
  shared: Version | null,
): Promise<Remark[]> {
  const found = shared && (await findCommentsRoom(deps, actor, reference, shared.number))
  if (!found?.ok) return []
  return found.room.threads.flatMap(({ comments, ...thread }) =>
    comments
      .filter(({ isInner, isSuperseded, recalled }) => !isInner && !isSuperseded && !recalled)
      .map(({ id, delegation, body, proposedWording, proposal, isInWords, reply }) => ({
        id,
        delegation,
        thread,
        body,
        proposedWording,
        proposal,
        isInWords,
        outcome: reply?.outcome ?? null,
      })),
  )
}
