import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { CommentSubject, FileSubject } from '#app/access/subjects.ts'
import { readsMeasureOnly } from '#app/access/readable-text.ts'
import type { Audience } from '#app/measures/audience.ts'
import { type Anchor, quoteOf } from '#app/measures/anchor.ts'
import type { CommentType, ReplyOutcome } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { Proposal } from '#app/measures/proposal.ts'
import type { TextElement } from '#app/text/elements.ts'
import { remembered } from '#app/text/remembered.ts'
import type { Thread } from '#db/comments.server.ts'
import type {
  Credit,
  Discussion,
  GivenReply,
  PlacedThread,
  SaidComment,
  SaidInside,
} from '#db/discussion.server.ts'
import { type PlaceName, placeNameOf } from './place-name.ts'
import { inTextOrder } from './thread-order.ts'

export interface ReplyView {
  id: string
  outcome: ReplyOutcome
  reason: string
  at: string
}

export interface InsideReplyView {
  id: string
  body: string
  writer: string | null
  office: string | null
  at: string
}

export interface CommentView {
  id: string
  delegation: DelegationCode
  /** Of a joint comment: all whose it is, in protocol order; else none. */
  signatories: readonly DelegationCode[]
  /** For those who signed it: where they wrote it. */
  jointId: string | null
  /** The person who wrote it, for their own delegation only. */
  writer: string | null
  /** The office that the person wrote for, likewise. */
  office: string | null
  /** Written by the reader. */
  isMine: boolean
  isInner: boolean
  audience: Audience | null
  /** The number of the version that it was said about. */
  version: number
  /** It was said about the version that is shown. */
  isNew: boolean
  type: CommentType
  isQuestion: boolean
  /** Null where it was recalled and the reader is of another delegation. */
  body: string | null
  proposedWording: string | null
  /** Null also where the reader may not read the words that it would take the place of. */
  proposal: Proposal | null
  revision: number
  /** Inside: the comment that took it up with others, and those that it was made of. */
  mergedInto: string | null
  madeOf: string[]
  /** Inside: what colleagues say to each other about it. */
  inside: InsideReplyView[]
  /** For its own delegation: the act that released it, and maybe others with it. */
  release: string | null
  /** When it was released; while it is inner, when it was written. */
  at: string
  supersedes: string | null
  isSuperseded: boolean
  recalled: { at: string; reason: string } | null
  reply: ReplyView | null
  earlierReplies: ReplyView[]
  /** Makes the owner's next reply one act, however often it is sent; empty where none may be given. */
  replyKey: string
  /** Its wording has come into the draft. */
  takenUp: { at: string } | null
  may: {
    merge: boolean
    replyInside: boolean
    revise: boolean
    release: boolean
    recall: boolean
    supersede: boolean
    reply: boolean
    takeUp: boolean
  }
}

type Place = NonNullable<ThreadView['place']>

export interface ThreadView {
  id: string
  /** Counts the threads that this reader sees, in the order of the text. */
  number: number
  /** Whose comment is the first that this reader sees. */
  openedBy: DelegationCode
  /** The number of the version in which it was opened. */
  openedIn: number
  /** About the version as a whole. */
  isWhole: boolean
  /** Null where it was opened in the shown version, and on the whole. */
  condition: Condition | null
  /** Where it is in the shown version; null for the whole, and where the place is gone. */
  place: { elementId: string; from: number | null; to: number | null } | null
  /** Where that is in the plain text, in UTF-16 units from its beginning. */
  offset: number | null
  name: PlaceName | null
  /** The provision or section in the version that was commented on, for what has no place now. */
  wasAt: string | null
  /** The words it is about, as they were; null where the reader does not have that version. */
  quote: string | null
  /** The words at its place in the shown version, where they are others. */
  quoteNow: string | null
  comments: CommentView[]
}

interface Reading {
  actor: Actor
  measure: Measure
  file: FileSubject
  /** The version that is shown. */
  version: Version
  /** Of its text, what this person may read. */
  elements: readonly TextElement[]
}

/** All there is about one thread, whoever may see it. */
export interface ThreadMatter {
  thread: Thread
  placement: PlacedThread | null
  comments: CommentMatter[]
}

interface CommentMatter {
  comment: SaidComment
  replies: GivenReply[]
  inside: SaidInside[]
  /** The comments that were merged into it. */
  madeOf: string[]
  credit: Credit | null
}

/** A discussion thread by thread, in no order of its own. */
export function matterOf(discussion: Discussion): ThreadMatter[] {
  const { threads, comments, replies, inside, credits, placements, merged } = discussion
  const placed = new Map(placements.map((placement) => [placement.threadId, placement]))
  const credited = new Map(credits.map((credit) => [credit.commentId, credit]))
  const answered = groupedBy(replies, ({ commentId }) => commentId)
  const discussed = groupedBy(inside, ({ commentId }) => commentId)
  const sources = groupedBy(merged, ({ mergedInto }) => mergedInto ?? '')
  const said = groupedBy(comments, ({ threadId }) => threadId)
  return threads.map((thread) => ({
    thread,
    placement: placed.get(thread.id) ?? null,
    comments: (said.get(thread.id) ?? []).map((comment) => ({
      comment,
      replies: answered.get(comment.id) ?? [],
      inside: discussed.get(comment.id) ?? [],
      madeOf: (sources.get(comment.id) ?? []).map(({ id }) => id),
      credit: credited.get(comment.id) ?? null,
    })),
  }))
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/**
 * The threads of a version that this person sees, in the order of its text: those opened in it and
 * all of earlier ones, also where their place is gone. Every comment is asked of the policy.
 */
export function threadsFor(reading: Reading, matter: readonly ThreadMatter[]): ThreadView[] {
  return inTextOrder(matter.flatMap((thread) => viewThread(reading, thread) ?? []))
}

function viewThread(
  reading: Reading,
  { thread, placement, comments }: ThreadMatter,
): ThreadView | null {
  const { actor, measure, file, version, elements } = reading
  const seen = comments.flatMap((matter) => {
    const view = viewComment(reading, matter)
    return view ? [{ comment: matter.comment, view }] : []
  })
  const { anchor } = thread
  const openedIn = measure.versions.find(({ id }) => id === thread.versionId)
  const [first] = seen
  if (!first || !openedIn || openedIn.number > version.number) return null

  const isHere = openedIn.id === version.id
  const found = isHere ? placeOf(anchor) : placementPlace(placement)
  const element = found ? elementsById(elements).get(found.elementId) : undefined
  const place = element && found && !isHere ? inWholeWords(element.text, found) : found
  // Who has a later version only is not told the words of an earlier one, and who reads a final
  // text in part not those of the rest. What one said about a version that was recalled keeps its
  // quote.
  const isInPart = readsMeasureOnly(actor, file, openedIn) && !element
  const keepsQuote = seen.some(
    ({ comment }) =>
      comment.versionId === openedIn.id &&
      can(actor, 'read-quote', { ...comment, file, version: openedIn }).ok,
  )
  const isReadable = can(actor, 'see-version', { file, version: openedIn }).ok
  const hasWords = (isReadable || keepsQuote) && !isInPart
  const quote = hasWords ? quoteOf(anchor) : null
  const now = element && place && !isHere ? wordsAt(element, place) : null
  const isOutOfSight = readsMeasureOnly(actor, file, version) && !element
  const isWhole = anchor.kind === 'whole'
  const ids = new Set(seen.map(({ view }) => view.id))
  return {
    id: thread.id,
    number: 0,
    openedBy: first.view.delegation,
    openedIn: openedIn.number,
    condition: isHere || isWhole || isOutOfSight ? null : (placement?.condition ?? 'unsure'),
    isWhole,
    place: element && place ? place : null,
    offset: element ? element.from + (place?.from ?? 0) : null,
    name: element ? placeNameOf(element) : null,
    wasAt: hasWords ? first.comment.provision : null,
    quote: quote && shortened(quote),
    quoteNow: now !== null && now !== quote ? shortened(now) : null,
    comments: seen.map(({ view }) => ({
      ...view,
      proposal: isInPart ? null : view.proposal,
      supersedes: view.supersedes && ids.has(view.supersedes) ? view.supersedes : null,
    })),
  }
}

const elementsById = remembered(
  (elements: readonly TextElement[]) => new Map(elements.map((element) => [element.id, element])),
)

function placeOf(anchor: Anchor): ThreadView['place'] {
  if (anchor.kind === 'whole') return null
  const { elementId } = anchor
  return anchor.kind === 'words'
    ? { elementId, from: anchor.from, to: anchor.to }
    : { elementId, from: null, to: null }
}

function placementPlace(placement: PlacedThread | null): ThreadView['place'] {
  if (!placement?.elementId) return null
  const { elementId, from, to } = placement
  return { elementId, from, to }
}

function wordsAt(element: TextElement, { from, to }: Place): string {
  return element.text.slice(from ?? 0, to ?? undefined)
}

/** Changed words are found by likeness, letter by letter; nobody wants to read half of a word. */
function inWholeWords(text: string, place: Place): Place {
  const { elementId } = place
  if (place.from === null || place.to === null || place.from === place.to) return place
  let { from, to } = place
  while (from > 0 && isInWord(text, from)) from--
  while (to < text.length && isInWord(text, to)) to++
  return { elementId, from, to }
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}

/** What was said on a whole entry quotes its beginning; the entry itself stands in the text. */
function shortened(quote: string): string {
  return quote.length > longestQuote ? `${quote.slice(0, longestQuote).trimEnd()} …` : quote
}

const longestQuote = 600

function viewComment(
  { actor, measure, file, version: shown }: Reading,
  { comment, replies, inside, madeOf, credit }: CommentMatter,
): CommentView | null {
  const version = measure.versions.find(({ id }) => id === comment.versionId)
  if (!version) return null
  const { delegation, lane, audience, isRecalled } = comment
  const { signatories } = comment
  const subject: CommentSubject = { file, version, delegation, lane, audience, signatories }
  if (!can(actor, 'see-comment', subject).ok) return null
  const isReadable = can(actor, 'read-comment', { ...subject, isRecalled }).ok
  const isQuotable =
    can(actor, 'see-version', { file, version }).ok || can(actor, 'read-quote', subject).ok
  const isOwn = can(actor, 'read-inside', subject).ok
  const isApart = comment.mergedInto === null
  const isStanding = !isRecalled && comment.supersededBy === null
  const isOpen = measure.stage !== 'withdrawn' && !version.isRecalled
  const isAnswerable = isStanding && delegation !== measure.owner
  const mayReply = isAnswerable && can(actor, 'reply', subject).ok
  const last = replies.find(({ isSuperseded }) => !isSuperseded)
  return {
    id: comment.id,
    delegation,
    signatories,
    jointId: signatories.includes(actor.delegation) ? comment.jointId : null,
    writer: isOwn ? comment.writer : null,
    office: isOwn ? comment.office : null,
    isMine: comment.writtenBy === actor.personId,
    isInner: lane === 'inner',
    audience,
    version: version.number,
    isNew: version.id === shown.id,
    type: comment.commentType,
    isQuestion: comment.isQuestion,
    body: isReadable ? comment.body : null,
    proposedWording: isReadable ? comment.proposedWording : null,
    proposal: isReadable && isQuotable ? (comment.proposal ?? null) : null,
    revision: isOwn ? comment.revision : 0,
    mergedInto: isOwn ? comment.mergedInto : null,
    madeOf: isOwn ? madeOf : [],
    inside: isOwn ? inside.map(viewInside) : [],
    release: isOwn ? comment.releaseId : null,
    at: (comment.releasedAt ?? comment.writtenAt).toISOString(),
    supersedes: comment.supersedes,
    isSuperseded: comment.supersededBy !== null,
    recalled: comment.recalledAt && {
      at: comment.recalledAt.toISOString(),
      reason: comment.recallReason ?? '',
    },
    reply: last ? viewReply(last) : null,
    earlierReplies: replies.filter(({ isSuperseded }) => isSuperseded).map(viewReply),
    replyKey: mayReply ? randomUUID() : '',
    takenUp: credit ? { at: credit.at.toISOString() } : null,
    may: {
      merge: isOpen && isApart && can(actor, 'merge-comment', subject).ok,
      replyInside: measure.stage !== 'withdrawn' && can(actor, 'reply-inside', subject).ok,
      revise: isApart && can(actor, 'revise-comment', subject).ok,
      release: isOpen && isApart && can(actor, 'release-comment', subject).ok,
      recall: !isRecalled && can(actor, 'recall-comment', subject).ok,
      supersede:
        isOpen &&
        isOwn &&
        lane === 'released' &&
        comment.supersededBy === null &&
        signatories.length === 0 &&
        can(actor, 'comment', { file, version }).ok,
      reply: mayReply,
      takeUp:
        isAnswerable &&
        comment.proposedWording !== null &&
        last?.outcome !== 'taken-up' &&
        can(actor, 'take-up', subject).ok,
    },
  }
}

function viewInside({ id, body, writer, office, writtenAt }: SaidInside): InsideReplyView {
  return { id, body, writer, office, at: writtenAt.toISOString() }
}

function viewReply({ id, outcome, reason, repliedAt }: GivenReply): ReplyView {
  return { id, outcome, reason, at: repliedAt.toISOString() }
}
