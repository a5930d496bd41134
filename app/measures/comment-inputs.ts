import { z } from 'zod'
import type { Audience } from './audience.ts'
import { commentTypes, intentions, replyAnswers, replyOutcomes, stances } from './comment.ts'
import { type DelegationCode, delegationCodes } from './delegation-codes.ts'
import { audienceOf, key, prose, requiredProse, revision } from './inputs.ts'
import { type ProposalKind, proposalKinds } from './proposal.ts'

/** The forms of the comments room. Who writes, and for which state, is never in a form. */

const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

const offset = z.coerce.number('form.stale').int('form.stale').nonnegative('form.stale').optional()

const saidFields = {
  commentType: z.enum(commentTypes, 'form.choose-one'),
  isQuestion: checkbox,
  body: prose(),
  proposedWording: prose()
    .default('')
    .transform((wording) => wording || null),
  /** What is proposed other than words for words; `slice`: the nodes of a small text, as JSON. */
  change: z.enum([...proposalKinds, 'none'], 'form.choose-one').optional(),
  slice: z.string().max(1_000_000, 'form.too-long').optional(),
}

interface SaysSomething {
  body: string
  proposedWording: string | null
  change?: ProposalKind | 'none'
}

const saysSomething = {
  check: ({ body, proposedWording, change = 'none' }: SaysSomething) =>
    body !== '' || proposedWording !== null || !['none', 'words'].includes(change),
  issue: { path: ['body'], message: 'form.required' },
}

/** Whom a release is to reach. `version`: everybody who has the version that it is about. */
export type Reach = Audience | { kind: 'version' }

export const reachKinds = ['version', 'owner-commission', 'owner', 'named'] as const

export const reachFields = {
  audience: z.enum(reachKinds, 'form.choose-one'),
  delegations: z.array(z.enum(delegationCodes, 'form.choose-one')).default([]),
}

export const namesSomebody = {
  check: ({ audience, delegations }: { audience: string; delegations: string[] }) =>
    audience !== 'named' || delegations.length > 0,
  issue: { path: ['delegations'], message: 'form.choose-at-least-one' },
}

export function reachFrom(kind: (typeof reachKinds)[number], delegations: DelegationCode[]): Reach {
  return kind === 'version' ? { kind } : audienceOf(kind, delegations)
}

/** A new comment: in a thread that is there (`thread`), or at a place in the text. */
export const writeCommentInput = z
  .object({
    key,
    thread: z.union([z.literal(''), z.uuid('form.stale')]).default(''),
    place: z.enum(['whole', 'element', 'words'], 'form.stale').default('whole'),
    element: z.string().max(100, 'form.stale').default(''),
    from: offset,
    to: offset,
    supersedes: z
      .union([z.literal(''), z.uuid('form.stale')])
      .default('')
      .transform((id) => id || null),
    ...saidFields,
  })
  .refine(saysSomething.check, saysSomething.issue)
export type WriteComment = z.infer<typeof writeCommentInput>

export const reviseCommentInput = z
  .object({ comment: z.uuid('form.stale'), revision, ...saidFields })
  .refine(saysSomething.check, saysSomething.issue)
export type ReviseComment = z.infer<typeof reviseCommentInput>

export const discardCommentInput = z.object({ comment: z.uuid('form.stale') })

/** Comments by id with the revision that was read: `id:revision`. */
const read = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'form.stale')
  .transform((text) => {
    const [id = '', number] = text.split(':')
    return { id, revision: Number(number) }
  })

export const releaseCommentsInput = z
  .object({
    comments: z.array(read).min(1, 'form.choose-at-least-one').max(200, 'form.too-long'),
    ...reachFields,
  })
  .refine(namesSomebody.check, namesSomebody.issue)
  .transform(({ comments, audience, delegations }) => ({
    comments,
    audience: reachFrom(audience, delegations),
  }))
export type ReleaseComments = z.infer<typeof releaseCommentsInput>

/** Comments inside that become one; it stands where the first of them stands. */
export const mergeCommentsInput = z
  .object({
    key,
    sources: z.array(read).min(2, 'form.choose-at-least-two').max(50, 'form.too-long'),
    ...saidFields,
  })
  .refine(saysSomething.check, saysSomething.issue)
export type MergeComments = z.infer<typeof mergeCommentsInput>

export const replyInsideInput = z.object({
  key,
  comment: z.uuid('form.stale'),
  body: requiredProse(),
})
export type ReplyInside = z.infer<typeof replyInsideInput>

export const recallReleaseInput = z.object({
  release: z.uuid('form.stale'),
  reason: prose(2_000),
})

export const recallCommentInput = z.object({
  comment: z.uuid('form.stale'),
  reason: prose(2_000),
})

export const giveReplyInput = z.object({
  key,
  comment: z.uuid('form.stale'),
  outcome: z.enum(replyOutcomes, 'form.choose-one'),
  reason: prose(),
})
export type GiveReply = z.infer<typeof giveReplyInput>

export const placeThreadInput = z
  .object({
    thread: z.uuid('form.stale'),
    /** Of a place in the shown version; the list opens at a guess, so it says nothing where the words are gone. */
    element: z.string().max(200).default(''),
    isGone: checkbox,
  })
  .refine(({ element, isGone }) => isGone || element !== '', {
    path: ['element'],
    message: 'form.choose-one',
  })
  .transform((form) => (form.isGone ? { ...form, element: '' } : form))
export type PlaceThread = z.infer<typeof placeThreadInput>

export const answerReplyInput = z.object({
  comment: z.uuid('form.stale'),
  reply: z.uuid('form.stale'),
  answer: z.enum(replyAnswers, 'form.choose-one'),
  reason: prose(),
})
export type AnswerReply = z.infer<typeof answerReplyInput>

export const takeUpInput = z.object({
  key,
  comment: z.uuid('form.stale'),
  reason: prose(),
  /** What stood in the draft when the wording was settled, by its hash, and what is to stand there. */
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'form.stale')
    .optional(),
  entered: z.string().max(1_000_000, 'form.too-long').optional(),
})
export type TakeUp = z.infer<typeof takeUpInput>

export const takeUpSeveralInput = z.object({
  key,
  comments: z
    .array(z.uuid('form.stale'))
    .min(1, 'form.choose-at-least-one')
    .max(100, 'form.too-long'),
  reason: prose(),
})
export type TakeUpSeveral = z.infer<typeof takeUpSeveralInput>

/** Each act of a comments room with what its form holds. */
export const discussionInputs = {
  write: writeCommentInput,
  revise: reviseCommentInput,
  discard: discardCommentInput,
  release: releaseCommentsInput,
  merge: mergeCommentsInput,
  'reply-inside': replyInsideInput,
  'recall-release': recallReleaseInput,
  recall: recallCommentInput,
  reply: giveReplyInput,
  'answer-reply': answerReplyInput,
  'place-thread': placeThreadInput,
  'take-up': takeUpInput,
  'take-up-several': takeUpSeveralInput,
}
export type DiscussionInputs = typeof discussionInputs
export type DiscussionAct = keyof DiscussionInputs

/** The acts whose form is refused without the key by which what is sent again is known. */
export type KeyedAct = {
  [Act in DiscussionAct]: z.input<DiscussionInputs[Act]> extends { key: string } ? Act : never
}[DiscussionAct]

export const statePositionInput = z
  .object({
    key,
    entry: z
      .string()
      .max(100, 'form.stale')
      .default('')
      .transform((code) => code || null),
    stance: z.enum(stances, 'form.choose-one'),
    intentions: z.array(z.enum(intentions, 'form.choose-one')).default([]),
    reasons: prose(),
    ...reachFields,
  })
  .refine(namesSomebody.check, namesSomebody.issue)
  .transform(({ audience, delegations, entry, ...rest }) => ({
    ...rest,
    entryCode: entry,
    audience: reachFrom(audience, delegations),
  }))
export type StatePosition = z.infer<typeof statePositionInput>
