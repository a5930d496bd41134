import { describe, expect, it } from 'vitest'
import { lastDigest, minutesToNextAttempt, nextDigest } from '#app/measures/mail-times.ts'

const around = (now: string, time = '07:30') =>
  [lastDigest, nextDigest].map((digest) => digest(new Date(now), time).toISOString())

describe('the digest of a day', () => {
  it('is made at a time of Brussels, in winter and in summer', () => {
    expect(around('2026-11-21T13:00:00Z')).toEqual([
      '2026-11-21T06:30:00.000Z',
      '2026-11-22T06:30:00.000Z',
    ])
    expect(around('2026-07-01T00:10:00Z')).toEqual([
      '2026-06-30T05:30:00.000Z',
      '2026-07-01T05:30:00.000Z',
    ])
  })

  it('is due at that minute and not before', () => {
    expect(around('2026-11-21T06:29:59.999Z')[1]).toBe('2026-11-21T06:30:00.000Z')
    expect(around('2026-11-21T06:30:00.000Z')).toEqual([
      '2026-11-21T06:30:00.000Z',
      '2026-11-22T06:30:00.000Z',
    ])
  })

  it('belongs to the day of Brussels around midnight', () => {
    expect(around('2026-11-21T23:30:00Z')[0]).toBe('2026-11-21T06:30:00.000Z')
  })

  it('is made once on the days on which clocks change', () => {
    expect(around('2026-03-29T12:00:00Z')).toEqual([
      '2026-03-29T05:30:00.000Z',
      '2026-03-30T05:30:00.000Z',
    ])
    expect(around('2026-03-29T12:00:00Z', '02:30')[0]).toBe('2026-03-29T01:30:00.000Z')
    expect(around('2026-10-25T12:00:00Z', '02:30')[0]).toBe('2026-10-25T00:30:00.000Z')
  })
})

describe('a letter that could not be delivered', () => {
  it('waits longer each time, and is given up in the end', () => {
    const pauses = Array.from({ length: 9 }, (_, failed) => minutesToNextAttempt(failed + 1))
    expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, null, null])
  })
})
