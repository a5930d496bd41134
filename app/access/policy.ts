import { reaches } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Stage } from '#app/measures/measure.ts'
import { type Refusal, refuse } from '#app/measures/refusals.ts'
import type { Role } from '#app/measures/roles.ts'
import { type TransitionCommand, transitionFor } from '#app/measures/transitions.ts'
import type { Visitor } from './actor.ts'
import {
  readsAttachment,
  readsCurrent,
  seesComment,
  seesEvent,
  seesFile,
  seesJoint,
  seesRecall,
  seesVersion,
} from './sight.ts'
import {
  commenting,
  drafting,
  has,
  isAuthor,
  isOf,
  isOwner,
  isState,
  mayRelease,
  reading,
  releasing,
} from './standing.ts'
import type {
  Action,
  CommentSubject,
  FileSubject,
  JointSubject,
  Subjects,
  VersionSubject,
} from './subjects.ts'

export type Permission = { ok: true } | Refusal

const allowed: Permission = { ok: true }

/**
 * May this person do this, now? This folder alone compares roles and delegations; routes,
 * sockets and screens all ask here. `not-found` where the actor may not learn that the subject
 * exists, `not-allowed` where they may see it but not do that, `version-recalled` where nobody may
 * any more.
 */
export function can<A extends Action>(actor: Visitor, action: A, subject: Subjects[A]): Permission {
  const rule = rules[action] as (actor: Visitor, subject: Subjects[A]) => Permission
  return rule(actor, subject)
}

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

  // It reaches others at once, like a release.
  translate: (actor, { file, version }) =>
    maySpeak(
      actor,
      file,
      version,
      isOwner(actor, file) &&
        mayRelease(actor) &&
        version.kind === 'draft' &&
        file.stage !== 'withdrawn',
    ),

  // Whoever sees it first must be able to stop it: it can be restored.
  withhold: (actor, { file, of }) =>
    seesFile(actor, file)
      ? need(isTheirs(actor, file, of) && has(actor, [...drafting, 'officer']))
      : refuse('not-found'),

  // What another state withheld inside its house the owner does not know of.
  'see-withheld': (actor, { file, of, audience }) =>
    seesFile(actor, file) &&
    has(actor, reading) &&
    (isOf(actor, of) || (isOwner(actor, file) && audience !== null))
      ? allowed
      : refuse('not-found'),

  // It cannot be taken back. An administrator never: they would see what there is to purge.
  purge: (actor, subject) =>
    rules['see-withheld'](actor, subject).ok ? need(has(actor, releasing)) : refuse('not-found'),

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
      (isAuthor(actor, comment) && seesRecall(actor, comment.file, comment.version)))
      ? allowed
      : refuse('not-found'),

  'read-comment': (actor, comment) =>
    seesComment(actor, comment) && (!comment.isRecalled || isAuthor(actor, comment))
      ? allowed
      : refuse('not-found'),

  'revise-comment': (actor, comment) => maySayMore(actor, comment, isOwnInner(actor, comment)),

  'discard-comment': (actor, comment) =>
    seesComment(actor, comment) ? need(isOwnInner(actor, comment)) : refuse('not-found'),

  'release-comment': (actor, comment) =>
    seesComment(actor, comment)
      ? need(comment.lane === 'inner' && isOf(actor, comment.delegation) && mayRelease(actor))
      : refuse('not-found'),

  'merge-comment': (actor, comment) =>
    maySayMore(
      actor,
      comment,
      comment.lane === 'inner' && isOf(actor, comment.delegation) && mayRelease(actor),
    ),

  'read-inside': (actor, comment) =>
    seesComment(actor, comment) && isOf(actor, comment.delegation) && !isJoint(comment)
      ? allowed
      : refuse('not-found'),

  'reply-inside': (actor, comment) =>
    maySayMore(
      actor,
      comment,
      isOf(actor, comment.delegation) && !isJoint(comment) && has(actor, commenting),
    ),

  'recall-comment': (actor, comment) =>
    seesComment(actor, comment)
      ? need(comment.lane === 'released' && isAuthor(actor, comment) && mayRelease(actor))
      : refuse('not-found'),

  reply: (actor, comment) =>
    maySayMore(
      actor,
      comment,
      comment.lane === 'released' && isOwner(actor, comment.file) && mayRelease(actor),
    ),

  'answer-reply': (actor, comment) =>
    maySayMore(
      actor,
      comment,
      comment.lane === 'released' && isAuthor(actor, comment) && mayRelease(actor),
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

  // An invitation says to others what one means to say: it leaves the house like a release.
  'open-joint': (actor, { file, version }) =>
    maySpeak(
      actor,
      file,
      version,
      isState(actor) && !isOwner(actor, file) && version.kind !== 'final' && mayRelease(actor),
    ),

  'see-joint': (actor, joint) => (seesJoint(actor, joint) ? allowed : refuse('not-found')),

  'write-joint': (actor, joint) =>
    mayInJoint(actor, joint, takesPart(actor, joint) && has(actor, commenting)),

  'invite-to-joint': (actor, joint) =>
    mayInJoint(actor, joint, takesPart(actor, joint) && mayRelease(actor)),

  'join-joint': (actor, joint) => mayInJoint(actor, joint, isState(actor) && mayRelease(actor)),

  'leave-joint': (actor, joint) =>
    seesJoint(actor, joint)
      ? need(!joint.isReleased && isState(actor) && mayRelease(actor))
      : refuse('not-found'),

  'sign-joint': (actor, joint) =>
    mayInJoint(actor, joint, takesPart(actor, joint) && mayRelease(actor)),

  'release-joint': (actor, joint) =>
    mayInJoint(actor, joint, takesPart(actor, joint) && mayRelease(actor)),

  // The two who know best: who said it, and whose text it is.
  'place-thread': (actor, { file, version, openedBy }) =>
    maySpeak(
      actor,
      file,
      version,
      has(actor, commenting) && (isOf(actor, openedBy) || isOwner(actor, file)),
    ),

  'state-position': (actor, { file, version }) =>
    maySpeak(actor, file, version, !isOwner(actor, file) && mayRelease(actor)),

  'see-position': (actor, position) =>
    seesComment(actor, { ...position, lane: 'released', signatories: [] })
      ? allowed
      : refuse('not-found'),

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

  'see-languages': (actor, file) =>
    hiddenUnless(actor, file, isOfLanguages(actor, file) || worksOnLanguages(actor, file)),

  'work-on-languages': (actor, file) => hiddenUnless(actor, file, worksOnLanguages(actor, file)),

  'see-post': (actor, { delegation }) =>
    signedIn(actor) ??
    (isOf(actor, delegation) && has(actor, reading) ? allowed : refuse('not-found')),

  // How much goes on is for those who take part in it.
  'keep-checkpoint': (actor) => signedIn(actor) ?? need(has(actor, reading)),

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

function worksOnLanguages(actor: Visitor, file: FileSubject): boolean {
  return seesFile(actor, file) && isOf(actor, 'COM') && has(actor, ['officer'])
}

function isOfLanguages(actor: Visitor, file: FileSubject): boolean {
  return isOwner(actor, file) && has(actor, reading)
}

/** Acts of the owner that stay inside the house, so a drafter does them too. */
const preparing: ReadonlySet<TransitionCommand> = new Set(['open-draft', 'prepare-notification'])

/** Something new about a version. Those who had one that was recalled are told why not. */
function maySpeak(
  actor: Visitor,
  file: FileSubject,
  version: VersionSubject,
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

/** Something new in what states write together: as long as it, its version and the file stand. */
function mayInJoint(actor: Visitor, joint: JointSubject, isTheirs: boolean): Permission {
  if (!seesJoint(actor, joint)) return refuse('not-found')
  if (isTheirs && joint.version.isRecalled) return refuse('version-recalled')
  return need(isTheirs && !joint.isReleased && joint.file.stage !== 'withdrawn')
}

/** One's own, or in one's own file. */
function isTheirs(actor: Visitor, file: FileSubject, of: DelegationCode): boolean {
  return isOf(actor, of) || isOwner(actor, file)
}

function takesPart(actor: Visitor, { joined }: JointSubject): boolean {
  return joined.some((code) => isOf(actor, code))
}

function isJoint({ signatories }: CommentSubject): boolean {
  return signatories.length > 0
}

function isOwnInner(actor: Visitor, comment: CommentSubject): boolean {
  return comment.lane === 'inner' && isOf(actor, comment.delegation) && has(actor, commenting)
}

function isBefore(stage: Stage): boolean {
  return stage === 'considering' || stage === 'drafting' || stage === 'shared'
}

function isOpenForWriting(stage: Stage): boolean {
  return stage === 'drafting' || stage === 'shared'
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
