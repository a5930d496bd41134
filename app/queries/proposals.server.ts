import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import {
  type DraftText,
  liveStatesOf,
  type Made,
  standingInDraft,
} from '#app/commands/standing-in-draft.server.ts'
import type { Measure } from '#app/measures/measure.ts'
import { changeOf, type ProposalKind } from '#app/measures/proposal.ts'
import { refuse } from '#app/measures/refusals.ts'
import { collisionSets, type Touched, touchedBy } from '#app/text/collisions.ts'
import { type Content, plainText } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import {
  lineHolding,
  type ProposalNow,
  proposalNow,
  textOf,
  wordsChange,
} from '#app/text/proposal-now.ts'
import { type ProposedLine, proposedLines } from '#app/text/proposed-lines.ts'
import { findElement, frameOf, labelOf } from '#app/text/slice.ts'
import { findComment } from '#db/comments.server.ts'
import { findCredits } from '#db/credits.server.ts'
import { findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import { type CommentsRoom, findCommentsRoom } from './comments-room.server.ts'
import type { CommentView } from './comment-view.server.ts'
import type { ThreadView } from './discussion.server.ts'
import { findTextToRead, findVersionToRead } from './version-to-read.server.ts'

/** A proposal as it stands in the list of them. */
export interface ProposalView {
  comment: Pick<
    CommentView,
    'id' | 'delegation' | 'body' | 'reply' | 'takenUp' | 'may' | 'replyKey'
  >
  thread: Omit<ThreadView, 'comments'>
  kind: ProposalKind
  lines: ProposedLine[]
  /** How it stands in the draft; `gone` without a place there. Null where the reader does not see the draft. */
  state: ProposalNow['state'] | 'gone' | null
  /** Whether the act that took it up stands before the shown version or came since; null without one. */
  takenUp: 'before' | 'since' | null
  /** It was taken up or declined. */
  isSettled: boolean
  /** Those with which it collides, by their comments. */
  collidesWith: string[]
}

type Room = Omit<CommentsRoom, 'threads' | 'content' | 'standings'>

export interface ProposalsPage extends Room {
  proposals: ProposalView[]
  /** Proposals of which each collides with each, with what stands there in the version. */
  collisions: { base: string; ids: string[] }[]
  /** Some can be taken up by this reader. */
  mayTakeUp: boolean
}

/** The proposals on a version that this person may read; without a number on the newest one. */
export async function findProposals(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
) {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const opened = await findCommentsRoom(deps, actor, reference, found.version.number)
  if (!opened.ok) return opened
  const { threads, content, standings: _, ...room } = opened.room
  const draft = await findDraft(deps, actor, found.measure)
  const plain = plainText(content)
  const items = await proposalsIn(deps, found.measure, threads, content, room.version.number)
  const { documentSeq } = await findTextToRead(deps, actor, found)
  const takenUpOf = await takenUpAround(deps, found.measure, documentSeq)
  const sets = collisionSets(items, ({ touched }) => touched)
  const liveStates = draft && liveStatesOf(deps.db, draft)
  const proposals: ProposalView[] = []
  for (const item of items) {
    const { thread, comment, change } = item
    const hit = new Set(sets.filter((set) => set.includes(item)).flat())
    const isOpen = comment.takenUp === null
    const now = liveStates && isOpen ? await standingInDraft(item, draft, liveStates) : null
    proposals.push({
      comment: commentOf(comment),
      thread,
      kind: change.kind,
      lines: proposedLines(change),
      state: draft && isOpen ? (now?.state ?? 'gone') : null,
      takenUp: takenUpOf(comment.id),
      isSettled: isSettled(comment),
      collidesWith: [...hit].filter((other) => other !== item).map(({ comment }) => comment.id),
    })
  }
  return {
    ok: true as const,
    page: {
      ...room,
      proposals,
      collisions: sets.map((set) => ({
        base: wordsTouched(
          set.flatMap(({ touched }) => touched ?? []),
          plain,
        ),
        ids: set.map(({ comment }) => comment.id),
      })),
      mayTakeUp: proposals.some(({ comment }) => comment.may.takeUp),
    } satisfies ProposalsPage,
  }
}

/** When proposals were taken up: before the update of the draft up to which a version goes, or since. */
async function takenUpAround({ db }: Deps, measure: Measure, documentSeq: number | null) {
  const credits = await findCredits(db, measure.id)
  const last = new Map(credits.map(({ commentId, documentSeq: seq }) => [commentId, seq]))
  return (commentId: string) => {
    const seq = last.get(commentId)
    if (seq === undefined || documentSeq === null) return null
    return seq <= documentSeq ? ('before' as const) : ('since' as const)
  }
}

/** The draft as it is committed now, for those who see it. */
async function findDraft({ db }: Deps, actor: Actor, measure: Measure): Promise<DraftText | null> {
  if (!measure.documentId || !can(actor, 'see-draft', fileSubject(measure)).ok) return null
  const text = await findText(db, measure.documentId)
  return text && { documentId: measure.documentId, ...text }
}

interface Item extends Made {
  thread: Omit<ThreadView, 'comments'>
  comment: CommentView
  /** In the version that is shown; null where it is settled, or its words do not stand there. */
  touched: Touched | null
}

async function proposalsIn(
  { db }: Deps,
  measure: Measure,
  threads: readonly ThreadView[],
  content: Content,
  shown: number,
): Promise<Item[]> {
  const elements = new Map(elementsOf(content).map((element) => [element.id, element]))
  const items: Item[] = []
  for (const { comments, ...thread } of threads) {
    for (const comment of comments) {
      if (comment.isInner || comment.isSuperseded || comment.recalled) continue
      const made = comment.proposal
        ? { change: changeOf(comment.proposal), number: comment.version }
        : inWordsOnly(thread, comment, content, shown)
      const version = measure.versions.find(({ number }) => number === made?.number)
      if (!made || !version) continue
      const { content: base, documentSeq: baseSeq } = await getVersionText(db, version)
      const { change } = made
      const standing = isSettled(comment) ? null : proposalNow(change, base, content)
      const touched = standing && touchedBy(change.kind, standing, elements)
      items.push({ thread, comment, change, base, baseSeq, touched })
    }
  }
  return items
}

/** Taken up or declined: it stands in no other's way any more. */
function isSettled({ takenUp, reply }: Pick<CommentView, 'takenUp' | 'reply'>): boolean {
  return takenUp !== null || reply?.outcome === 'taken-up' || reply?.outcome === 'not'
}

/** A proposal from before there were records of them: words for the words at its place. */
function inWordsOnly(
  { place }: Pick<ThreadView, 'place'>,
  { proposedWording }: CommentView,
  content: Content,
  number: number,
) {
  const element = place && findElement(content, place.elementId)
  if (!element || !proposedWording) return null
  const { from, to } = place
  const all = textOf([element.node]).length
  const found = lineHolding(element.node, from ?? 0, to ?? all)
  const change = found && wordsChange(found.line, found.from, found.to, proposedWording)
  return change && { change, number }
}

/** All that several touch, as it stands in the version. */
function wordsTouched(touched: readonly Touched[], plain: string): string {
  const from = Math.min(...touched.map(({ from }) => from))
  return plain.slice(from, Math.max(...touched.map(({ to }) => to)))
}

function commentOf({ id, delegation, body, reply, takenUp, may, replyKey }: CommentView) {
  return { id, delegation, body, reply, takenUp, may, replyKey }
}

/**
 * One proposal beside what it was made on and what stands there now, for the owner to settle. `now` is
 * null where it has no place in the draft any more.
 */
export async function findProposalToSettle(
  deps: Deps,
  actor: Actor,
  reference: string,
  commentId: string,
) {
  const measure = await findMeasureByReference(deps.db, reference)
  const comment = measure && (await findComment(deps.db, measure.id, commentId))
  const version = measure?.versions.find(({ id }) => id === comment?.versionId)
  if (!measure || !version) return refuse('not-found')
  const opened = await findCommentsRoom(deps, actor, reference, version.number)
  if (!opened.ok) return opened
  const draft = await findDraft(deps, actor, measure)
  if (!draft) return refuse('not-found')
  const { threads, content, standings: _, ...room } = opened.room
  const items = await proposalsIn(deps, measure, threads, content, version.number)
  const item = items.find(({ comment }) => comment.id === commentId)
  if (!item) return refuse('not-found')
  const now = await standingInDraft(item, draft, liveStatesOf(deps.db, draft))
  const { change } = item
  const place = now && findElement(draft.content, now.elementId)
  return {
    ok: true as const,
    room,
    comment: commentOf(item.comment),
    thread: item.thread,
    kind: item.change.kind,
    lines: proposedLines(item.change),
    now,
    /** What the place stands in, for the editor in which it is settled. */
    frame: place && frameOf(place),
    label: (place && change.kind !== 'insert-after' && labelOf(place)) || '',
  }
}

export type ProposalToSettle = Extract<
  Awaited<ReturnType<typeof findProposalToSettle>>,
  { ok: true }
>
