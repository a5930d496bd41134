import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findParameters, readParameter, writeParameter } from '#app/text/parameters.ts'

/** A reading in short: `overlay: ≤ 1.50 nm`. */
function short(phrase: string, language?: string): string | null {
  const parameter = readParameter(phrase, language)
  if (!parameter) return null
  const { quantity } = parameter
  return (quantity === null ? '' : `${quantity}: `) + writeParameter(parameter)
}

describe('a threshold is read as data', () => {
  test.each([
    ['≤ 45 nm', '≤ 45 nm'],
    ['≤ 45', '≤ 45'],
    ['≤45 nm', '≤ 45 nm'],
    ['<= 45 nm', '≤ 45 nm'],
    ['overlay better than 1.50 nm', 'overlay: < 1.50 nm'],
    ['better than 1.50 nm', '< 1.50 nm'],
    ['1.50 nm or better', '≤ 1.50 nm'],
    ['an overlay of 1.50 nm or better', 'overlay: ≤ 1.50 nm'],
    ['resolution equal to or better than 0.5 nm', 'resolution: ≤ 0.5 nm'],
    ['equal to or less (better) than 0.5 nm', '≤ 0.5 nm'],
    ['685 °C or lower', '≤ 685 °C'],
    ['a temperature of 685 °C or lower', 'temperature: ≤ 685 °C'],
    ['below 685 °C', '< 685 °C'],
    ['not exceeding 2.40 nm', '≤ 2.40 nm'],
    ['does not exceed 2.40 nm', '≤ 2.40 nm'],
    ['equal to or greater than 193 nm', '≥ 193 nm'],
    ['greater than or equal to 193 nm', '≥ 193 nm'],
    [
      'a light source wavelength equal to or longer than 193 nm',
      'light source wavelength: ≥ 193 nm',
    ],
    ['exceeding 30 °C', '> 30 °C'],
    ['exceeding 30 degrees Celsius', '> 30 °C'],
    ['in excess of 75 °C', '> 75 °C'],
    ['between 34 and 99 qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['between 34 and 99 physical qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['34-99 qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['34–99 qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['from 100 to 600 cm³', '≥ 100 cm³, ≤ 600 cm³'],
    ['100 cm3 to 600 cm3', '≥ 100 cm³, ≤ 600 cm³'],
    ['at least 300 mm', '≥ 300 mm'],
    ['not less than 300 mm', '≥ 300 mm'],
    ['a minimum of 300 mm', '≥ 300 mm'],
    ['300 mm or more in diameter', 'diameter: ≥ 300 mm'],
    ['up to 48 h', '≤ 48 h'],
    ['at most 21 nm', '≤ 21 nm'],
    ['a maximum of 21 nm', '≤ 21 nm'],
    ['≤ 10⁻⁴', '≤ 0.0001'],
    ['C-NOT error ≤ 10⁻⁴', 'C-NOT error: ≤ 0.0001'],
    ['≤ 1.5 × 10⁻⁴', '≤ 0.00015'],
    ['less than 1.5 x 10^-4 Pa', '< 0.00015 Pa'],
    ['≥ 1 %', '≥ 1 %'],
    ['1 % or more', '≥ 1 %'],
    ['one', null],
    ['≥ 30 Torr', '≥ 30 Torr'],
    ['hydrogen reductant pressure ≥ 30 Torr', 'hydrogen reductant pressure: ≥ 30 Torr'],
    ['> 4.0 eV', '> 4.0 eV'],
    ['a work function greater than 4.0 eV', 'work function: > 4.0 eV'],
    ['≥ 600 µW', '≥ 600 µW'],
    ['≥ 600 μW', '≥ 600 µW'],
    ['≤ 0.1 K', '≤ 0.1 K'],
    ['more than 48 hours', '> 48 h'],
    ['> 60 kN', '> 60 kN'],
    ['vacuum of 0.01 Pa or less', 'vacuum: ≤ 0.01 Pa'],
    ['≥ 2 000 qubits', '≥ 2000 qubit'],
    ['≥ 2\u2009000 qubits', '≥ 2000 qubit'],
    ['≥ 2\u00A0000 qubits', '≥ 2000 qubit'],
    ['≤ 0,01 Pa', '≤ 0.01 Pa'],
    ['chuck overlay > 1.50 and ≤ 2.40 nm', 'chuck overlay: > 1.50 nm, ≤ 2.40 nm'],
    ['greater than 1.50 nm but not exceeding 2.40 nm', '> 1.50 nm, ≤ 2.40 nm'],
    ['not exceeding 2.40 nm and greater than 1.50 nm', '> 1.50 nm, ≤ 2.40 nm'],
    ['300 mm', '= 300 mm'],
    ['a wafer diameter of 300 mm', 'wafer diameter: = 300 mm'],
    ['at 193 nm', '= 193 nm'],
    ['K = 0.35', 'K: = 0.35'],
    ['below -40 °C', '< -40 °C'],
    ['below −40 °C', '< -40 °C'],
    ['≥ 10 W/cm²', '≥ 10 W/cm²'],
    ['drift of less than 1 % per hour', 'drift: < 1 %/h'],
    ['exceeding 1,500,000 qubits', '> 1500000 qubit'],
    ['The overlay is not greater than 1.50 nm;', 'overlay: ≤ 1.50 nm'],
  ])('%s', (phrase, reading) => expect(short(phrase)).toBe(reading))

  test.each([
    ['nl', 'een resolutie van 45 nm of minder', '≤ 45 nm'],
    ['nl', 'groter dan 1,50 nm maar niet meer dan 2,40 nm', '> 1.50 nm, ≤ 2.40 nm'],
    ['nl', 'ten minste 300 mm', '≥ 300 mm'],
    ['nl', 'tussen 34 en 99 qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['de', 'größer als 60 kN', '> 60 kN'],
    ['de', 'gleich oder kleiner als 45 nm', '≤ 45 nm'],
    ['de', '685 °C oder niedriger', '≤ 685 °C'],
    ['de', 'nicht mehr als 0,1 K', '≤ 0.1 K'],
    ['fr', 'inférieure ou égale à 45 nm', '≤ 45 nm'],
    ['fr', 'supérieur à 4,0 eV', '> 4.0 eV'],
    ['fr', 'au moins 300 mm', '≥ 300 mm'],
    ['fr', 'compris entre 34 et 99 qubits', '≥ 34 qubit, ≤ 99 qubit'],
    ['el', '≤ 45 nm', '≤ 45 nm'],
  ])('%s: %s', (language, phrase, reading) => {
    expect(
      findParameters(phrase, language).map(({ parameter }) => writeParameter(parameter)),
    ).toEqual([reading])
  })

  test.each([
    ['nl', 'een lijnbreedte van < 10 kHz', 'lijnbreedte: < 10 kHz'],
    ['nl', 'De lijnbreedte bedraagt minder dan 10 kHz', 'lijnbreedte: < 10 kHz'],
    ['nl', 'van ≤ 45 nm', '≤ 45 nm'],
    ['de', 'eine Linienbreite von < 10 kHz', 'Linienbreite: < 10 kHz'],
    ['de', 'die Temperatur beträgt höchstens 685 °C', 'Temperatur: ≤ 685 °C'],
    ['fr', 'une largeur de raie de < 10 kHz', 'largeur de raie: < 10 kHz'],
    ['fr', "l'énergie est supérieure à 4,0 eV", 'énergie: > 4.0 eV'],
    ['fr', 'l’énergie de > 4,0 eV', 'énergie: > 4.0 eV'],
    ['it', 'una larghezza di riga di < 10 kHz', 'larghezza di riga: < 10 kHz'],
    ['it', "un'energia ≤ 4,0 eV", 'energia: ≤ 4.0 eV'],
    ['es', 'un ancho de línea de < 10 kHz', 'ancho de línea: < 10 kHz'],
    ['es', 'la longitud de onda es ≥ 193 nm', 'longitud de onda: ≥ 193 nm'],
  ])('%s: %s, named without article and preposition', (language, phrase, reading) => {
    expect(short(phrase, language)).toBe(reading)
  })

  test('with the unit as it was written and every digit of the value', () => {
    expect(readParameter('resolution not exceeding 45.0 nanometres')).toEqual({
      quantity: 'resolution',
      operator: '≤',
      values: ['45.0'],
      ends: null,
      unit: { written: 'nanometres', symbol: 'nm' },
    })
  })
})

describe('what could be read wrongly stays text', () => {
  test.each([
    'about 45 nm',
    'less than approximately 45 nm',
    '± 0.5 %',
    '45 nm ± 2 nm',
    '30 °C < T < 50 °C',
    'other than 193 nm',
    'not below about 5 nm',
    'not substantially exceeding 45 nm',
    'equal or less than 45 nm',
    'without exceeding 45 nm',
    'at least 5 to 10 nm',
    '10-12 Pa',
    'more than 3 of the following',
    'more than 100 samples',
    '≤ 1,500 nm',
    '3B801',
    'f/2.8',
    'better than 60 dB',
    'lenses better than 1.50 nm',
    'better than 300 km',
    'better than 60 dB',
    'accuracy better than 99 %',
    'accuracy better than 0.1 %',
    'signal-to-noise ratio better than 60 dB',
    'coherence time better than 5 ms',
    'lifetime better than 5 h',
    'range better than 300 km',
    '5 x 5 mm',
    'within 5 nm',
    '100 g',
    '≤ 5 nm per pass',
    '2025/683',
    '≤ 45¹ nm',
    'between 500 µm and 2 mm',
    'between 99 and 34 qubits',
    'down to 0.1 K',
    'EU-27',
    'averaged over 24 h',
    '5 min 30 s',
    '≤ 45 nm and ≥ 193 nm, or ≤ 30 nm',
    '≥ 5 ≤ 10 nm',
    'two or more qubits',
    'neither exceeding 45 nm',
    'up to an order of 5 nm',
    '≤ 5 nm/cycle',
    '',
  ])('%j', (phrase) => expect(short(phrase)).toBeNull())

  test('a decimal point that may be one for thousands', () => {
    expect(short('meer dan 1.500 nm', 'nl')).toBeNull()
    expect(short('> 1.500 nm', 'en')).toBe('> 1.500 nm')
    expect(short('> 1,500 nm', 'nl')).toBe('> 1.500 nm')
  })
})

describe('the thresholds in a text', () => {
  const scanner =
    'Scanners with a light source wavelength of 193 nm or longer, a resolution ≤ 45 nm (K = 0.35) and\n' +
    'an overlay greater than 1.50 nm but not exceeding 2.40 nm, on wafers of 300 mm. See 3B001.f and Article 9(2).'

  test('are found with their places and quantities', () => {
    const found = findParameters(scanner)
    expect(found.map(({ from, to }) => scanner.slice(from, to))).toEqual([
      '193 nm or longer',
      '≤ 45 nm',
      '= 0.35',
      'greater than 1.50 nm but not exceeding 2.40 nm',
      '300 mm',
    ])
    expect(found.map(({ parameter }) => parameter.quantity)).toEqual([
      'light source wavelength',
      'resolution',
      'K',
      'overlay',
      'wafers',
    ])
  })

  test('keep their places behind thin spaces and other scripts', () => {
    const text = 'μ\u2009– ≥ 2\u2009000 qubits'
    const [found] = findParameters(text)
    expect(text.slice(found?.from, found?.to)).toBe('≥ 2\u2009000 qubits')
  })

  test.each([
    ['to raise the throughput of equipment specified in 3B801.f.6 by 1 % or more', null],
    ['a metal precursor source that operates at more than 75 °C', null],
    ['detects defects of a size of 21 nm or less', 'defects of a size'],
  ])('name no quantity that they do not have: %s', (text, quantity) => {
    expect(findParameters(text).map(({ parameter }) => parameter.quantity)).toEqual([quantity])
  })

  test('a cooler has three', () => {
    const text = 'cooling power ≥ 600 µW at a temperature ≤ 0.1 K for more than 48 h'
    expect(findParameters(text).map(({ parameter }) => writeParameter(parameter))).toEqual([
      '≥ 600 µW',
      '≤ 0.1 K',
      '> 48 h',
    ])
  })
})

const unit = fc.constantFrom('nm', 'µm', '°C', 'eV', 'Torr', 'Pa', 'K', '%', 'kN', 'h', 'qubits')
const value = fc.stringMatching(/^(0|[1-9]\d{0,2})(\.\d{1,3})?$/)

test('every sign, value and unit comes back as written', () => {
  fc.assert(
    fc.property(fc.constantFrom('<', '≤', '>', '≥', '='), value, unit, (sign, number, unit) => {
      const parameter = readParameter(`${sign} ${number} ${unit}`)
      expect(parameter).toMatchObject({ operator: sign, values: [number], unit: { written: unit } })
      expect(parameter && readParameter(writeParameter(parameter))?.values).toEqual([number])
    }),
  )
})

test('reading never fails, and places are in the text', () => {
  const scraps = fc.constantFrom('≤', ' ', '1.5', '10', '⁻⁴', ' nm', '\n', '-', 'or lower', 'between ', ' and ', '\u2009', '–', 'not ', ',', '\u{1F600}') // prettier-ignore
  fc.assert(
    fc.property(
      fc.array(fc.oneof(scraps, fc.string({ unit: 'binary' })), { maxLength: 30 }),
      (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { from, to } of findParameters(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(from, to)).toMatch(/\d/)
          last = to
        }
      },
    ),
  )
})
