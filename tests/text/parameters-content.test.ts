import { expect, test } from 'vitest'
import { parametersOf } from '#app/text/parameters-content.ts'
import { writeParameter } from '#app/text/parameters.ts'
import { doc, entry, heading, paragraph, point, run, scanners, section } from './sample.ts'

const readings = (content: typeof scanners) =>
  parametersOf(content).map(({ written, reading }) => [written, reading && writeParameter(reading)])

test('the parameters of a list, marked or not, stand in order', () => {
  expect(readings(scanners)).toEqual([
    ['≥ 193 nm', '≥ 193 nm'],
    ['≤ 1.50 nm', '≤ 1.50 nm'],
  ])
  expect(
    parametersOf(scanners).map(({ element, markId, reading }) => [
      element.provision,
      markId,
      reading?.quantity,
    ]),
  ).toEqual([
    ['3B801.f.5.a', 'k1', 'light source wavelength'],
    ['3B801.f.5.b', null, 'chuck overlay'],
  ])
})

test('raised digits are powers, and keep their places', () => {
  const raised = run('-4', { type: 'superscript' })
  const content = doc(
    section(
      'items',
      entry(
        { id: 'e', code: '4A801' },
        heading('h', 'Quantum computers'),
        point({ id: 'a' }, paragraph('p', 'a C-NOT error ≤ 10', raised, ' and at least 34 qubits')),
      ),
    ),
  )
  expect(readings(content)).toEqual([
    ['≤ 10-4', '≤ 0.0001'],
    ['at least 34 qubits', '≥ 34 qubit'],
  ])
})

test('what is marked and not understood is told', () => {
  const mark = { type: 'parameter', attrs: { id: 'k' } }
  const content = doc(
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        paragraph('p', 'overlay ', run('far below ', mark), run('2 nm', mark)),
      ),
    ),
  )
  expect(readings(content)).toEqual([['far below 2 nm', null]])
})

test('numbers outside entries are no control parameters', () => {
  expect(
    readings(doc(section('operators', paragraph('p', 'Revenue falls by more than 5 %.')))),
  ).toEqual([])
})
