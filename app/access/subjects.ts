import type { AttachmentMarks } from '#app/measures/attachment.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { EventType } from '#app/measures/events.ts'
import {
  type KnownTo,
  knownTo,
  type Measure,
  type Stage,
  type Version,
} from '#app/measures/measure.ts'
import type { TransitionCommand } from '#app/measures/transitions.ts'

/** What the policy needs to know of a file. A `Measure` is one. */
export interface FileSubject extends KnownTo {
  owner: MemberStateCode
  stage: Stage
  versions: readonly VersionSubject[]
}

/** A version, as far as it decides who has it. */
export type VersionSubject = Pick<Version, 'number' | 'kind' | 'audience' | 'isRecalled'>

export interface CommentSubject {
  file: FileSubject
  /** The version it was said about. */
  version: VersionSubject
  delegation: DelegationCode
  lane: 'inner' | 'released'
  audience: Audience | null
  /** Of a joint comment: all whose it is; else none. */
  signatories: readonly DelegationCode[]
}

/** What the policy asks about a comment; `version` is the one that it was said about. */
export function commentSubject(
  { file, version }: Pick<CommentSubject, 'file' | 'version'>,
  { delegation, lane, audience, signatories }: Omit<CommentSubject, 'file' | 'version'>,
): CommentSubject {
  return { file, version, delegation, lane, audience, signatories }
}

/** A comment that several states write together. */
export interface JointSubject {
  file: FileSubject
  /** The version that it is about. */
  version: VersionSubject
  invited: readonly DelegationCode[]
  joined: readonly DelegationCode[]
  isReleased: boolean
}

export interface PositionSubject {
  file: FileSubject
  /** The version it was stated on. */
  version: VersionSubject
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

/** Something that was withheld: by whom, and whom it had reached. */
export interface WithheldSubject {
  file: FileSubject
  of: DelegationCode
  /** Null where it had not left the delegation. */
  audience: Audience | null
}

/** What may be asked, and about what. */
export interface Subjects {
  /** Open a new file, or an early notice, for one's own state. */
  'open-file': null
  'see-file': FileSubject
  /** What it says about itself now, and where it stands; others are told what was released to them. */
  'read-current': FileSubject
  /** The living draft and everything inside the owner's house. */
  'see-draft': FileSubject
  'write-draft': FileSubject
  'see-version': { file: FileSubject; version: VersionSubject }
  /** That a version was recalled: by whom, when and why, and no longer what it said. */
  'see-recall': { file: FileSubject; version: VersionSubject }
  /** Put a courtesy translation beside a version, for all who have it, and withdraw it. */
  translate: { file: FileSubject; version: VersionSubject }
  /** See to it that nobody reads something any more; `of`: whose it is. It can be restored. */
  withhold: { file: FileSubject; of: DelegationCode }
  /** That it was, and what became of it. */
  'see-withheld': WithheldSubject
  /** Purge what was withheld, or restore it. */
  purge: WithheldSubject
  'change-details': FileSubject
  attach: FileSubject
  /** That it is there, its name and its bytes. */
  'read-attachment': { file: FileSubject; attachment: AttachmentMarks }
  /** A transition of the mechanism: whether it is theirs to make. Whether it is possible now, `decide` says. */
  act: { file: FileSubject; command: TransitionCommand }
  /** Say something about a version, in the inner lane. */
  comment: { file: FileSubject; version: VersionSubject }
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
  /** Make one comment inside of this one and others. */
  'merge-comment': CommentSubject
  /** What its own delegation alone knows of it: who wrote it, what colleagues say about it. */
  'read-inside': CommentSubject
  'reply-inside': CommentSubject
  'recall-comment': CommentSubject
  reply: CommentSubject
  /** Say whether one is content with the owner's reply. */
  'answer-reply': CommentSubject
  'take-up': CommentSubject
  /** Ask other states to write one comment together. */
  'open-joint': { file: FileSubject; version: VersionSubject }
  /** That it is there, its text and who is in it. */
  'see-joint': JointSubject
  'write-joint': JointSubject
  'invite-to-joint': JointSubject
  'join-joint': JointSubject
  'leave-joint': JointSubject
  /** Sign, withdraw the signature. */
  'sign-joint': JointSubject
  'release-joint': JointSubject
  /** Say where a thread belongs whose place was not found. */
  'place-thread': { file: FileSubject; version: VersionSubject; openedBy: DelegationCode }
  'state-position': { file: FileSubject; version: VersionSubject }
  'see-position': PositionSubject
  'see-event': EventSubject
  'see-requirement': RequirementSubject
  /** Say that a requirement of one's own state no longer stands. */
  'end-requirement': RequirementSubject
  'use-article-10-desk': null
  'use-commission-desk': null
  /** How far the language versions of a list are: the Commission's work, for the state whose list it is too. */
  'see-languages': FileSubject
  /** Bring language versions in, say who holds them, check and withdraw them. */
  'work-on-languages': FileSubject
  'see-post': { delegation: DelegationCode }
  /** Take a signed checkpoint of the record away, to hold the portal to it. */
  'keep-checkpoint': null
  'manage-people': { delegation: DelegationCode }
  /** Give a person a role. Ending one is `manage-people`, one's own included. */
  'grant-role': { delegation: DelegationCode; personId: string }
  /** Let drafters release comments and positions. Ending it is `manage-people`. */
  'let-drafters-release': { delegation: DelegationCode }
}

export type Action = keyof Subjects
export type SubjectOf<A extends Action> = Subjects[A]

/** The file as the policy knows it. */
export function fileSubject(measure: Measure): FileSubject {
  return {
    owner: measure.owner,
    stage: measure.stage,
    versions: measure.versions,
    ...knownTo(measure),
  }
}
