import { describe, expect, it } from 'vitest'
import { toCsv } from '#app/http/csv.ts'

describe('CSV', () => {
  it('quotes every field and ends every line as the standard says', () => {
    expect(toCsv([['a "b", c', 3]])).toBe('\uFEFF"a ""b"", c","3"\r\n')
  })

  it('leaves no field that a spreadsheet takes for a formula (row 41)', () => {
    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      '\t=1',
      '\r\n=1',
      '＝1',
      '|cmd',
      '%0A=1',
    ]
    expect(hostile.filter((value) => !toCsv([[value]]).startsWith(`\uFEFF"'`))).toEqual([])
  })

  it('keeps a row on one line, whatever is in its fields', () => {
    const csv = toCsv([['one\r\ntwo\u2028three', 'four\tfive']])
    expect(csv).toBe('\uFEFF"one two three","four five"\r\n')
  })
})
