import { z } from 'zod'
import { optional } from './inputs.ts'

/** Where somebody wants the post of their delegation themselves; empty: nowhere. */
export const ownAddressInput = z.object({
  address: optional(200)
    .pipe(z.union([z.literal(''), z.email('form.mail-address')], 'form.mail-address'))
    .transform((address) => address || null),
})
export type OwnAddress = z.infer<typeof ownAddressInput>
