import { type DelegationCode, inProtocolOrder } from './delegation-codes.ts'

/** What a comment is about. */
export const commentTypes = [
  'scope',
  'control-parameter',
  'definition',
  'legal-basis',
  'effect-on-operators',
  'editorial',
] as const
export type CommentType = (typeof commentTypes)[number]

/**
 * Where a state stands on another state's national measure. Not a vote: nobody's silence is
 * counted, and reservations exist only for texts that a body is to agree.
 */
export const stances = ['no-comments', 'supports', 'comments', 'question', 'concern'] as const
export type Stance = (typeof stances)[number]

/** What a state intends for itself. */
export const intentions = [
  'same-control-exists',
  'plans-same-control',
  'considers-article-10',
  'no-known-producer',
  'no-plans',
] as const
export type Intention = (typeof intentions)[number]

/** What follows from a comment, as the owner says. `answered`: a question was answered. */
export const replyOutcomes = ['taken-up', 'partly', 'not', 'answered'] as const
export type ReplyOutcome = (typeof replyOutcomes)[number]

/** What whoever raised a comment says of the owner's reply to it. */
export const replyAnswers = ['content', 'maintained'] as const
export type ReplyAnswer = (typeof replyAnswers)[number]

/** A stance that must be explained to be stated. */
export function needsReasons(stance: Stance): boolean {
  return stance === 'concern'
}

interface Authored {
  delegation: DelegationCode
  signatories: readonly DelegationCode[]
}

/** Whose it is: one delegation, or all that signed it. */
export function authorsOf({ delegation, signatories }: Authored): readonly DelegationCode[] {
  return signatories.length > 0 ? signatories : [delegation]
}

/** All whose comments these are, in protocol order. */
export function authorsAmong(comments: readonly Authored[]): DelegationCode[] {
  return inProtocolOrder(comments.flatMap((comment) => authorsOf(comment)))
}
