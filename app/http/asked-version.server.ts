import { z } from 'zod'
import { refuse } from '#app/measures/refusals.ts'
import { refusal } from './refusal.server.ts'

const versionNumber = z.coerce.number().int().positive().max(999_999)

/** The version that the address asks for; null where it names none. Throws 404 where it is no number. */
export function askedVersion(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get('version')
  if (asked === null) return null
  const number = versionNumber.safeParse(asked)
  if (!number.success) throw refusal(refuse('not-found'))
  return number.data
}
