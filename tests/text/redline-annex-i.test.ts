import { describe, expect, it } from 'vitest'
import type { ContentNode } from '#app/text/content.ts'
import { type Parameter, writeParameter } from '#app/text/parameters.ts'
import { redline } from '#app/text/redline.ts'
import { doc, entry, heading, note, paragraph, point, section } from './sample.ts'

/**
 * Points of the Dutch 3B801 (ministerial regulation of 23 June 2023, annex as amended in 2025) and of
 * 3B501 of Annex I (Delegated Regulation (EU) 2025/2003), as far as they were compared: the subject of
 * each point in a few words, and its thresholds as both texts have them. Whether a point of one stands
 * in the other goes by its subject and thresholds, not by its letter.
 */
const dutch = doc(
  section(
    'items',
    entry(
      { id: 'nl', code: '3B801', logic: 'any-of' },
      heading('nl-h', 'Equipment for the manufacture of semiconductor devices'),
      clause(
        'nl-a4',
        'a.4',
        'silicon or silicon germanium epitaxy, pre-clean chamber, deposition at 685 °C or lower',
      ),
      clause(
        'nl-d1',
        'd.1',
        'atomic layer deposition of work-function metal TiAlC, work function > 4.0 eV, precursor vessel > 30 °C',
      ),
      clause(
        'nl-d3',
        'd.3',
        'atomic layer deposition of molybdenum or ruthenium, source > 75 °C, hydrogen reductant ≥ 30 Torr',
      ),
      clause(
        'nl-f5',
        'f.5',
        'scanner, light source ≥ 193 nm, resolution ≤ 45 nm, chuck overlay ≤ 1.50 nm',
      ),
      clause(
        'nl-f6',
        'f.6',
        'scanner, light source ≥ 193 nm, resolution ≤ 45 nm, chuck overlay > 1.50 nm and ≤ 2.40 nm',
      ),
      clause('nl-l', 'l', 'pellicles for extreme ultraviolet lithography'),
      note({ id: 'nl-n', kind: 'technical-note' }, paragraph('nl-np', 'resolution with K = 0.35')),
    ),
  ),
)

const annexI = doc(
  section(
    'items',
    entry(
      { id: 'eu', code: '3B501', logic: 'any-of' },
      heading('eu-h', 'Equipment for the manufacture of semiconductor devices'),
      clause(
        'eu-a4',
        'a.4',
        'silicon or silicon germanium epitaxy, pre-clean chamber, deposition below 685 °C',
      ),
      clause(
        'eu-f1b',
        'f.1.b',
        'scanner, light source ≥ 193 nm, resolution ≤ 45 nm, chuck overlay ≤ 1.50 nm',
      ),
      clause('eu-m', 'm', 'pellicles for extreme ultraviolet lithography'),
      clause(
        'eu-n1c',
        'n.1.c',
        'atomic layer deposition of work-function metal TiAlC, work function > 4.0 eV, precursor vessel ≥ 30 °C',
      ),
      note({ id: 'eu-n', kind: 'technical-note' }, paragraph('eu-np', 'resolution with K = 0.25')),
    ),
  ),
)

function clause(id: string, label: string, words: string): ContentNode {
  return point({ id, label }, paragraph(`${id}p`, words))
}

const changes = redline(dutch, annexI)

const counterpart = (id: string) =>
  changes.find(({ before }) => before?.id === id)?.after?.id ?? null

const write = (parameter: Parameter | null) => parameter && writeParameter(parameter)

describe('the Dutch 3B801 against 3B501 of Annex I', () => {
  it.each([
    ['nl', 'eu'],
    ['nl-a4p', 'eu-a4p'],
    ['nl-d1p', 'eu-n1cp'],
    ['nl-f5p', 'eu-f1bp'],
    ['nl-lp', 'eu-mp'],
    ['nl-d3p', null],
    ['nl-f6p', null],
  ])('sets %s against %s', (before, after) => {
    expect(counterpart(before)).toBe(after)
  })

  it('names every threshold that differs, and in which direction', () => {
    const differences = changes.flatMap(({ before, after, parameters }) =>
      parameters.map((parameter) => ({
        at: `${before?.id ?? ''} ${after?.id ?? ''}`.trim(),
        quantity: (parameter.after ?? parameter.before)?.quantity,
        before: write(parameter.before),
        after: write(parameter.after),
        change: parameter.change,
        wording: parameter.wording && `${parameter.wording.before} → ${parameter.wording.after}`,
      })),
    )
    const gone = { after: null, change: 'removed', wording: null }
    expect(differences.toSorted((a, b) => (a.at < b.at ? -1 : 1))).toEqual([
      {
        at: 'nl-a4p eu-a4p',
        quantity: 'deposition',
        before: '≤ 685 °C',
        after: '< 685 °C',
        change: 'tighter',
        wording: 'or lower → below',
      },
      {
        at: 'nl-d1p eu-n1cp',
        quantity: 'precursor vessel',
        before: '> 30 °C',
        after: '≥ 30 °C',
        change: 'looser',
        wording: '> → ≥',
      },
      { at: 'nl-d3p', quantity: 'source', before: '> 75 °C', ...gone },
      { at: 'nl-d3p', quantity: 'hydrogen reductant', before: '≥ 30 Torr', ...gone },
      { at: 'nl-f6p', quantity: 'light source', before: '≥ 193 nm', ...gone },
      { at: 'nl-f6p', quantity: 'resolution', before: '≤ 45 nm', ...gone },
      { at: 'nl-f6p', quantity: 'chuck overlay', before: '> 1.50 nm, ≤ 2.40 nm', ...gone },
      {
        at: 'nl-np eu-np',
        quantity: 'K',
        before: '= 0.35',
        after: '= 0.25',
        change: 'different',
        wording: null,
      },
    ])
  })
})
