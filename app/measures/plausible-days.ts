import type { Day } from './measure.ts'

/**
 * Which days a form takes. No law sets these bounds: they tell a slip of the pen, such as the year 1 or
 * 9999, from a day that can be meant. National controls older than the Union's stand in some lists;
 * none in force is known from before 1950, and nobody plans for longer than thirty years.
 */
export const earliestDay: Day = '1950-01-01'
export const yearsAhead = 30

export function isPlausibleDay(day: Day, today: Day): boolean {
  const latestDay = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`
  return day >= earliestDay && day <= latestDay
}
