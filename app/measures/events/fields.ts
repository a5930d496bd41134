import { z } from 'zod'
import { audienceKinds, type Audience } from '../audience.ts'
import { delegationCodes, memberStates } from '../delegation-codes.ts'

export const id = z.uuid()
export const day = z.iso.date()
/** Null where the day is not established. */
export const establishedDay = day.nullable()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const delegation = z.enum(delegationCodes)
export const memberState = z.enum(memberStates)

export const audience: z.ZodType<Audience> = z.union([
  z.object({ kind: z.literal('named'), delegations: z.array(delegation).min(1) }),
  z.object({ kind: z.enum(audienceKinds).exclude(['named']) }),
])
