import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import type { TakeUp } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import {
  type Comment,
  decideTakingUp,
  refuseTakingUp,
  type Reply,
  type TakenUp,
} from '#app/measures/discussion.ts'
import type { Measure } from '#app/measures/measure.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import { idOf } from '#app/text/content.ts'
import { editLive } from '#app/text/live-edit.ts'
import { newId } from '#app/text/new-id.ts'
import { editFor, type ProposalNow, type ProposedChange, textOf } from '#app/text/proposal-now.ts'
import { sameNodes } from '#app/text/same-nodes.ts'
import {
  findElement,
  idsIn,
  type LiveEdit,
  readSlice,
  type Slice,
  withOwnIds,
} from '#app/text/slice.ts'
import { withoutOwnWords } from '#app/text/whose-words.ts'
import type { Tx } from '#db/client.server.ts'
import { findReply } from '#db/comments.server.ts'
import { appendServerEdit, freezeDraft } from '#db/documents.server.ts'
import { knownId } from '#db/known-id.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { followCodes } from './follow-codes.server.ts'
import { replyAudience } from './give-reply.server.ts'
import { findToAct } from './lock-discussion.server.ts'
import { noEvents, once } from './once.server.ts'
import { type DraftText, liveStatesOf, standingInDraft } from './standing-in-draft.server.ts'
import { changeProposed } from './proposal-of.server.ts'

/**
 * The owner takes a proposal into the draft: text, reply and credit are one act, and the file says
 * whose words they are. As it was made only where nothing of what it is about was changed since. With
 * changes, or where something was changed, the owner says what is to stand there (`entered`) and names
 * what they saw there (`seen`); was that changed meanwhile, nothing is done.
 */
export function takeUpWording(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, ...input }: TakeUp,
): Promise<Decision> {
  const form = { key, act: 'take-up', content: { reference, ...input } }
  return undoing<Decision>(
    (perform) => once(db, actor, form, noEvents, perform),
    async (tx) => {
      const measure = await lockMeasureByReference(tx, reference)
      if (!measure) return refuse('not-found')
      const found = await findProposal(tx, actor, measure, input.comment)
      if (!found.ok) return found
      const refusal = refuseTakingUp(found.comment, found.standing)
      if (refusal) return refusal

      if (!found.change) return refuse('told-in-words')

      // The document stays locked from here, so what is found stays until it is replaced.
      const draft = await freezeDraft(tx, found.documentId)
      const now = await standingIn(tx, found, draft)
      if (!now) return refuse('wording-changed')
      const settled = settle(found, now, draft.content, input)
      if (!settled.ok) return settled
      const taken = await writeTaken(tx, actor, found, now, settled)
      const { documentId } = found
      await followCodes(tx, actor, { documentId, owner: measure.owner }, draft.content)
      return recordTaken(tx, actor, measure, found, { key, reason: input.reason }, taken)
    },
  )
}

/** Thrown to take back what was written already; what was refused is answered. */
class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason)
  }
}

/** Runs a transaction in which something may be found to be impossible after the text was changed. */
export async function undoing<Done>(
  transact: (perform: (tx: Tx) => Promise<Done>) => Promise<Done>,
  perform: (tx: Tx) => Promise<Done>,
): Promise<Done | Refusal> {
  try {
    return await transact(perform)
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}

export function undo(refusal: Refusal): never {
  throw new Undone(refusal)
}

export interface FoundProposal {
  comment: Comment
  /** The owner's reply. */
  standing: Reply | null
  documentId: string
  /** Null where it is told in words only, and not at one place. */
  change: ProposedChange | null
  base: Content
  baseSeq: number | null
}

/** A comment with what it proposes, if it is this actor's to take up. */
export async function findProposal(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  commentId: string,
): Promise<({ ok: true } & FoundProposal) | Refusal> {
  if (!measure.documentId) return refuse('not-found')
  const found = await findToAct(tx, actor, 'take-up', measure, commentId)
  if (!found.ok) return found
  const { comment } = found
  const proposed = await changeProposed(tx, measure, comment)
  const text = await getVersionText(tx, proposed?.version ?? found.version)
  return {
    ok: true,
    comment,
    standing: await findReply(tx, comment.id),
    documentId: measure.documentId,
    change: proposed?.change ?? null,
    base: text.content,
    baseSeq: text.documentSeq,
  }
}

export async function standingIn(
  tx: Tx,
  { change, base, baseSeq, documentId }: FoundProposal,
  draft: Pick<DraftText, 'content' | 'seq'>,
): Promise<ProposalNow | null> {
  if (!change) return null
  const own = { documentId, ...draft }
  return standingInDraft({ change, base, baseSeq }, own, liveStatesOf(tx, own))
}

/** What is entered, and how far it is the proposal: the words of the owner's own come in an edit of their own. */
export interface Settled {
  first: LiveEdit
  /** The owner's own words, element by element. */
  ownWords: LiveEdit[]
  credit: Pick<TakenUp, 'before' | 'after' | 'proposed'>
}

function settle(
  { change }: FoundProposal,
  now: ProposalNow,
  draft: Content,
  { seen, entered }: Pick<TakeUp, 'seen' | 'entered'>,
): ({ ok: true } & Settled) | Refusal {
  if (!change) return refuse('wording-changed')
  if (entered === undefined) {
    return now.state === 'clean'
      ? { ok: true, ...asProposed(change, now, draft) }
      : refuse('wording-changed')
  }
  if (seen !== now.hash) return refuse('draft-changed')
  const place = findElement(draft, now.elementId)
  const read = place && readSlice(entered, place.parent.type)
  if (!read?.ok) return refuse('invalid-input', 'entered')
  const inUse = new Set(idsIn(draft.content ?? []))
  for (const id of idsIn(now.now)) inUse.delete(id)
  const slice = withOwnIds(read.slice, inUse, newId)
  if (sameNodes(slice, now.now)) return refuse('nothing-proposed', 'entered')
  // It comes in as it was proposed also where something beside it is other than it was.
  const isWhole = now.merged.conflicts === 0 && (change.kind !== 'words' || now.words !== null)
  if (isWhole && sameNodes(slice, now.merged.slice)) {
    return { ok: true, ...asProposed(change, now, draft) }
  }
  const settled = withChanges(change, now, slice)
  // What holds nothing of the proposal does not take it up.
  const isTheirs = !sameNodes(settled.first.slice, now.now)
  return isTheirs ? { ok: true, ...settled } : refuse('nothing-proposed', 'entered')
}

/** As it was made, in a text in which it stands so. */
export function asProposed(change: ProposedChange, now: ProposalNow, text: Content): Settled {
  const first = editFor(change, now, text)
  return { first, ownWords: [], credit: creditAsProposed(now, first, text) }
}

/** Of words the stretch that was quoted, as it stood and as it stands then. */
function creditAsProposed(
  { words, now, elementId }: ProposalNow,
  { slice }: LiveEdit,
  text: Content,
): Settled['credit'] {
  const line = words && findElement(text, elementId)
  if (!line) return { before: textOf(now), after: textOf(slice) }
  const [before, after] = [textOf([line.node]), textOf(slice)]
  const { from, to } = words
  return {
    before: before.slice(from, to),
    after: after.slice(from, to + after.length - before.length),
  }
}

function withChanges(change: ProposedChange, now: ProposalNow, entered: Slice): Settled {
  const { elementId, proposed } = now
  const kind = change.kind === 'insert-after' ? 'insert-after' : 'replace'
  const credit = { before: textOf(now.now), after: textOf(entered), proposed: textOf(proposed) }
  const theirs = withoutOwnWords(now.now, proposed, entered)
  const ownWords = entered.flatMap((node, index): LiveEdit[] => {
    const first = theirs[index]
    const id = idOf(node)
    if (!first || id === '' || sameNodes([node], [first])) return []
    return [{ kind: 'replace', elementId: id, slice: [node] }]
  })
  return { first: { kind, elementId, slice: theirs }, ownWords, credit }
}

/** Puts it into the draft. Each edit is an update of the log, by which the words are known later. */
export async function writeTaken(
  tx: Tx,
  actor: Actor,
  { documentId }: FoundProposal,
  { elementId }: ProposalNow,
  { first, ownWords, credit }: Settled,
): Promise<TakenUp> {
  const seq = await write(tx, actor, documentId, [first])
  if (ownWords.length > 0) await write(tx, actor, documentId, ownWords)
  return { creditId: randomUUID(), documentSeq: seq, elementId, ...credit }
}

async function write(tx: Tx, actor: Actor, documentId: string, edits: readonly LiveEdit[]) {
  let isWritten = true
  const appended = await appendServerEdit(tx, actor, documentId, (text) => {
    for (const edit of edits) isWritten &&= editLive(text, edit)
  })
  if (!appended.ok) return undo(appended)
  return isWritten ? appended.seq : undo(refuse('wording-changed'))
}

export async function recordTaken(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  { comment, standing }: FoundProposal,
  { key, reason }: { key: string; reason: string },
  taken: TakenUp,
): Promise<Decision> {
  // One form may reply to several.
  const reply = { replyId: knownId(`${key} ${comment.id}`), reason }
  const decision = decideTakingUp(comment, standing, reply, taken)
  if (!decision.ok) return undo(decision)
  await record(tx, actor, measure, decision.events, replyAudience(comment))
  return decision
}
