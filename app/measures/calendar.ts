import type { Day } from './measure.ts'

const DAY = 86_400_000

const brusselsDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export function isIsoDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

/** The day on which an instant falls in Brussels. */
export function brusselsDate(instant: Date): Day {
  const parts = new Map(brusselsDay.formatToParts(instant).map((part) => [part.type, part.value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** A date or instant as a Brussels day. */
export function toIsoDate(value: string | Date): Day {
  return typeof value === 'string' && isIsoDate(value) ? value : brusselsDate(new Date(value))
}
