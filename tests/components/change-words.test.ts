import { describe, expect, it } from 'vitest'
import {
  isChange,
  meaningWords,
  parameterWords,
  partingWords,
  stateOf,
  stateWords,
} from '#app/components/comments/change-words.ts'
import { formatFor } from '#app/messages/format.ts'
import { attributeWords } from '#app/paper/attribute-words.ts'
import { type ComparedLine, comparedLines } from '#app/queries/compared-lines.ts'
import type { ContentNode } from '#app/text/content.ts'
import { redline } from '#app/text/redline.ts'
import { doc, entry, paragraph, point, section } from '#tests/text/sample.ts'

const locale = formatFor('en')

const clause = (id: string, words: string) => point({ id }, paragraph(`${id}p`, words))

const list = (...points: ContentNode[]) =>
  doc(section('items', entry({ id: 'e', code: '3B801' }, ...points)))

const linesOf = (before: ContentNode[], after: ContentNode[]) =>
  comparedLines(redline(list(...before), list(...after)))

const nameOf = ({ provision }: { provision: string | null }) => provision ?? ''

function parametersFrom(before: string, after: string): string[] {
  return linesOf([clause('a', before)], [clause('a', after)]).flatMap(({ parameters }) =>
    parameters.map((parameter) => parameterWords(locale, parameter)),
  )
}

describe('the words for a change of an attribute', () => {
  const attributesFrom = (before: Record<string, string>, after: Record<string, string>) => {
    const text = (attributes: Record<string, string>) =>
      doc(section('items', entry({ id: 'e', code: '3B801', ...attributes }, clause('a', 'tools'))))
    return comparedLines(redline(text(before), text(after))).flatMap(({ attributes }) =>
      attributes.map(({ name, before, after }) => {
        const [old, young] = [before, after].map((value) => attributeWords(locale, name, value))
        return `${locale.t(`compare.attribute.${name}`)}: ${old} → ${young}`
      }),
    )
  }

  it.each([
    [
      {},
      { destinations: 'Russia only' },
      'Destinations: all destinations outside the customs territory of the Union → Russia only',
    ],
    [{}, { logic: 'all-of' }, 'Which of the points: Not said → All of the following'],
    [{ logic: 'any-of' }, {}, 'Which of the points: Any of the following → Not said'],
    [
      {},
      { activities: 'transit technical-assistance' },
      'Activities: Export only → Technical assistance and Transit',
    ],
    [{}, { expiry: '2027-05-01' }, `Applies until: no end → ${locale.date('2027-05-01')}`],
    [{ code: '3B801' }, { code: '' }, 'Code: 3B801 → none'],
  ])('%j → %j', (before, after, words) => {
    expect(attributesFrom(before, after)).toEqual([words])
  })

  it('says of a point that it is not used, and of a note which kind it is', () => {
    expect(attributeWords(locale, 'notUsed', 'true')).toBe('yes')
    expect(attributeWords(locale, 'notUsed', null)).toBe('no')
    expect(attributeWords(locale, 'kind', 'technical-note')).toBe('Technical note')
  })
})

describe('the words for a change of a control parameter', () => {
  it.each([
    ['an overlay ≤ 2.40 nm', 'an overlay ≤ 1.50 nm', 'overlay: ≤ 2.40 nm → ≤ 1.50 nm (tighter)'],
    ['an overlay ≤ 1.50 nm', 'an overlay ≤ 2.40 nm', 'overlay: ≤ 1.50 nm → ≤ 2.40 nm (looser)'],
    ['at 685 °C or lower', 'below 685 °C', '685 °C, ‘or lower’ → ‘below’ (narrower)'],
    ['a vessel > 30 °C', 'a vessel ≥ 30 °C', 'vessel: 30 °C, ‘>’ → ‘≥’ (wider)'],
    ['a vessel', 'a vessel ≥ 30 °C', 'vessel: ≥ 30 °C (new)'],
    ['a vessel ≥ 30 °C', 'a vessel', 'vessel: ≥ 30 °C (removed)'],
    [
      'an overlay of 45 nm or less',
      'an overlay of twice 45 nm or less',
      'overlay: ≤ 45 nm → ‘an overlay of twice 45 nm or less’ (not understood)',
    ],
    [
      'a torque of 100 N m',
      'a torque of 90 N m',
      '‘a torque of 100 N m’ → ‘a torque of 90 N m’ (not understood)',
    ],
  ])('%j → %j', (before, after, words) => {
    expect(parametersFrom(before, after)).toEqual([words])
  })
})

describe('the words for a control parameter that came or went with more', () => {
  const sides = { ours: 'NL', theirs: 'DE' }
  const told = (before: ContentNode, after: ContentNode, two: typeof sides | null = null) =>
    comparedLines(redline(doc(before), doc(after))).flatMap(({ parameters }) =>
      parameters.map((parameter) => [
        parameterWords(locale, parameter, two),
        meaningWords(locale, parameter, two),
      ]),
    )
  const wavelength = 'a source wavelength of 193 nm or more'
  const items = (...points: ContentNode[]) =>
    section('items', entry({ id: 'e', code: '3B801' }, clause('a', 'tools'), ...points))
  const short = items()
  const point = items(clause('b', wavelength))
  const second = section(
    'items',
    entry({ id: 'e', code: '3B801' }, clause('a', 'tools')),
    entry({ id: 'f', code: '3B802' }, clause('fa', wavelength)),
  )

  it.each([
    [
      'a point that is new',
      told(short, point),
      'source wavelength: ≥ 193 nm (in a point that is new)',
      'The whole point is new: whether more or fewer items are controlled, its words tell.',
    ],
    [
      'an entry that is gone',
      told(second, short),
      'source wavelength: ≥ 193 nm (in an entry that is gone)',
      'The whole entry is gone: whether more or fewer items are controlled, its words tell.',
    ],
    [
      'an entry of theirs alone',
      told(short, second, sides),
      'source wavelength: ≥ 193 nm (in an entry that only DE has)',
      'Only DE has this entry: which of the two controls more, its words tell.',
    ],
    [
      'a point of ours alone',
      told(point, short, sides),
      'source wavelength: ≥ 193 nm (in a point that only NL has)',
      'Only NL has this point: which of the two controls more, its words tell.',
    ],
  ])('%s', (_, parameters, words, meaning) => {
    expect(parameters).toEqual([[words, meaning]])
  })

  it('is a line where the point around it stays', () => {
    const list = (...words: ContentNode[]) =>
      section('items', entry({ id: 'e', code: '3B801' }, paragraph('p', 'tools'), ...words))
    expect(told(list(), list(paragraph('q', wavelength)))).toEqual([
      [
        'source wavelength: ≥ 193 nm (in a line that is new)',
        'The whole line is new: whether more or fewer items are controlled, its words tell.',
      ],
    ])
  })
})

describe('the words for what differs between two texts side by side', () => {
  const sides = { ours: 'NL', theirs: 'DE' }

  it.each([
    [
      'an overlay ≤ 2.40 nm',
      'an overlay ≤ 1.50 nm',
      'overlay: ≤ 2.40 nm in NL, ≤ 1.50 nm in DE (tighter in DE)',
      'Fewer items are controlled in DE.',
    ],
    [
      'an overlay ≤ 1.50 nm',
      'an overlay ≤ 2.40 nm',
      'overlay: ≤ 1.50 nm in NL, ≤ 2.40 nm in DE (tighter in NL)',
      'Fewer items are controlled in NL.',
    ],
    [
      'at 685 °C or lower',
      'below 685 °C',
      '685 °C, ‘or lower’ in NL, ‘below’ in DE (narrower in DE)',
      'The value itself is controlled in NL only.',
    ],
    [
      'a vessel > 30 °C',
      'a vessel ≥ 30 °C',
      'vessel: 30 °C, ‘>’ in NL, ‘≥’ in DE (narrower in NL)',
      'The value itself is controlled in DE only.',
    ],
    [
      'a vessel',
      'a vessel ≥ 30 °C',
      'vessel: ≥ 30 °C (in DE only)',
      'A condition that DE has and NL has not.',
    ],
    [
      'a vessel ≥ 30 °C',
      'a vessel',
      'vessel: ≥ 30 °C (in NL only)',
      'A condition that NL has and DE has not.',
    ],
  ])('%j | %j', (ours, theirs, words, meaning) => {
    const [parameter, ...others] = linesOf([clause('a', ours)], [clause('a', theirs)]).flatMap(
      ({ parameters }) => parameters,
    )
    if (!parameter) throw new Error('a parameter differs')
    expect(others).toEqual([])
    expect(parameterWords(locale, parameter, sides)).toBe(words)
    expect(meaningWords(locale, parameter, sides)).toBe(meaning)
  })

  it('say of a line who has it, and of lines that came apart where they stand', () => {
    expect(stateWords(locale, 'removed', sides)).toBe('In NL only')
    expect(stateWords(locale, 'added', sides)).toBe('In DE only')
    const [both, end] = ['an overlay ≤ 2.40 nm of any layer;', 'a resolution ≤ 45 nm of any mask']
    const lines = linesOf([clause('a', `${both} ${end}`)], [clause('a', both), clause('b', end)])
    const parted = lines.flatMap((line) => partingWords(locale, line, nameOf, sides) ?? [])
    expect(new Set(parted)).toEqual(new Set(['3B801.a in NL is 3B801.a and 3B801.b in DE.']))
  })
})

describe('the words for what became of a line', () => {
  const byProvision = (lines: readonly ComparedLine[]) =>
    lines
      .filter(isChange)
      .map((line) => [nameOf(line.name), stateOf(line), partingWords(locale, line, nameOf)])

  it('say what was split, and what is lettered otherwise by that', () => {
    const whole = 'overlay ≤ 2.40 nm on one chuck; resolution ≤ 45 nm of any layer'
    const [first = '', second = ''] = whole.split('; ')
    const after = [clause('a', first), clause('c', second), clause('b', 'a stage')]
    const words = '3B801.a was split into 3B801.a and 3B801.b.'
    expect(byProvision(linesOf([clause('a', whole), clause('b', 'a stage')], after))).toEqual([
      ['3B801.a', 'changed', words],
      ['3B801.b', 'split', words],
      ['3B801.c', 'relettered', null],
    ])
  })

  it('say what was joined', () => {
    const parts = ['overlay ≤ 2.40 nm on one chuck', 'resolution ≤ 45 nm of any layer']
    const [a, b] = [clause('a', parts[0] ?? ''), clause('b', parts[1] ?? '')]
    const words = '3B801.a and 3B801.b were joined into 3B801.a.'
    expect(byProvision(linesOf([a, b], [clause('a', parts.join(' and '))]))).toEqual([
      ['3B801.a', 'changed', words],
      ['3B801.b', 'joined', words],
    ])
  })
})

it('gives each of two sides the name that its own text has', () => {
  const [line] = linesOf(
    [clause('a', 'a maximum overlay greater than 1.50 nm but not exceeding 2.00 nm')],
    [
      clause(
        'a',
        'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 2.40 nm',
      ),
    ],
  ).filter(({ parameters }) => parameters.length > 0)
  const sides = { ours: '2026/NL/0003', theirs: '2026/DE/0002' }
  expect(line?.parameters.map((parameter) => parameterWords(locale, parameter, sides))).toEqual([
    'maximum overlay > 1.50 nm, ≤ 2.00 nm in 2026/NL/0003, maximum dedicated chuck overlay > 1.50 nm, ≤ 2.40 nm in 2026/DE/0002 (tighter in 2026/NL/0003)',
  ])
})
