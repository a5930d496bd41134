import type { Day } from './measure.ts'
import { type Refusal, refuse } from './refusals.ts'

/** Days that an act cannot have on the day on which it is made; a form asks before it is confirmed. */

export function refuseDayToCome(on: Day, today: Day, field: string): Refusal | null {
  return on > today ? refuse('date-in-the-future', field) : null
}

/** A wish about a day to come, such as when comments are requested by; null: there is none. */
export function refuseDayGone(on: Day | null, today: Day, field: string): Refusal | null {
  return on !== null && on < today ? refuse('date-in-the-past', field) : null
}

/** Of what follows adoption by nature; it may be still to come. */
export function refuseDayBeforeAdoption(adoptedOn: Day, on: Day, field: string): Refusal | null {
  return on < adoptedOn ? refuse('date-before-adoption', field) : null
}

/** Of what follows adoption and has happened. */
export function refuseDayAfterAdoption(
  adoptedOn: Day,
  on: Day,
  today: Day,
  field: string,
): Refusal | null {
  return refuseDayBeforeAdoption(adoptedOn, on, field) ?? refuseDayToCome(on, today, field)
}

/** Of the Commission's acknowledgement of what was sent to it, which follows adoption. */
export function refuseAcknowledgement(
  sentOn: Day,
  acknowledgedOn: Day,
  today: Day,
): Refusal | null {
  if (acknowledgedOn < sentOn) return refuse('date-before-sending', 'acknowledgedOn')
  return refuseDayToCome(acknowledgedOn, today, 'acknowledgedOn')
}

/** The days of a record of adoption with what is known already; null: not known yet. */
export function refuseAdoptionDays(
  days: { adoptedOn: Day; gazettedOn: Day | null; inForceOn: Day | null },
  today: Day,
): Refusal | null {
  const { adoptedOn, gazettedOn, inForceOn } = days
  return (
    refuseDayToCome(adoptedOn, today, 'adoptedOn') ??
    (gazettedOn === null
      ? null
      : refuseDayAfterAdoption(adoptedOn, gazettedOn, today, 'gazettedOn')) ??
    (inForceOn === null ? null : refuseDayBeforeAdoption(adoptedOn, inForceOn, 'inForceOn'))
  )
}
