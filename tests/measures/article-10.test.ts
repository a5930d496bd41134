import { describe, expect, it } from 'vitest'
import {
  type BasisFacts,
  basisOfPoint,
  basisOn,
  basisPeriods,
  type BasisState,
  isPublished,
  lackOf,
  type RequirementWarning,
  warningsFor,
} from '#app/measures/article-10.ts'

/** In force on 1 September 2023, in the compilation since 20 October 2023: the Dutch list. */
const usual: BasisFacts = {
  kind: 'national-control-list',
  inForceOn: '2023-09-01',
  endedOn: null,
  endedBy: null,
  lastDay: null,
  inCompilation: [{ from: '2023-10-20', until: null }],
  measurePublishedOn: null,
  coverage: [],
}

const covered = (
  since: string,
  point: string | null = null,
  extent: 'wholly' | 'partly' = 'wholly',
) => ({
  coverage: [{ point, annexICode: '3B501.f.1.b', extent, since, until: null }],
})

const day = '2026-11-21'

const table: [title: string, facts: Partial<BasisFacts>, expected: BasisState][] = [
  ['in force and published', {}, { state: 'holds', since: '2023-10-20', until: null, endedBy: [] }],
  [
    'published before it entered into force',
    { inForceOn: '2024-03-01' },
    { state: 'holds', since: '2024-03-01', until: null, endedBy: [] },
  ],
  [
    'in force and not published',
    { inCompilation: [] },
    { state: 'missing', conditions: ['in-compilation'] },
  ],
  [
    'published with no known entry into force',
    { inForceOn: null },
    { state: 'missing', conditions: ['in-force'] },
  ],
  [
    'neither',
    { inForceOn: null, inCompilation: [] },
    { state: 'missing', conditions: ['in-force', 'in-compilation'] },
  ],
  [
    'only the measure in the C series',
    { inCompilation: [], measurePublishedOn: '2024-10-02' },
    { state: 'missing', conditions: ['in-compilation'] },
  ],
  ['in force next year', { inForceOn: '2027-01-01' }, { state: 'to-come', from: '2027-01-01' }],
  [
    'repealed',
    { endedOn: '2026-01-01', endedBy: 'repealed' },
    { state: 'ended', on: '2026-01-01', by: ['repealed'] },
  ],
  [
    'repealed with effect from next year',
    { endedOn: '2027-01-01', endedBy: 'repealed' },
    { state: 'holds', since: '2023-10-20', until: '2027-01-01', endedBy: ['repealed'] },
  ],
  [
    'expired by an act',
    { endedOn: '2026-01-02', endedBy: 'expired' },
    { state: 'ended', on: '2026-01-02', by: ['expired'] },
  ],
  [
    'expired by its own words, on the day after the last',
    { lastDay: '2026-11-20' },
    { state: 'ended', on: '2026-11-21', by: ['expired'] },
  ],
  [
    'on its last day',
    { lastDay: '2026-11-21' },
    { state: 'holds', since: '2023-10-20', until: '2026-11-22', endedBy: ['expired'] },
  ],
  [
    'removed from the compilation',
    { inCompilation: [{ from: '2023-10-20', until: '2024-09-27' }] },
    { state: 'ended', on: '2024-09-27', by: ['removed'] },
  ],
  [
    'removed and published again',
    {
      inCompilation: [
        { from: '2023-10-20', until: '2024-09-27' },
        { from: '2025-06-01', until: null },
      ],
    },
    { state: 'holds', since: '2025-06-01', until: null, endedBy: [] },
  ],
  [
    'wholly covered by Annex I',
    covered('2025-11-15'),
    { state: 'ended', on: '2025-11-15', by: ['covered'] },
  ],
  [
    'partly covered by Annex I',
    covered('2025-11-15', null, 'partly'),
    { state: 'holds', since: '2023-10-20', until: null, endedBy: [] },
  ],
  [
    'one point wholly covered by Annex I',
    covered('2025-11-15', 'f.5'),
    { state: 'holds', since: '2023-10-20', until: null, endedBy: [] },
  ],
  [
    'amended, while the old text still stands in the compilation',
    { endedOn: '2025-04-01', endedBy: 'amended' },
    { state: 'ended', on: '2025-04-01', by: ['amended'] },
  ],
  [
    'the earliest of four ends',
    {
      endedOn: '2026-03-01',
      endedBy: 'repealed',
      lastDay: '2026-05-01',
      inCompilation: [{ from: '2023-10-20', until: '2026-04-01' }],
      ...covered('2025-11-15'),
    },
    { state: 'ended', on: '2025-11-15', by: ['covered'] },
  ],
  [
    'two ends on one day',
    { endedOn: '2025-11-15', endedBy: 'repealed', ...covered('2025-11-15') },
    { state: 'ended', on: '2025-11-15', by: ['repealed', 'covered'] },
  ],
  [
    'repealed before it was ever published',
    { endedOn: '2023-10-01', endedBy: 'repealed' },
    { state: 'ended', on: '2023-10-01', by: ['repealed'] },
  ],
]

describe('the basis of Article 10', () => {
  it.each(table)('of an entry that is %s', (_, facts, expected) => {
    expect(basisOn({ ...usual, ...facts }, day)).toEqual(expected)
  })

  it('has a period of its own for each time in the compilation', () => {
    expect(
      basisPeriods({
        ...usual,
        inCompilation: [
          { from: '2023-10-20', until: '2024-09-27' },
          { from: '2025-06-01', until: null },
        ],
      }),
    ).toEqual([
      { from: '2023-10-20', until: '2024-09-27', endedBy: ['removed'] },
      { from: '2025-06-01', until: null, endedBy: [] },
    ])
  })
})

describe('a requirement that stands without a basis', () => {
  const lack = (facts: Partial<BasisFacts>) => lackOf(basisOn({ ...usual, ...facts }, day))

  it('has lost one that ended', () => {
    expect(lack({ endedOn: '2025-04-01', endedBy: 'repealed' })).toBe('ended')
    expect(lack(covered('2025-11-15'))).toBe('ended')
    expect(lack({ inForceOn: null, endedOn: '2025-04-01', endedBy: 'repealed' })).toBe('ended')
  })

  it('has one that cannot be shown while the entry into force is not recorded', () => {
    expect(lack({ inForceOn: null })).toBe('unrecorded')
  })

  it('has none yet before the entry is in force and published', () => {
    expect(lack({ inForceOn: '2027-01-01' })).toBe('not-yet')
    expect(lack({ inCompilation: [] })).toBe('not-yet')
    expect(lack({ inForceOn: null, inCompilation: [] })).toBe('not-yet')
  })

  it('lacks nothing while it holds', () => {
    expect(lack({})).toBeNull()
  })
})

const doubts: [title: string, facts: Partial<BasisFacts>, expected: RequirementWarning[]][] = [
  ['in force and published', {}, []],
  ['a prohibition', { kind: 'prohibition' }, ['prohibition-is-no-authorisation-requirement']],
  [
    'a requirement outside a list, in the C series only',
    { kind: 'authorisation-requirement', inCompilation: [], measurePublishedOn: '2024-10-02' },
    ['requirement-outside-a-list', 'not-in-compilation'],
  ],
  [
    'published after the exporter was informed',
    { inCompilation: [{ from: '2026-11-22', until: null }] },
    ['informed-before-publication'],
  ],
  ['not in force', { inForceOn: null }, ['not-in-force']],
  ['in force tomorrow', { inForceOn: '2026-11-22' }, ['not-in-force']],
  ['amended', { endedOn: '2025-04-01', endedBy: 'amended' }, ['ended-amended']],
  ['repealed', { endedOn: '2025-04-01', endedBy: 'repealed' }, ['ended-repealed']],
  ['past its last day', { lastDay: '2026-11-20' }, ['ended-expired']],
  ['removed', { inCompilation: [{ from: '2023-10-20', until: '2024-09-27' }] }, ['ended-removed']],
  [
    'removed and published again',
    {
      inCompilation: [
        { from: '2023-10-20', until: '2024-09-27' },
        { from: '2025-06-01', until: null },
      ],
    },
    [],
  ],
  ['wholly covered', covered('2025-11-15'), ['ended-covered']],
  ['covered from tomorrow', covered('2026-11-22'), []],
  ['covered in a point', covered('2025-11-15', 'f.5'), ['partly-covered']],
]

describe('a requirement by reference to an entry', () => {
  it.each(doubts)('that is %s', (_, facts, expected) => {
    expect(
      warningsFor({ ...usual, ...facts }, { exporterInformedOn: day, customsInformedOn: null }),
    ).toEqual(expected)
  })

  it('is impossible before anything was published, and doubtful with the C series alone', () => {
    expect(isPublished({ ...usual, inCompilation: [] })).toBe(false)
    expect(isPublished({ ...usual, inCompilation: [], measurePublishedOn: '2024-10-02' })).toBe(
      true,
    )
  })
})

describe('a basis beside decisions on coverage', () => {
  const decided = (extent: 'wholly' | 'not', since: string, until: string | null) => ({
    point: null,
    annexICode: '3B501',
    extent,
    since,
    until,
  })
  const facts: BasisFacts = {
    ...usual,
    coverage: [decided('wholly', '2025-11-15', '2026-11-15'), decided('not', '2026-11-15', null)],
  }

  it('goes on from the day on which Annex I no longer covers the entry', () => {
    expect(basisPeriods(facts)).toEqual([
      { from: '2023-10-20', until: '2025-11-15', endedBy: ['covered'] },
      { from: '2026-11-15', until: null, endedBy: [] },
    ])
    expect(basisOn(facts, '2026-11-14')).toEqual({ state: 'to-come', from: '2026-11-15' })
    expect(basisOn(facts, '2026-11-15').state).toBe('holds')
  })

  it('is not cut by a decision that no longer applied when it began', () => {
    const later = { ...facts, inForceOn: '2026-11-20' }
    expect(basisPeriods(later)).toEqual([{ from: '2026-11-20', until: null, endedBy: [] }])
    const never = { ...facts, inForceOn: null, inCompilation: [] }
    expect(basisOn(never, '2026-11-20').state).toBe('missing')
  })

  it('warns only of the decision that applied when the exporter was informed', () => {
    const on = (exporterInformedOn: string) =>
      warningsFor(facts, { exporterInformedOn, customsInformedOn: null })
    expect(on('2026-11-14')).toEqual(['ended-covered'])
    expect(on('2026-11-15')).toEqual([])
  })
})

describe('the basis of a point', () => {
  const facts: BasisFacts = {
    ...usual,
    coverage: [
      {
        point: 'f.5',
        annexICode: '3B501.f.1.b',
        extent: 'wholly',
        since: '2025-11-15',
        until: null,
      },
      { point: 'a.4', annexICode: '3B501.a.4', extent: 'partly', since: '2025-11-15', until: null },
    ],
  }
  const stateOf = (point: string | null, on: string) => basisOfPoint(facts, point, on).state

  it('ends where Annex I takes the point over, while that of the others goes on', () => {
    const ended = { state: 'ended', on: '2025-11-15', by: ['covered'] }
    expect(basisOfPoint(facts, 'f.5', '2025-11-15')).toEqual(ended)
    expect(basisOfPoint(facts, 'f.5.b', '2025-11-15')).toEqual(ended)
    expect(stateOf('f.5', '2025-11-14')).toBe('holds')
    for (const other of ['f.50', 'f.6', 'f', 'a.4', null]) {
      expect([other, stateOf(other, '2025-11-15')]).toEqual([other, 'holds'])
    }
    expect(basisOn(facts, '2025-11-15').state).toBe('holds')
  })
})
