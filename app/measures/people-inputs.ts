import { z } from 'zod'
import { key, optional, optionalDay, required } from './inputs.ts'
import { roles } from './roles.ts'

/** The forms about people; messages are keys of the catalogue. */

const role = z.enum(roles, 'form.choose-one')
const office = z
  .union([z.literal(''), z.uuid('form.choose-one')])
  .default('')
  .transform((id) => id || null)

export const inviteInput = z.object({
  key,
  name: required(120),
  officeId: office,
  roles: z.array(role).min(1, 'form.choose-at-least-one'),
})
export type Invite = z.infer<typeof inviteInput>

export const grantInput = z.object({ key, role, from: optionalDay, until: optionalDay })
export type GrantRole = z.infer<typeof grantInput>

export const personInput = z.object({ name: required(120), officeId: office })
export type ChangePerson = z.infer<typeof personInput>

export const settingsInput = z.object({
  draftersMayRelease: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  functionalMailbox: optional(200)
    .pipe(z.union([z.literal(''), z.email('form.mail-address')], 'form.mail-address'))
    .transform((address) => address || null),
})
export type ChangeSettings = z.infer<typeof settingsInput>
