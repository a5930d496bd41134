import { notEstablished } from './inputs.ts'
import type { Day } from './measure.ts'
import type { RecordAdoption } from './record-inputs.ts'
import { type Refusal, refuse } from './refusals.ts'

/** Days that an act cannot have on the day on which it is made; a form asks before it is confirmed. */

export function refuseDayToCome(on: Day | null, today: Day, field: string): Refusal | null {
  return on !== null && on > today ? refuse('date-in-the-future', field) : null
}

/** A wish about a day to come, such as when comments are requested by; null: there is none. */
export function refuseDayGone(on: Day | null, today: Day, field: string): Refusal | null {
  return on !== null && on < today ? refuse('date-in-the-past', field) : null
}

/**
 * Of what follows adoption by nature; it may be still to come. A day that is not established (null) is
 * held against nothing.
 */
export function refuseDayBeforeAdoption(
  adoptedOn: Day | null,
  on: Day | null,
  field: string,
): Refusal | null {
  if (adoptedOn === null || on === null) return null
  return on < adoptedOn ? refuse('date-before-adoption', field) : null
}

/** Of what follows adoption and has happened. */
export function refuseDayAfterAdoption(
  adoptedOn: Day | null,
  on: Day | null,
  today: Day,
  field: string,
): Refusal | null {
  return refuseDayBeforeAdoption(adoptedOn, on, field) ?? refuseDayToCome(on, today, field)
}

/** Of the Commission's acknowledgement of what was sent to it, which follows adoption. */
export function refuseAcknowledgement(
  sentOn: Day | null,
  acknowledgedOn: Day,
  today: Day,
): Refusal | null {
  if (sentOn !== null && acknowledgedOn < sentOn)
    return refuse('date-before-sending', 'acknowledgedOn')
  return refuseDayToCome(acknowledgedOn, today, 'acknowledgedOn')
}

/** The days of a record of adoption with what is known already; null: not known. */
export function refuseAdoptionDays(
  days: Pick<RecordAdoption, 'adoptedOn' | 'gazettedOn' | 'inForceOn'>,
  today: Day,
): Refusal | null {
  const { adoptedOn, gazettedOn, inForceOn } = days
  const gazetted = gazettedOn === notEstablished ? null : gazettedOn
  return (
    refuseDayToCome(adoptedOn, today, 'adoptedOn') ??
    refuseDayAfterAdoption(adoptedOn, gazetted, today, 'gazettedOn') ??
    refuseDayBeforeAdoption(adoptedOn, inForceOn, 'inForceOn')
  )
}

/** Of a corrigendum: what it corrects was there before it. */
export function refuseDayBeforeCorrected(corrected: Day, on: Day): Refusal | null {
  return on < corrected ? refuse('date-before-corrected', 'publishedOn') : null
}
