import { z } from 'zod'
import { bodies, roles } from '../roles.ts'
import { delegation, id } from './fields.ts'

/** Who may act for whom. */
export const peopleEvents = [
  z.object({
    type: z.literal('person-invited'),
    invitationId: id,
    delegation,
    officeId: id.nullable(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    type: z.literal('invitation-accepted'),
    invitationId: id,
    personId: id,
    delegation,
    name: z.string(),
  }),
  z.object({ type: z.literal('invitation-withdrawn'), invitationId: id }),
  z.object({
    type: z.literal('role-granted'),
    grantId: id,
    personId: id,
    role: z.enum(roles),
    body: z.enum(bodies).nullable(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime().nullable(),
  }),
  z.object({ type: z.literal('role-ended'), grantId: id, personId: id }),
  z.object({
    type: z.literal('person-changed'),
    personId: id,
    name: z.string(),
    officeId: id.nullable(),
  }),
  z.object({ type: z.literal('person-deactivated'), personId: id }),
  z.object({ type: z.literal('sessions-ended'), personId: id }),
  z.object({
    type: z.literal('delegation-settings-changed'),
    delegation,
    draftersMayRelease: z.boolean(),
    functionalMailbox: z.string().nullable(),
  }),
] as const
