import { describe, expect, it } from 'vitest'
import {
  refuseAdoptionDays,
  refuseDayAfterAdoption,
  refuseDayGone,
  refuseDayToCome,
} from '#app/measures/refused-days.ts'

const today = '2026-11-24'

describe('a day', () => {
  it('of what has happened is today at the latest', () => {
    expect(refuseDayToCome(today, today, 'on')).toBeNull()
    expect(refuseDayToCome('2026-11-25', today, 'on')).toEqual({
      ok: false,
      reason: 'date-in-the-future',
      field: 'on',
    })
  })

  it('of what is wished for is today at the earliest, and may be left open', () => {
    expect(refuseDayGone(null, today, 'on')).toBeNull()
    expect(refuseDayGone(today, today, 'on')).toBeNull()
    expect(refuseDayGone('2026-11-23', today, 'on')).toMatchObject({ reason: 'date-in-the-past' })
  })

  it('of what follows adoption lies between it and today', () => {
    const reason = (on: string) => refuseDayAfterAdoption('2026-11-01', on, today, 'on')?.reason
    expect(reason('2026-10-31')).toBe('date-before-adoption')
    expect(reason('2026-11-01')).toBeUndefined()
    expect(reason('2026-11-25')).toBe('date-in-the-future')
  })
})

describe('the days of a record of adoption', () => {
  const refused = (days: Partial<Parameters<typeof refuseAdoptionDays>[0]>) =>
    refuseAdoptionDays({ adoptedOn: today, gazettedOn: null, inForceOn: null, ...days }, today)

  it('are refused next to the one that cannot be', () => {
    expect(refused({ adoptedOn: '2026-11-25' })).toMatchObject({ field: 'adoptedOn' })
    expect(refused({ gazettedOn: '2026-11-25' })).toMatchObject({ field: 'gazettedOn' })
    expect(refused({ gazettedOn: '2026-11-23' })).toMatchObject({ reason: 'date-before-adoption' })
    expect(refused({ inForceOn: '2026-11-23' })).toMatchObject({ field: 'inForceOn' })
  })

  it('may leave open what is not known, and name an entry into force to come', () => {
    expect(refused({})).toBeNull()
    expect(refused({ gazettedOn: today, inForceOn: '2027-01-01' })).toBeNull()
  })
})
