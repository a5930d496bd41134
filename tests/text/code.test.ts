import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categories, groups, seriesOf } from '#app/text/annex-i.ts'
import { codeWarnings, compareCodes, formatCode, parseCode } from '#app/text/code.ts'

describe('a code is read', () => {
  test.each([
    ['3B801', 3, 'B', '801', []],
    ['3B801.f.5', 3, 'B', '801', ['f', '5']],
    ['3B501.n.1.c', 3, 'B', '501', ['n', '1', 'c']],
    ['3B1001.l', 3, 'B', '1001', ['l']],
    ['1B1901', 1, 'B', '1901', []],
    ['0E001', 0, 'E', '001', []],
    [' 3b801 (f)(5) ', 3, 'B', '801', ['f', '5']],
    ['3B801.aa.12', 3, 'B', '801', ['aa', '12']],
  ])('%s', (text, category, group, digits, subpoints) => {
    expect(parseCode(text)).toEqual({ kind: 'entry', category, group, digits, subpoints })
  })

  test.each([
    ['8486', '8486', false],
    ['ex 8486 20', '848620', true],
    ['8479.89.97', '84798997', false],
  ])('%s as a heading of the tariff, which old controls carry', (text, digits, isPart) => {
    expect(parseCode(text)).toEqual({ kind: 'tariff', digits, isPart })
    expect(codeWarnings(text)).toEqual([])
  })

  test.each(['3F801', 'ML5', '3B80', '3B80101', 'B801', '3B801.f.5 to f.7', 'Annex IV, 3B801'])(
    '%s stays as it is',
    (text) => expect(parseCode(text)).toEqual({ kind: 'other', text }),
  )

  test('no code is missing and not wrong', () => {
    expect(parseCode('  ')).toEqual({ kind: 'missing' })
  })
})

describe('an odd code warns', () => {
  test.each([
    ['3B801.f.5', []],
    ['2B910', []],
    ['1B1901', []],
    ['', ['code-missing']],
    ['quantum', ['code-not-understood']],
    ['3B501.f', ['code-annex-i-series']],
    ['4A001', ['code-annex-i-series']],
    ['4A650', ['code-series-unknown']],
    ['4A900', ['code-series-unknown']],
    ['3b801', ['code-spelling']],
    ['3B801.5.f', ['code-points']],
  ])('%s: %j', (text, warnings) => expect(codeWarnings(text)).toEqual(warnings))
})

test('the series of a number is told only where a source explains it', () => {
  expect(seriesOf('506')?.name).toBe('uniform-2025')
  expect(seriesOf('801')?.name).toBe('national-800')
  expect(seriesOf('910')?.name).toBe('national-900')
  expect(seriesOf('900')).toBeNull()
  expect(seriesOf('1901')).toBeNull()
})

const subpoint = (depth: number) =>
  depth % 2 === 0
    ? fc.stringMatching(/^[a-z]{1,2}$/)
    : fc.integer({ min: 1, max: 99 }).map((number) => String(number))

const anyCode = fc
  .record({
    category: fc.constantFrom(...categories),
    group: fc.constantFrom(...groups),
    digits: fc.stringMatching(/^\d{3,4}$/),
    subpoints: fc
      .tuple(subpoint(0), subpoint(1), subpoint(2))
      .chain((all) => fc.integer({ min: 0, max: 3 }).map((count) => all.slice(0, count))),
  })
  .map((code) => ({ kind: 'entry' as const, ...code }))

test('every code that is written comes back', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(parseCode(formatCode(code))).toEqual(code)
    }),
  )
})

test('reading never fails, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(formatCode(parseCode(text)).length).toBeLessThanOrEqual(text.length + 8)
      codeWarnings(text)
    }),
  )
})

test('codes stand in natural order', () => {
  const order = [
    '1B1901', '2B910', '3A504', '3B501.f.1.b', '3B801', '3B801.a.4', '3B801.f.5', '3B801.f.6',
    '3B801.f.10', '3B801.aa', '3B1001.l', '3D809', '4A506', '8486', 'ex 8486 20', 'quantum', '',
  ] // prettier-ignore
  const shuffled = order.toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1))
  expect(shuffled.toSorted(compareCodes)).toEqual(order)
})

test('the order is a total one', () => {
  fc.assert(
    fc.property(anyCode, anyCode, anyCode, (a, b, c) => {
      const [x, y, z] = [a, b, c].map(formatCode).toSorted(compareCodes)
      expect(compareCodes(x ?? '', y ?? '')).toBeLessThanOrEqual(0)
      expect(compareCodes(x ?? '', z ?? '')).toBeLessThanOrEqual(0)
      expect(compareCodes(y ?? '', x ?? '')).toBeGreaterThanOrEqual(0)
    }),
  )
})
