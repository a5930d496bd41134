import { describe, expect, it } from 'vitest'
import {
  celexOf,
  citation,
  eliOf,
  ojNumber,
  problemWith,
  readOjReference,
} from '#app/measures/oj-reference.ts'

const october = '2023-10-20'

describe('a reference to the Official Journal', () => {
  it.each([
    // As the Style Guide and EUR-Lex have it since 1 October 2023.
    ['OJ C, C/2023/441, 20.10.2023', october],
    ['OJ C, C/2023/441, 20.10.2023, ELI: http://data.europa.eu/eli/C/2023/441/oj', october],
    ['C/2023/441', october],
    ['http://data.europa.eu/eli/C/2023/441/oj', october],
    ['https://eur-lex.europa.eu/eli/C/2023/441/oj/eng', october],
    ['52023XC00441', october],
    ['CELEX:52023XC00441', october],
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52023XC00441', october],
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:C_202300441', october],
    // As people type it.
    ['c 2023/441', october],
    ['C2023/441', october],
    ['c/2023/441', october],
    ['C / 2023 / 441', october],
    ['OJ C C/2023/441', october],
    ['OJ C, 2023/441', october],
    ['OJ C 441/2023', october],
    ['OJ C, C/2023/441 of 20 October 2023', october],
    ['Official Journal of the European Union, C series, C/2023/441, 20/10/2023', october],
    ['OJ C, C/2023/441, 2023-10-20', october],
    ['OJ C, C/2023/441 of 20 Oct 2023', october],
    ['OJ C, C/2023/441, 20 Oct. 2023.', october],
    ['C/2023/441.', october],
    ['C/2023/441/oj', october],
    ['C/2023/441/oj/eng', october],
    ['JO C, C/2023/441, 20.10.2023', october],
    ['JO C du 20.10.2023, C/2023/441', october],
    ['ABl. C, C/2023/441, 20.10.2023', october],
    // As browsers copy it.
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A52023XC00441', october],
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ%3AC_202300441&qid=17', october],
    ['https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=OJ%3aC_202300441', october],
    ['eur-lex.europa.eu/eli/C/2023/441/oj', october],
    ['http://data.europa.eu/eli/C/2023/441.', october],
    ['ELI:http://data.europa.eu/eli/C/2023/441/oj', october],
    ['\u00a0oj c, c/2023/00441 ', october],
  ])('%s is C/2023/441', (typed, on) => {
    const reference = readOjReference(typed, on)
    expect(reference && ojNumber(reference)).toBe('C/2023/441')
    expect(problemWith(typed, on)).toBeNull()
  })

  it.each([
    ['OJ L 206, 11.6.2021, p. 1', '2021-06-11', 'L 206, p. 1', 'OJ L 206, 11.6.2021, p. 1'],
    ['OJ No L 206 of 11 June 2021, p 1', '2021-06-11', 'L 206, p. 1', 'OJ L 206, 11.6.2021, p. 1'],
    ['OJ L 206/1', '2021-06-11', 'L 206, p. 1', 'OJ L 206, 11.6.2021, p. 1'],
    ['OJ:L:2021:206:0001:0461', '2021-06-11', 'L 206, p. 1', 'OJ L 206, 11.6.2021, p. 1'],
    ['2022/C 66/04', '2022-02-08', '2022/C 66/04', 'OJ C 66, 8.2.2022 (2022/C 66/04)'],
    ['oj 2022/c66/4', '2022-02-08', '2022/C 66/04', 'OJ C 66, 8.2.2022 (2022/C 66/04)'],
    ['2008/C 188/07', '2008-07-25', '2008/C 188/07', 'OJ C 188, 25.7.2008 (2008/C 188/07)'],
    ['OJ C 66, 8.2.2022, p. 4', '2022-02-08', 'C 66, p. 4', 'OJ C 66, 8.2.2022, p. 4'],
    ['OJ C 48 A, 24.2.2005', '2005-02-24', 'C 48 A', 'OJ C 48 A, 24.2.2005'],
    ['ABl. C 66 vom 8.2.2022', '2022-02-08', 'C 66', 'OJ C 66, 8.2.2022'],
    ['OJ C of 27 Sept 2024', '2024-09-27', 'C, 27.9.2024', 'OJ C, 27.9.2024'],
    ['OJ C 66', '2022-02-08', 'C 66', 'OJ C 66, 8.2.2022'],
    ['OJ C 66/2022', '2022-02-08', 'C 66', 'OJ C 66, 8.2.2022'],
    ['OJ L, 2025/2003, 14.11.2025', '2025-11-14', '2025/2003', 'OJ L, 2025/2003, 14.11.2025'],
    ['2025/2003', '2025-11-14', '2025/2003', 'OJ L, 2025/2003, 14.11.2025'],
    ['32025R2003', '2025-11-14', '2025/2003', 'OJ L, 2025/2003, 14.11.2025'],
    [
      'http://data.europa.eu/eli/reg_del/2025/2003/oj',
      '2025-11-14',
      '2025/2003',
      'OJ L, 2025/2003, 14.11.2025',
    ],
    ['C/2024/5881', '2024-10-02', 'C/2024/5881', 'OJ C, C/2024/5881, 2.10.2024'],
    // Only the series and the day are established.
    ['OJ C, 27.9.2024', '2024-09-27', 'C, 27.9.2024', 'OJ C, 27.9.2024'],
    ['C series of 27 September 2024', '2024-09-27', 'C, 27.9.2024', 'OJ C, 27.9.2024'],
  ])('%s is written as one', (typed, on, number, cited) => {
    const reference = readOjReference(typed, on)
    expect(reference && ojNumber(reference)).toBe(number)
    expect(citation(number, on)).toBe(cited)
    // What is kept is read again as the same.
    const again = readOjReference(number, on)
    expect(again && ojNumber(again)).toBe(number)
    const fromCitation = readOjReference(cited, on)
    expect(fromCitation?.kind).toBe(reference?.kind)
  })

  it.each([
    ['', october, 'oj.unreadable'],
    ['the compilation', october, 'oj.unreadable'],
    ['C/441', october, 'oj.unreadable'],
    ['C/23/441', october, 'oj.unreadable'],
    ['C/2023/0', october, 'oj.unreadable'],
    ['C/2023/1234567', october, 'oj.unreadable'],
    ['OJ C', october, 'oj.unreadable'],
    ['http://evil.example/eli/C/2023/441', october, 'oj.unreadable'],
    ['//evil.example/eli/C/2023/441/oj', october, 'oj.unreadable'],
    ['evil.example/eli/C/2023/441/oj', october, 'oj.unreadable'],
    ['https://evil.example/?uri=CELEX%3A52023XC00441', october, 'oj.unreadable'],
    ['https://data.europa.eu.evil.example/eli/C/2023/441/oj', october, 'oj.unreadable'],
    ['https://data.europa.eu@evil.example/eli/C/2023/441/oj', october, 'oj.unreadable'],
    ['ftp://data.europa.eu/eli/C/2023/441/oj', october, 'oj.unreadable'],
    ['C/2023/441, see http://evil.example/x', october, 'oj.unreadable'],
    ['C/2023/441 of 20 Octopus 2023', october, 'oj.unreadable'],
    ['OJ L, C/2023/441', october, 'oj.unreadable'],
    ['52022XC0208(04)', '2022-02-08', 'oj.unreadable'],
    ['OJ C, C/2023/441, 21.10.2023', october, 'oj.other-day'],
    ['OJ C, C/2023/441, 21 Oct 2023', october, 'oj.other-day'],
    ['OJ C, 27.9.2024', '2024-09-28', 'oj.other-day'],
    ['C/2023/441', '2022-10-20', 'oj.other-form'],
    ['C/2023/441', '2023-09-30', 'oj.other-form'],
    ['OJ C 66, p. 4', october, 'oj.other-form'],
    ['C/2023/441', '2025-01-02', 'oj.other-year'],
    ['C/2024/441', october, 'oj.other-year'],
    ['C/2025/5881', '2026-11-26', 'oj.other-year'],
    ['C/2025/5881', '2026-02-01', 'oj.other-year'],
    ['2021/C 66/04', '2022-02-08', 'oj.other-year'],
    ['OJ L, 2023/441', october, 'oj.other-series'],
  ])('%s of %s: %s', (typed, on, problem) => {
    expect(problemWith(typed, on)).toBe(problem)
  })

  it('that was numbered in December may stand in January', () => {
    expect(problemWith('C/2023/1750', '2024-01-03')).toBeNull()
    expect(problemWith('C/2023/1750', '2024-01-31')).toBeNull()
  })

  it('gives the ELI and the CELEX number that follow from it, and no other', () => {
    expect(eliOf('C/2023/724')).toBe('http://data.europa.eu/eli/C/2023/724/oj')
    expect(celexOf('C/2023/724', '2023-11-10')).toBe('52023XC00724')
    expect(celexOf('2022/C 66/04', '2022-02-08')).toBe('52022XC0208(04)')
    expect([eliOf('2022/C 66/04'), eliOf('2025/2003'), eliOf('C, 27.9.2024')]).toEqual([
      null,
      null,
      null,
    ])
    expect([celexOf('2025/2003', '2025-11-14'), celexOf('C, 27.9.2024', '2024-09-27')]).toEqual([
      null,
      null,
    ])
  })

  it('never fails, whatever is typed, and takes no time over it', () => {
    const hostile = [
      'C'.repeat(5_000),
      `${'1/'.repeat(2_000)}`,
      'OJ '.repeat(2_000),
      '\0',
      '((('.repeat(999),
      'a.'.repeat(2_000),
      '//'.repeat(2_000),
      '%41'.repeat(2_000),
    ]
    const since = performance.now()
    for (const typed of hostile) expect(problemWith(typed, october)).toBe('oj.unreadable')
    expect(performance.now() - since).toBeLessThan(500)
  })
})
