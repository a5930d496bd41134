import { brusselsDate } from './calendar.ts'
import type { Day } from './measure.ts'

/** A time of day in Brussels, `HH:MM`. */
export type TimeOfDay = string

const MINUTE = 60_000
const DAY = 86_400_000

const brusselsClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The digest that was due last: what was written before it has been collected, or is to be now. */
export function lastDigest(now: Date, time: TimeOfDay): Date {
  const today = brusselsInstant(brusselsDate(now), time)
  return today <= now ? today : brusselsInstant(dayAfter(brusselsDate(now), -1), time)
}

export function nextDigest(now: Date, time: TimeOfDay): Date {
  const today = brusselsInstant(brusselsDate(now), time)
  return today > now ? today : brusselsInstant(dayAfter(brusselsDate(now), 1), time)
}

/** Minutes to wait after the nth attempt; after the last one it is given up, within a day or so. */
const pauses = [1, 5, 15, 60, 180, 360, 720]

/** How long to wait after so many failed attempts, in minutes; null: give up. */
export function minutesToNextAttempt(attempts: number): number | null {
  return pauses[attempts - 1] ?? null
}

/**
 * The instant at which clocks in Brussels show this time on this day. In the hour that is left out in
 * spring it is an hour later by the clock; in the hour that comes twice in autumn, the first one.
 */
function brusselsInstant(day: Day, time: TimeOfDay): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const candidates = [120, 60].map((offset) => new Date(asUtc - offset * MINUTE))
  return (
    candidates.find((instant) => brusselsClock.format(instant) === time) ??
    new Date(asUtc - 60 * MINUTE)
  )
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}
