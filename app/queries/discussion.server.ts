import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { can, type CommentSubject, type FileSubject } from '#app/access/policy.ts'
import { readsMeasureOnly } from '#app/access/readable-text.ts'
import type { Audience } from '#app/measures/audience.ts'
import { type Anchor, quoteOf } from '#app/measures/anchor.ts'
import type { CommentType, ReplyOutcome } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { Discussion, GivenReply, PlacedThread, SaidComment } from '#db/discussion.server.ts'

export interface ReplyView {
  id: string
  outcome: ReplyOutcome
  reason: string
  at: string
}

export interface CommentView {
  id: string
  delegation: DelegationCode
  /** The person who wrote it, for their own delegation only. */
  writer: string | null
  /** Written by the reader. */
  isMine: boolean
  isInner: boolean
  audience: Audience | null
  /** The number of the version that it was said about. */
  version: number
  type: CommentType
  isQuestion: boolean
  /** Null where it was recalled and the reader is of another delegation. */
  body: string | null
  proposedWording: string | null
  revision: number
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
  takenUp: { at: string; before: string; after: string } | null
  may: {
    revise: boolean
    release: boolean
    recall: boolean
    supersede: boolean
    reply: boolean
    takeUp: boolean
  }
}

/** What the place of a thread is named by; of its words, the beginning. */
export type PlaceName = Pick<TextElement, 'kind' | 'section' | 'provision' | 'note' | 'text'>

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

/**
 * The threads of a version that this person sees, in the order of its text: those opened in it and
 * all of earlier ones, also where their place is gone. Every comment is asked of the policy.
 */
export function threadsFor(reading: Reading, discussion: Discussion): ThreadView[] {
  const inThread = new Map<string, SaidComment[]>()
  for (const comment of discussion.comments) {
    inThread.set(comment.threadId, [...(inThread.get(comment.threadId) ?? []), comment])
  }
  return discussion.threads
    .flatMap((thread) => {
      const seen = (inThread.get(thread.id) ?? []).flatMap((comment) => {
        const view = viewComment(reading, discussion, comment)
        return view ? [{ comment, view }] : []
      })
      const found = viewThread(reading, discussion, thread, seen)
      return found ? [{ ...found, at: thread.createdAt.getTime() }] : []
    })
    .toSorted((a, b) => a.order - b.order || a.at - b.at)
    .map(({ view }, index) => ({ ...view, number: index + 1 }))
}

function viewThread(
  { actor, measure, file, version, elements }: Reading,
  { placements }: Discussion,
  thread: Discussion['threads'][number],
  seen: readonly { comment: SaidComment; view: CommentView }[],
): { view: ThreadView; order: number } | null {
  const { anchor } = thread
  const openedIn = measure.versions.find(({ id }) => id === thread.versionId)
  const [first] = seen
  if (!first || !openedIn || openedIn.number > version.number) return null

  const isHere = openedIn.id === version.id
  const placement = placements.find(({ threadId }) => threadId === thread.id)
  const found = isHere ? placeOf(anchor) : placementPlace(placement)
  const element = elements.find(({ id }) => id === found?.elementId)
  const place = element && found && !isHere ? inWholeWords(element.text, found) : found
  // Who has a later version only is not told the words of an earlier one, and who reads a final
  // text in part not those of the rest.
  const isInPart = readsMeasureOnly(actor, file, openedIn) && !element
  const hasWords = can(actor, 'see-version', { file, version: openedIn }).ok && !isInPart
  const quote = hasWords ? quoteOf(anchor) : null
  const now = element && place && !isHere ? wordsAt(element, place) : null
  const isOutOfSight = readsMeasureOnly(actor, file, version) && !element
  const isWhole = anchor.kind === 'whole'
  const view: ThreadView = {
    id: thread.id,
    number: 0,
    openedBy: first.view.delegation,
    openedIn: openedIn.number,
    condition: isHere || isWhole || isOutOfSight ? null : (placement?.condition ?? 'unsure'),
    isWhole,
    place: element && place ? place : null,
    name: element ? nameOf(element) : null,
    wasAt: hasWords ? first.comment.provision : null,
    quote: quote && shortened(quote),
    quoteNow: now !== null && now !== quote ? shortened(now) : null,
    comments: seen.map(({ view }) => ({
      ...view,
      supersedes: seen.some(({ view: { id } }) => id === view.supersedes) ? view.supersedes : null,
    })),
  }
  const order = isWhole ? -1 : element ? element.from + (place?.from ?? 0) : Infinity
  return { view, order }
}

function placeOf(anchor: Anchor): ThreadView['place'] {
  if (anchor.kind === 'whole') return null
  const { elementId } = anchor
  return anchor.kind === 'words'
    ? { elementId, from: anchor.from, to: anchor.to }
    : { elementId, from: null, to: null }
}

function placementPlace(placement: PlacedThread | undefined): ThreadView['place'] {
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

function nameOf({ kind, section, provision, note, text }: TextElement): PlaceName {
  return { kind, section, provision, note, text: text.slice(0, 80) }
}

function viewComment(
  { actor, measure, file }: Reading,
  { replies, credits }: Discussion,
  comment: SaidComment,
): CommentView | null {
  const version = measure.versions.find(({ id }) => id === comment.versionId)
  if (!version) return null
  const { delegation, lane, audience, isRecalled } = comment
  const subject: CommentSubject = { file, version, delegation, lane, audience }
  if (!can(actor, 'see-comment', subject).ok) return null
  const isReadable = can(actor, 'read-comment', { ...subject, isRecalled }).ok
  const isOwn = delegation === actor.delegation
  const given = replies.filter(({ commentId }) => commentId === comment.id)
  const credit = credits.findLast(({ commentId }) => commentId === comment.id)
  const isStanding = !isRecalled && comment.supersededBy === null
  const isOpen = measure.stage !== 'withdrawn' && !version.isRecalled
  const isAnswerable = isStanding && delegation !== measure.owner
  const mayReply = isAnswerable && can(actor, 'reply', subject).ok
  const last = given.find(({ isSuperseded }) => !isSuperseded)
  return {
    id: comment.id,
    delegation,
    writer: isOwn ? comment.writer : null,
    isMine: comment.writtenBy === actor.personId,
    isInner: lane === 'inner',
    audience,
    version: version.number,
    type: comment.commentType,
    isQuestion: comment.isQuestion,
    body: isReadable ? comment.body : null,
    proposedWording: isReadable ? comment.proposedWording : null,
    revision: isOwn ? comment.revision : 0,
    at: (comment.releasedAt ?? comment.writtenAt).toISOString(),
    supersedes: comment.supersedes,
    isSuperseded: comment.supersededBy !== null,
    recalled: comment.recalledAt && {
      at: comment.recalledAt.toISOString(),
      reason: comment.recallReason ?? '',
    },
    reply: last ? viewReply(last) : null,
    earlierReplies: given.filter(({ isSuperseded }) => isSuperseded).map(viewReply),
    replyKey: mayReply ? randomUUID() : '',
    takenUp: credit
      ? { at: credit.at.toISOString(), before: credit.before, after: credit.after }
      : null,
    may: {
      revise: can(actor, 'revise-comment', subject).ok,
      release: isOpen && can(actor, 'release-comment', subject).ok,
      recall: !isRecalled && can(actor, 'recall-comment', subject).ok,
      supersede:
        isOpen &&
        isOwn &&
        lane === 'released' &&
        comment.supersededBy === null &&
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

function viewReply({ id, outcome, reason, repliedAt }: GivenReply): ReplyView {
  return { id, outcome, reason, at: repliedAt.toISOString() }
}
