import { describe, expect, it } from 'vitest'
import { isPlausibleDay } from '#app/measures/plausible-days.ts'
import { shareInput, stepInput } from '#app/measures/inputs.ts'
import * as record from '#app/measures/record-inputs.ts'
import { grantInput } from '#app/measures/people-inputs.ts'

const today = '2026-11-24'
const implausible = 'form.implausible-day'

describe('a day', () => {
  it('can be meant from 1950 up to thirty years from now', () => {
    const meant = ['1950-01-01', '1993-07-01', today, '2056-11-24']
    const slips = ['0001-01-01', '0202-06-23', '1949-12-31', '2056-11-25', '9999-12-31']
    expect([...meant, ...slips].filter((day) => isPlausibleDay(day, today))).toEqual(meant)
  })

  it('that cannot be meant is refused next to its field, in every form that takes one', () => {
    const forms = { shareInput, stepInput, grantInput, ...record }
    const taken: string[] = []
    for (const [name, schema] of Object.entries(forms)) {
      if (typeof schema !== 'object' || !('safeParse' in schema)) continue
      for (const field of fieldsOf(schema)) {
        const issuesFor = (day: string) =>
          (schema.safeParse({ [field]: day }).error?.issues ?? []).filter(
            ({ path }) => path[0] === field,
          )
        if (issuesFor('2026-11-20').length > 0 || issuesFor('2026-13-45').length === 0) continue
        taken.push(`${name}.${field}`)
        const messages = ['0001-01-01', '9999-12-31'].map((day) => issuesFor(day)[0]?.message)
        expect([name, field, ...messages]).toEqual([name, field, implausible, implausible])
      }
    }
    expect(taken).toEqual(
      expect.arrayContaining([
        'shareInput.commentsBy',
        'stepInput.on',
        'grantInput.until',
        'recordAdoptionInput.adoptedOn',
        'recordAdoptionInput.gazettedOn',
        'recordAdoptionInput.inForceOn',
        'correctAdoptionInput.adoptedOn',
        'recordSendingInput.sentOn',
        'correctSendingInput.sentOn',
        'acknowledgeInput.acknowledgedOn',
        'correctAcknowledgementInput.acknowledgedOn',
        'recordCompilationInput.publishedOn',
        'recordCoverageInput.since',
        'recordRepealInput.repealedOn',
        'recordRequirementInput.customsInformedOn',
        'recordRefusalInput.refusedOn',
      ]),
    )
  })
})

function fieldsOf(schema: object): string[] {
  return 'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
    ? Object.keys(schema.shape)
    : []
}
