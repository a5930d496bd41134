import { describe, expect, it } from 'vitest'
import { establishedDay, notEstablished, optionalEstablishedDay } from '#app/measures/inputs.ts'
import { recordAdoptionInput } from '#app/measures/record-inputs.ts'

const said = (given: unknown) => {
  const read = establishedDay.safeParse(given)
  return read.success ? read.data : read.error.issues[0]?.message
}

describe('a day that may not be established', () => {
  it.each([
    ['2023-06-23', '2023-06-23'],
    [['2023-06-23'], '2023-06-23'],
    [['', notEstablished], null],
    [notEstablished, null],
    ['', 'form.day-or-not-established'],
    [undefined, 'form.day-or-not-established'],
    [['2023-06-23', notEstablished], 'form.day-and-not-established'],
    [['2023-06-23', '2023-06-24'], 'form.day-and-not-established'],
    ['2023-13-45', 'form.date'],
    [['23 June', ''], 'form.date'],
    ['0023-06-23', 'form.implausible-day'],
    ['unknown', 'form.date'],
  ])('%j is read as %j', (given, expected) => {
    expect(said(given)).toBe(expected)
  })

  it('need not be said where nothing has happened', () => {
    expect(optionalEstablishedDay.parse(['', ''])).toBeNull()
    expect(optionalEstablishedDay.parse(undefined)).toBeNull()
    expect(optionalEstablishedDay.parse(['', notEstablished])).toBe(notEstablished)
  })

  it('of a gazette goes with the name of the gazette, known or not', () => {
    const errors = (more: object) =>
      recordAdoptionInput
        .safeParse({
          key: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
          revision: 1,
          actTitle: 'Orden',
          adoptedOn: '2023-05-31',
          ...more,
        })
        .error?.issues.map(({ path, message }) => [path[0], message])
    expect(errors({ gazette: 'BOE', gazettedOn: ['', notEstablished] })).toBeUndefined()
    expect(errors({ gazette: 'BOE' })).toEqual([['gazettedOn', 'record.gazette-needs-day']])
    expect(errors({ gazettedOn: notEstablished })).toEqual([
      ['gazette', 'record.gazette-needs-name'],
    ])
  })
})
