import { describe, expect, test } from 'vitest'
import { leadsIn } from '#app/text/lead-in.ts'

describe('the line before points', () => {
  test.each([
    ['Inspection equipment, as follows:', 'en'],
    ['equipment having all of the following:', 'en'],
    ['Equipment with one or more of the following characteristics', 'en'],
    ['Equipment that meets points a and b, having the following: ', 'en'],
    ['Software with the following functions:', 'en'],
    ['Apparatuur met een van de volgende kenmerken:', 'nl'],
    ['Équipements, comme suit :', 'fr'],
  ])('leads in by itself: %s', (line, language) => {
    expect(leadsIn(line, language)).toBe(true)
  })

  test.each([
    ['Lithography equipment:', 'en'],
    ['Lithography equipment', 'en'],
    ['Equipment of the kind that follows. The following is a note', 'en'],
    ['', 'en'],
    ['Lithografieapparatuur', 'nl'],
  ])('does not: %s', (line, language) => {
    expect(leadsIn(line, language)).toBe(false)
  })
})
