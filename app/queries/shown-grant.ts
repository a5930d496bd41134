import type { Day } from '#app/measures/measure.ts'
import { toIsoDate } from '#app/measures/calendar.ts'
import type { Body, Role } from '#app/measures/roles.ts'

/** A role as screens show it, with whole days in Brussels. */
export interface ShownGrant {
  id: string
  role: Role
  body: Body | null
  /** The first day; null once it has begun. */
  from: Day | null
  /** The last day; null: until it is ended. */
  until: Day | null
}

interface Grant {
  id: string
  role: Role
  body: Body | null
  validFrom: Date
  validUntil: Date | null
}

export function showGrant({ id, role, body, validFrom, validUntil }: Grant, now: Date): ShownGrant {
  return {
    id,
    role,
    body,
    from: validFrom > now ? toIsoDate(validFrom) : null,
    // A period ends with the last moment of its last day.
    until: validUntil && toIsoDate(new Date(validUntil.getTime() - 1)),
  }
}
