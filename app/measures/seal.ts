import type { Audience } from './audience.ts'
import type { DelegationCode } from './delegation-codes.ts'

/** Whose comment it was and whom it had reached, when it was sealed: what the policy asks of it. */
export interface SealedSaying {
  commentId: string
  versionId: string
  delegation: DelegationCode
  signatories: readonly DelegationCode[]
  audience: Audience
}

/**
 * To whom a part of a sealed record is shown, of those who may take the record away. The policy is asked
 * anew each time: what was recalled since is withheld since.
 */
export type Sight =
  | { of: 'act' }
  /** The house of the state whose measure it is. */
  | { of: 'house' }
  /** Those who have that version. */
  | { of: 'version'; versionId: string }
  | ({ of: 'comment' } & SealedSaying)
  /** The words of a version that a comment quotes: of the version in which its thread was opened. */
  | ({ of: 'quote'; openedIn: string } & SealedSaying)
  | { of: 'position'; versionId: string; delegation: DelegationCode; audience: Audience }
  /** Nobody: a part that holds nothing, so that the number of the others cannot be counted. */
  | { of: 'nothing' }

export interface PlannedPart {
  /** What it is: `act`, `text`, `comment`, `position` … */
  name: string
  /** What JSON can hold. */
  content: unknown
  sight: Sight
}

const nothing: PlannedPart = { name: '', content: null, sight: { of: 'nothing' } }

/** With parts that hold nothing, up to the next power of two: how many there are says little then. */
export function withBlanks(parts: readonly PlannedPart[]): PlannedPart[] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(parts.length, 1)))
  return [...parts, ...Array.from({ length: size - parts.length }, () => nothing)]
}

/** Whether it can be taken away. waiting: no checkpoint covers it yet. none: it is older than seals are. */
export type SealState = 'none' | 'waiting' | 'ready'
