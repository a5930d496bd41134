import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'

/**
 * The audience rule of `app/measures/audience` as a condition, to narrow what is read. The policy
 * still answers for each thing that is sent. The owner of the file and the author are not meant
 * here: name them beside it.
 */
export function audienceReaches(audience: AnyColumn, reader: DelegationCode): SQL {
  return sql`(
    (${audience}->>'kind' = 'all' AND ${reader}::text <> 'GSC')
    OR (${audience}->>'kind' = 'owner-commission' AND ${reader}::text = 'COM')
    OR (${audience}->>'kind' = 'named' AND ${audience}->'delegations' ? ${reader}::text)
  )`
}
