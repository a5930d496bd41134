import type { AttachmentMarks } from '#app/measures/attachment.ts'
import { reaches } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { amongSignatories, type EventType } from '#app/measures/events.ts'
import { attachmentVisibility } from '#app/measures/visibility.ts'
import type { Visitor } from './actor.ts'
import { has, isAuthor, isOwner, reading } from './standing.ts'
import type {
  CommentSubject,
  EventSubject,
  FileSubject,
  JointSubject,
  VersionSubject,
} from './subjects.ts'

/** Who sees what, before anything is asked to be done. */

export function seesFile(actor: Visitor, file: FileSubject): boolean {
  if (readsCurrent(actor, file)) return true
  if (!actor || !has(actor, reading)) return false
  // A recalled version leaves its trace with those who had it.
  return file.versions.some(
    (version) => version.kind !== 'final' && reachesDelegation(file, version, actor.delegation),
  )
}

export function readsCurrent(actor: Visitor, file: FileSubject): boolean {
  if (file.isPublic) return true
  if (!actor || !has(actor, reading)) return false
  return isOwner(actor, file) || file.notifiedTo.includes(actor.delegation)
}

export function seesVersion(actor: Visitor, file: FileSubject, version: VersionSubject): boolean {
  if (version.kind === 'final' && file.isPublic) return true
  if (!actor || !has(actor, reading)) return false
  if (isOwner(actor, file)) return true
  if (version.kind === 'final') return file.notifiedTo.includes(actor.delegation)
  return !version.isRecalled && reachesDelegation(file, version, actor.delegation)
}

/** Whoever had a version that was recalled keeps its trace. */
export function seesRecall(actor: Visitor, file: FileSubject, version: VersionSubject): boolean {
  if (!version.isRecalled || !actor || !has(actor, reading)) return false
  return isOwner(actor, file) || reachesDelegation(file, version, actor.delegation)
}

export function seesComment(actor: Visitor, comment: CommentSubject): boolean {
  if (!actor || !has(actor, reading)) return false
  // One's own words stay one's own, also when the version they were about was recalled.
  if (isAuthor(actor, comment)) return seesFile(actor, comment.file)
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

/** Those who are invited know of it while it is written; who takes part, for good. */
export function seesJoint(actor: Visitor, joint: JointSubject): boolean {
  if (!actor || !has(actor, reading)) return false
  if (joint.joined.some((code) => code === actor.delegation)) return seesFile(actor, joint.file)
  return (
    !joint.isReleased &&
    joint.invited.some((code) => code === actor.delegation) &&
    seesVersion(actor, joint.file, joint.version)
  )
}

export function readsAttachment(
  actor: Visitor,
  file: FileSubject,
  attachment: AttachmentMarks,
): boolean {
  const { lane, audience } = attachmentVisibility(attachment, file)
  if (lane === 'public') return true
  if (!actor || !has(actor, reading)) return false
  if (isOwner(actor, file)) return true
  return (
    audience !== null &&
    reaches(audience, { owner: file.owner, author: file.owner }, actor.delegation)
  )
}

export function seesEvent(actor: Visitor, event: EventSubject): boolean {
  if (event.lane === 'public') return !event.file || seesFile(actor, event.file)
  if (!actor || !has(actor, reading)) return false
  if (event.delegation === actor.delegation) return !event.file || seesFile(actor, event.file)
  if (event.lane === 'inner' || !event.audience) return false
  const author = event.delegation ?? event.file?.owner
  // What states write together is not the owner’s to know of until it is released. And
  // Article 10(3): whom a requirement is told is the relying state's choice, the issuer included.
  const owner = notForTheIssuer.has(event.type) ? author : (event.file?.owner ?? author)
  if (!owner || !author) return false
  if (event.file && !seesFile(actor, event.file)) return false
  return reaches(event.audience, { owner, author }, actor.delegation)
}

const notForTheIssuer: ReadonlySet<EventType> = new Set([
  ...amongSignatories,
  'requirement-recorded',
  'requirement-ended',
])

function reachesDelegation(
  file: FileSubject,
  version: VersionSubject,
  reader: DelegationCode,
): boolean {
  return reaches(version.audience, { owner: file.owner, author: file.owner }, reader)
}
