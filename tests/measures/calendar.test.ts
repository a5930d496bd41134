import { describe, expect, it } from 'vitest'
import { brusselsDate, daysBetween, isIsoDate, toIsoDate } from '#app/measures/calendar.ts'

describe('calendar', () => {
  it('puts an instant late in the evening of Greenwich on the next day in Brussels', () => {
    expect(brusselsDate(new Date('2026-11-21T22:59:59Z'))).toBe('2026-11-21')
    expect(brusselsDate(new Date('2026-11-21T23:00:00Z'))).toBe('2026-11-22')
    expect(brusselsDate(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02')
  })

  it('leaves a plain date on its day', () => {
    expect(toIsoDate('2026-11-21')).toBe('2026-11-21')
  })

  it('counts whole days over the changes of summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1)
  })

  it('knows which days exist', () => {
    expect(isIsoDate('2028-02-29')).toBe(true)
    expect(isIsoDate('2026-02-29')).toBe(false)
    expect(isIsoDate('21.11.2026')).toBe(false)
    expect(isIsoDate('2026-13-01')).toBe(false)
  })
})
