import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fraction, shift } from '#app/text/decimal.ts'
import { inBaseUnits, readUnit } from '#app/text/units.ts'

const symbolOf = (text: string) => {
  const read = readUnit(text, 0)
  return read && read.end === text.length ? read.unit.symbol : null
}

const equal = (a: [string, string], b: [string, string]) => {
  const [left, right] = [inBaseUnits(...a), inBaseUnits(...b)]
  return left !== null && right !== null && compare(left, right) === 0
}

describe('a unit is read', () => {
  test.each([
    ['nm', 'nm'],
    ['nanometres', 'nm'],
    ['µW', 'µW'],
    ['Torr', 'Torr'],
    ['torr', 'Torr'],
    ['°C', '°C'],
    ['degrees Celsius', '°C'],
    ['eV', 'eV'],
    ['electron volts', 'eV'],
    ['per cent', '%'],
    ['physical qubits', 'qubit'],
    ['cm3', 'cm³'],
    ['cm³', 'cm³'],
    ['W/cm²', 'W/cm²'],
    ['g/cm3', 'g/cm³'],
    ['% per hour', '%/h'],
    ['kN', 'kN'],
    ['arcsec', 'arcsec'],
    ['seconds of arc', 'arcsec'],
    ["minutes d'arc", 'arcmin'],
  ])('%s', (text, symbol) => expect(symbolOf(text)).toBe(symbol))

  test.each([
    'N m',
    'W m-1 K-1',
    'm s⁻¹',
    'MHz-m',
    'kW.h',
    'W/m·K',
    'mm Hg',
    'mm squared',
    'm√Hz',
    'pT rms/√Hz',
  ])('%s is not read in part', (text) => expect(readUnit(text, 0)).toBeNull())

  test.each(['g', 'qubitss', 'in', 'as', 'km/week', 'B', 'times', 'nm³³', ''])(
    '%j is none, or may be another thing',
    (text) => expect(symbolOf(text)).toBeNull(),
  )
})

describe('values are compared exactly', () => {
  test.each<[[string, string], [string, string]]>([
    [
      ['1.1', 'µm'],
      ['1100', 'nm'],
    ],
    [
      ['0', '°C'],
      ['273.15', 'K'],
    ],
    [
      ['32', '°F'],
      ['0', '°C'],
    ],
    [
      ['760', 'Torr'],
      ['101325', 'Pa'],
    ],
    [
      ['2', 'h'],
      ['7200', 's'],
    ],
    [
      ['1000', 'mm³'],
      ['1', 'cm³'],
    ],
    [
      ['1', 'W/cm²'],
      ['10', 'kW/m²'],
    ],
    [
      ['1', 'l'],
      ['1000', 'cm³'],
    ],
  ])('%j is %j', (a, b) => expect(equal(a, b)).toBe(true))

  test('and the last digit counts', () => {
    expect(equal(['1.1', 'µm'], ['1100.0000000000000001', 'nm'])).toBe(false)
    expect(inBaseUnits('1', 'furlong')).toBeNull()
  })

  test('units of one dimension only', () => {
    const dimension = (text: string) => readUnit(text, 0)?.unit.dimension
    expect(dimension('mTorr')).toBe(dimension('N/m²'))
    expect(dimension('Pa')).not.toBe(dimension('nm'))
    expect(dimension('qubits')).not.toBe(dimension('bits'))
  })
})

test('a power of ten moves the point and loses no digit', () => {
  expect(shift('1.50', 3)).toBe('1500')
  expect(shift('1.50', 1)).toBe('15.0')
  expect(shift('1', -4)).toBe('0.0001')
  expect(shift('-12.5', -1)).toBe('-1.25')
  fc.assert(
    fc.property(
      fc.stringMatching(/^-?(0|[1-9]\d{0,6})(\.\d{1,6})?$/),
      fc.integer({ min: -12, max: 12 }),
      (plain, power) => {
        const moved = fraction(shift(plain, power))
        const ten = fraction('1' + '0'.repeat(Math.abs(power)))
        const { top, bottom } = fraction(plain)
        const expected =
          power >= 0 ? { top: top * ten.top, bottom } : { top, bottom: bottom * ten.top }
        expect(compare(moved, expected)).toBe(0)
      },
    ),
  )
})
