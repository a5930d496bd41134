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
  ['temperature ≤ minus 40 °C', 'temperature ≤ minus 50 °C', 'tighter'],
  ['minus 40 °C or less', 'minus 50 °C or less', 'tighter'],
  ['inner diameter ≥ 65 mm', 'outer diameter ≥ 100 mm', 'different'],
  ['diameter ≥ 65 mm', 'outer diameter ≥ 100 mm', 'tighter'],
  ['minimum width ≤ 5 nm', 'maximum width ≤ 5 nm', 'different'],
  ['wafer width ≥ 5 mm', 'wafer thickness ≥ 10 mm', 'different'],
  ['maximum overlay ≤ 5 nm', 'maximum roughness ≤ 3 nm', 'different'],
  ['upper limit ≤ 5 V', 'lower limit ≤ 3 V', 'different'],
  ['peak power > 5 W', 'average power > 3 W', 'different'],
  ['maximum ≤ 5 nm', 'maximum ≤ 3 nm', 'tighter'],
  ['temperature stability better than 0.1 °C', 'temperature stability better than 0.1 K', 'same'],
  ['temperature change exceeding 20 °C', 'temperature change exceeding 10 K', 'looser'],
  ['temperature change exceeding 20 °C', 'exceeding 20 K', 'same'],
  ['temperature change exceeding 20 °C', 'temperature exceeding 20 °C', 'different'],
  ['temperature exceeding 20 °C', 'temperature exceeding 293.15 K', 'same'],
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
