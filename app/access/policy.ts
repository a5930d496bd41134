import type { AttachmentMarks } from '#app/measures/attachment.ts'
import { type Audience, reaches } from '#app/measures/audience.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { EventType } from '#app/measures/events.ts'
import {
  type KnownTo,
  knownTo,
  type Measure,
  type Stage,
  type Version,
} from '#app/measures/measure.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import type { Role } from '#app/measures/roles.ts'
import { type TransitionCommand, transitionFor } from '#app/measures/transitions.ts'
import { attachmentVisibility } from '#app/measures/visibility.ts'
import type { Actor, Visitor } from './actor.ts'

/** What the policy needs to know of a file. A `Measure` is one. */
export interface FileSubject extends KnownTo {
  owner: MemberStateCode
  stage: Stage
  versions: readonly Pick<Version, 'number' | 'kind' | 'audience' | 'isRecalled'>[]
}

export interface CommentSubject {
  file: FileSubject
  /** The version it was said about. */
  version: FileSubject['versions'][number]
  delegation: DelegationCode
  lane: 'inner' | 'released'
  audience: Audience | null
}

export interface PositionSubject {
  file: FileSubject
  /** The version it was stated on. */
  version: FileSubject['versions'][number]
  delegation: DelegationCode
  audience: Audience
}

export interface EventSubject {
  type: EventType
  file: FileSubject | null
  lane: 'inner' | 'released' | 'public'
  delegation: DelegationCode | null
  audience: Audience | null
}

export interface RequirementSubject {
  relying: MemberStateCode
  audience: Audience
}

interface Subjects {
  /** Open a new file, or an early notice, for one's own state. */
  'open-file': null
  'see-file': FileSubject
  /** What it says about itself now, and where it stands; others are told what was released to them. */
  'read-current': FileSubject
  /** The living draft and everything inside the owner's house. */
  'see-draft': FileSubject
  'write-draft': FileSubject
  'see-version': { file: FileSubject; version: FileSubject['versions'][number] }
  /** That a version was recalled: by whom, when and why, and no longer what it said. */
  'see-recall': { file: FileSubject; version: FileSubject['versions'][number] }
  'change-details': FileSubject
  attach: FileSubject
  /** That it is there, its name and its bytes. */
  'read-attachment': { file: FileSubject; attachment: AttachmentMarks }
  /** A transition of the mechanism: whether it is theirs to make. Whether it is possible now, `decide` says. */
  act: { file: FileSubject; command: TransitionCommand }
  /** Say something about a version, in the inner lane. */
  comment: { file: FileSubject; version: FileSubject['versions'][number] }
  /** That it was made, where and by whom. */
  'see-comment': CommentSubject
  /**
   * The words that it is about, in the version that it was said about. The owner takes these words
   * back with the version; but a comment is the record of who wrote it, and says nothing without
   * the words that it answers. So its own delegation keeps them, as far as it quoted them, and
   * nobody else does.
   */
  'read-quote': CommentSubject
  /** What it says: of a recalled one, others keep the trace and not the words. */
  'read-comment': CommentSubject & { isRecalled: boolean }
  'revise-comment': CommentSubject
  /** Putting away what never left the house: also where its version was recalled. */
  'discard-comment': CommentSubject
  'release-comment': CommentSubject
  'recall-comment': CommentSubject
  reply: CommentSubject
  'take-up': CommentSubject
  'state-position': { file: FileSubject; version: FileSubject['versions'][number] }
  'see-position': PositionSubject
  'see-event': EventSubject
  'see-requirement': RequirementSubject
  /** Say that a requirement of one's own state no longer stands. */
  'end-requirement': RequirementSubject
  'use-article-10-desk': null
  'use-commission-desk': null
  'see-post': { delegation: DelegationCode }
  'manage-people': { delegation: DelegationCode }
  /** Give a person a role. Ending one is `manage-people`, one's own included. */
  'grant-role': { delegation: DelegationCode; personId: string }
  /** Let drafters release comments and positions. Ending it is `manage-people`. */
  'let-drafters-release': { delegation: DelegationCode }
}

export type Action = keyof Subjects
export type SubjectOf<A extends Action> = Subjects[A]
export type Permission = { ok: true } | Refusal

const allowed: Permission = { ok: true }

/**
 * May this person do this, now? The only place that compares roles and delegations; routes,
 * sockets and screens all ask here. `not-found` where the actor may not learn that the subject
 * exists, `not-allowed` where they may see it but not do that, `version-recalled` where nobody may
 * any more.
 */
export function can<A extends Action>(actor: Visitor, action: A, subject: Subjects[A]): Permission {
  const rule = rules[action] as (actor: Visitor, subject: Subjects[A]) => Permission
  return rule(actor, subject)
}

const releasing: readonly Role[] = ['representative', 'deputy', 'officer']
const drafting: readonly Role[] = ['drafter', 'representative', 'deputy']
const commenting: readonly Role[] = ['expert', 'drafter', 'representative', 'deputy', 'officer']
/** An administrator manages people and reads nothing. */
const reading: readonly Role[] = ['reader', ...commenting, 'chair']

const rules: { [A in Action]: (actor: Visitor, subject: Subjects[A]) => Permission } = {
  'open-file': (actor) => signedIn(actor) ?? need(isState(actor) && has(actor, drafting)),

  'see-file': (actor, file) => (seesFile(actor, file) ? allowed : refuse('not-found')),

  'read-current': (actor, file) => hiddenUnless(actor, file, readsCurrent(actor, file)),

  'see-draft': (actor, file) =>
    hiddenUnless(actor, file, isOwner(actor, file) && has(actor, reading)),

  'write-draft': (actor, file) =>
    hiddenUnless(
      actor,
      file,
      isOwner(actor, file) && has(actor, drafting) && isOpenForWriting(file.stage),
    ),

  'see-version': (actor, { file, version }) =>
    seesVersion(actor, file, version) ? allowed : refuse('not-found'),

  'see-recall': (actor, { file, version }) =>
    seesRecall(actor, file, version) ? allowed : refuse('not-found'),

  'change-details': (actor, file) =>
    hiddenUnless(actor, file, isOwner(actor, file) && has(actor, drafting) && isBefore(file.stage)),

  attach: (actor, file) =>
    hiddenUnless(
      actor,
      file,
      isOwner(actor, file) && has(actor, drafting) && file.stage !== 'withdrawn',
    ),

  'read-attachment': (actor, { file, attachment }) =>
    readsAttachment(actor, file, attachment) ? allowed : refuse('not-found'),

  act: (actor, { file, command }) => hiddenUnless(actor, file, mayAct(actor, file, command)),

  comment: (actor, { file, version }) => maySpeak(actor, file, version, has(actor, commenting)),

  'see-comment': (actor, comment) => (seesComment(actor, comment) ? allowed : refuse('not-found')),

  'read-quote': (actor, comment) =>
    seesComment(actor, comment) &&
    (seesVersion(actor, comment.file, comment.version) ||
      (isOf(actor, comment.delegation) && seesRecall(actor, comment.file, comment.version)))
      ? allowed
      : refuse('not-found'),

  'read-comment': (actor, comment) =>
    seesComment(actor, comment) && (!comment.isRecalled || isOf(actor, comment.delegation))
      ? allowed
      : refuse('not-found'),

  'revise-comment': (actor, comment) => maySayMore(actor, comment, isOwnInner(actor, comment)),

  'discard-comment': (actor, comment) =>
    seesComment(actor, comment) ? need(isOwnInner(actor, comment)) : refuse('not-found'),

  'release-comment': (actor, comment) =>
    seesComment(actor, comment)
      ? need(comment.lane === 'inner' && isOf(actor, comment.delegation) && mayRelease(actor))
      : refuse('not-found'),

  'recall-comment': (actor, comment) =>
    seesComment(actor, comment)
      ? need(comment.lane === 'released' && isOf(actor, comment.delegation) && mayRelease(actor))
      : refuse('not-found'),

  reply: (actor, comment) =>
    maySayMore(
      actor,
      comment,
      comment.lane === 'released' && isOwner(actor, comment.file) && mayRelease(actor),
    ),

  'take-up': (actor, comment) =>
    maySayMore(
      actor,
      comment,
      comment.lane === 'released' &&
        isOwner(actor, comment.file) &&
        has(actor, releasing) &&
        isOpenForWriting(comment.file.stage),
    ),

  'state-position': (actor, { file, version }) =>
    maySpeak(actor, file, version, !isOwner(actor, file) && mayRelease(actor)),

  'see-position': (actor, position) =>
    seesComment(actor, { ...position, lane: 'released' }) ? allowed : refuse('not-found'),

  'see-event': (actor, event) => (seesEvent(actor, event) ? allowed : refuse('not-found')),

  'see-requirement': (actor, { relying, audience }) =>
    actor &&
    has(actor, reading) &&
    reaches(audience, { owner: relying, author: relying }, actor.delegation)
      ? allowed
      : refuse('not-found'),

  'end-requirement': (actor, requirement) =>
    rules['see-requirement'](actor, requirement).ok
      ? need(isOf(actor, requirement.relying) && has(actor, ['representative', 'deputy']))
      : refuse('not-found'),

  'use-article-10-desk': (actor) => signedIn(actor) ?? need(isState(actor) && has(actor, reading)),

  'use-commission-desk': (actor) =>
    signedIn(actor) ?? need(isOf(actor, 'COM') && has(actor, ['officer'])),

  'see-post': (actor, { delegation }) =>
    signedIn(actor) ??
    (isOf(actor, delegation) && has(actor, reading) ? allowed : refuse('not-found')),

  'manage-people': (actor, { delegation }) =>
    signedIn(actor) ??
    (isOf(actor, delegation) && has(actor, ['administrator']) ? allowed : refuse('not-found')),

  // Who manages people reads nothing, and must not be able to change that alone.
  'grant-role': (actor, { delegation, personId }) => {
    const managing = rules['manage-people'](actor, { delegation })
    if (!managing.ok) return managing
    return actor?.personId === personId ? refuse('own-grants') : allowed
  },

  // Likewise: a drafter would give themself what only representatives have.
  'let-drafters-release': (actor, subject) => {
    const managing = rules['manage-people'](actor, subject)
    if (!managing.ok) return managing
    const wouldGain = has(actor, ['drafter']) && !has(actor, ['representative'])
    return wouldGain ? refuse('own-release', 'draftersMayRelease') : allowed
  },
}

/** Whether a person reads files at all: an administrator of people does not, nor does a former delegate. */
export function isReader(actor: Visitor): actor is Actor {
  return has(actor, reading)
}

/** Roles that release what leaves the house. Nothing else ever does. */
export function mayRelease(actor: Visitor): actor is Actor {
  return has(actor, releasing) || (has(actor, ['drafter']) && actor?.draftersMayRelease === true)
}

function mayAct(actor: Visitor, file: FileSubject, command: TransitionCommand): boolean {
  const transition = transitionFor(command)
  switch (transition.actor) {
    case 'owner': {
      const asks: readonly Role[] = preparing.has(command) ? drafting : ['representative', 'deputy']
      return isOwner(actor, file) && has(actor, asks)
    }
    case 'commission':
      return seesFile(actor, file) && isOf(actor, 'COM') && has(actor, ['officer'])
    case 'other-state':
      return (
        seesFile(actor, file) &&
        isState(actor) &&
        !isOwner(actor, file) &&
        has(actor, ['representative', 'deputy'])
      )
  }
}

/** Acts of the owner that stay inside the house, so a drafter does them too. */
const preparing: ReadonlySet<TransitionCommand> = new Set(['open-draft', 'prepare-notification'])

function readsCurrent(actor: Visitor, file: FileSubject): boolean {
  if (file.isPublic) return true
  if (!actor || !has(actor, reading)) return false
  return isOwner(actor, file) || file.notifiedTo.includes(actor.delegation)
}

function seesFile(actor: Visitor, file: FileSubject): boolean {
  if (readsCurrent(actor, file)) return true
  if (!actor || !has(actor, reading)) return false
  // A recalled version leaves its trace with those who had it.
  return file.versions.some(
    (version) => version.kind !== 'final' && reachesDelegation(file, version, actor.delegation),
  )
}

function seesVersion(
  actor: Visitor,
  file: FileSubject,
  version: FileSubject['versions'][number],
): boolean {
  if (version.kind === 'final' && file.isPublic) return true
  if (!actor || !has(actor, reading)) return false
  if (isOwner(actor, file)) return true
  if (version.kind === 'final') return file.notifiedTo.includes(actor.delegation)
  return !version.isRecalled && reachesDelegation(file, version, actor.delegation)
}

function readsAttachment(actor: Visitor, file: FileSubject, attachment: AttachmentMarks): boolean {
  const { lane, audience } = attachmentVisibility(attachment, file)
  if (lane === 'public') return true
  if (!actor || !has(actor, reading)) return false
  if (isOwner(actor, file)) return true
  return (
    audience !== null &&
    reaches(audience, { owner: file.owner, author: file.owner }, actor.delegation)
  )
}

/** Something new about a version. Those who had one that was recalled are told why not. */
function maySpeak(
  actor: Visitor,
  file: FileSubject,
  version: FileSubject['versions'][number],
  isTheirs: boolean,
): Permission {
  if (seesRecall(actor, file, version)) return refuse('version-recalled')
  return seesVersion(actor, file, version) ? need(isTheirs) : refuse('not-found')
}

/** More about a comment that was made: no more once the version that it is about was recalled. */
function maySayMore(actor: Visitor, comment: CommentSubject, isTheirs: boolean): Permission {
  if (!seesComment(actor, comment)) return refuse('not-found')
  return isTheirs && comment.version.isRecalled ? refuse('version-recalled') : need(isTheirs)
}

function isOwnInner(actor: Visitor, comment: CommentSubject): boolean {
  return comment.lane === 'inner' && isOf(actor, comment.delegation) && has(actor, commenting)
}

/** Whoever had a version that was recalled keeps its trace. */
function seesRecall(
  actor: Visitor,
  file: FileSubject,
  version: FileSubject['versions'][number],
): boolean {
  if (!version.isRecalled || !actor || !has(actor, reading)) return false
  return isOwner(actor, file) || reachesDelegation(file, version, actor.delegation)
}

function reachesDelegation(
  file: FileSubject,
  version: FileSubject['versions'][number],
  reader: DelegationCode,
): boolean {
  return reaches(version.audience, { owner: file.owner, author: file.owner }, reader)
}

function seesComment(actor: Visitor, comment: CommentSubject): boolean {
  if (!actor || !has(actor, reading)) return false
  // One's own words stay one's own, also when the version they were about was recalled.
  if (actor.delegation === comment.delegation) return seesFile(actor, comment.file)
  if (comment.lane === 'inner' || !comment.audience) return false
  // What a state said about a draft never becomes public with the measure.
  return (
    seesVersion(actor, comment.file, comment.version) &&
    reaches(
      comment.audience,
      { owner: comment.file.owner, author: comment.delegation },
      actor.delegation,
    )
  )
}

function seesEvent(actor: Visitor, event: EventSubject): boolean {
  if (event.lane === 'public') return !event.file || seesFile(actor, event.file)
  if (!actor || !has(actor, reading)) return false
  if (event.delegation === actor.delegation) return !event.file || seesFile(actor, event.file)
  if (event.lane === 'inner' || !event.audience) return false
  const author = event.delegation ?? event.file?.owner
  // Article 10(3): whom a requirement is told is the relying state's choice, the issuer included.
  const owner = notForTheIssuer.has(event.type) ? author : (event.file?.owner ?? author)
  if (!owner || !author) return false
  if (event.file && !seesFile(actor, event.file)) return false
  return reaches(event.audience, { owner, author }, actor.delegation)
}

const notForTheIssuer: ReadonlySet<EventType> = new Set([
  'requirement-recorded',
  'requirement-ended',
])

function isBefore(stage: Stage): boolean {
  return stage === 'considering' || stage === 'drafting' || stage === 'shared'
}

function isOpenForWriting(stage: Stage): boolean {
  return stage === 'drafting' || stage === 'shared'
}

function has(actor: Visitor, roles: readonly Role[]): boolean {
  return actor !== null && actor.roles.some((role) => roles.includes(role))
}

function isState(actor: Visitor): boolean {
  return actor !== null && actor.delegation !== 'COM' && actor.delegation !== 'GSC'
}

function isOf(actor: Visitor, delegation: DelegationCode): boolean {
  return actor !== null && actor.delegation === delegation
}

function isOwner(actor: Visitor, file: FileSubject): boolean {
  return isOf(actor, file.owner)
}

function signedIn(actor: Visitor): Refusal | null {
  return actor ? null : refuse('not-signed-in')
}

function need(condition: boolean): Permission {
  return condition ? allowed : refuse('not-allowed')
}

/** For those who may not see the file at all, it does not exist. */
function hiddenUnless(actor: Visitor, file: FileSubject, condition: boolean): Permission {
  if (condition) return allowed
  return seesFile(actor, file) ? refuse('not-allowed') : refuse('not-found')
}

/** The file as the policy knows it. */
export function fileSubject(measure: Measure): FileSubject {
  return {
    owner: measure.owner,
    stage: measure.stage,
    versions: measure.versions,
    ...knownTo(measure),
  }
}
