import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareParameters } from '#app/text/parameter-comparison.ts'
import { readParameter, type Parameter } from '#app/text/parameters.ts'

function read(phrase: string): Parameter {
  const parameter = readParameter(phrase)
  if (!parameter) throw new Error(`not understood: ${phrase}`)
  return parameter
}

test.each([
  ['≤ 2.40 nm', '≤ 1.50 nm', 'tighter'],
  ['≤ 1.50 nm', '≤ 2.40 nm', 'looser'],
  ['≥ 193 nm', '≥ 248 nm', 'tighter'],
  ['685 °C or lower', 'below 685 °C', 'tighter'],
  ['exceeding 30 °C', 'equal to or greater than 30 °C', 'looser'],
  ['≤ 45 nm', 'not exceeding 0.045 µm', 'same'],
  ['≤ 1 %', '≤ 0.01', 'same'],
  ['≥ 30 Torr', '≥ 4 kPa', 'tighter'],
  ['≤ 0 °C', '≤ 273.15 K', 'same'],
  ['> 1.50 and ≤ 2.40 nm', '≤ 2.40 nm', 'looser'],
  ['≤ 2.40 nm', '> 1.50 and ≤ 2.40 nm', 'tighter'],
  ['between 34 and 99 qubits', 'between 40 and 80 qubits', 'tighter'],
  ['between 34 and 99 qubits', 'between 40 and 120 qubits', 'different'],
  ['300 mm', '≥ 300 mm', 'looser'],
  ['≤ 45 nm', '≥ 45 nm', 'different'],
  ['≤ 45 nm', '≤ 45 Pa', 'different'],
  ['overlay ≤ 2.40 nm', 'chuck overlay ≤ 1.50 nm', 'tighter'],
  ['overlay ≤ 2.40 nm', 'resolution ≤ 1.50 nm', 'different'],
])('%s → %s: %s', (before, after, comparison) => {
  expect(compareParameters(read(before), read(after))).toBe(comparison)
})

const parameter = fc
  .record({
    sign: fc.constantFrom('<', '≤', '>', '≥', '='),
    value: fc.integer({ min: 0, max: 5 }),
    unit: fc.constantFrom('nm', 'µm', 'm', 'Pa'),
  })
  .map(({ sign, value, unit }) => read(`${sign} ${value} ${unit}`))

test('what is tighter one way is looser the other way', () => {
  const reverse = { same: 'same', tighter: 'looser', looser: 'tighter', different: 'different' }
  fc.assert(
    fc.property(parameter, parameter, (a, b) => {
      expect(compareParameters(b, a)).toBe(reverse[compareParameters(a, b)])
      expect(compareParameters(a, a)).toBe('same')
    }),
  )
})
