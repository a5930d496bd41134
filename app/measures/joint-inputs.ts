import { z } from 'zod'
import { namesSomebody, reachFields, reachFrom } from './comment-inputs.ts'
import { commentTypes } from './comment.ts'
import { memberStates } from './delegation-codes.ts'
import { key } from './inputs.ts'

/** The forms about comments that states write together. */

const invited = z.array(z.enum(memberStates, 'form.choose-one')).min(1, 'form.choose-at-least-one')

export const openJointInput = z.object({
  key,
  /** The element that it is about; empty: the text as a whole. */
  element: z.string().max(100, 'form.stale').default(''),
  commentType: z.enum(commentTypes, 'form.choose-one'),
  isQuestion: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  invited,
})
export type OpenJoint = z.infer<typeof openJointInput>

export const inviteToJointInput = z.object({ invited })

/** The hash of the text that was read. */
const read = z.string().regex(/^[0-9a-f]{64}$/, 'form.stale')

export const signJointInput = z
  .object({ read, ...reachFields })
  .refine(namesSomebody.check, namesSomebody.issue)
  .transform(({ audience, delegations, ...rest }) => ({
    ...rest,
    audience: reachFrom(audience, delegations),
  }))
export type SignJoint = z.infer<typeof signJointInput>

/** `read`: of the text and whom it is to reach. */
export const releaseJointInput = z.object({ key, read })
export type ReleaseJoint = z.infer<typeof releaseJointInput>
