import { describe, expect, test } from 'vitest'
import { codedInPoints } from '#app/word/coded-lines.ts'
import { isTitle } from '#app/word/labels.ts'
import { described } from './described.ts'
import { readHere } from './read-here.ts'
import { p, r, style, wordFile } from './word-file.ts'

const line = (words: string, indent: number | null) => ({
  words,
  indent,
  hasCode: /^\dB/.test(words),
  isPoint: /^\w\./.test(words),
})
const inPoints = (lines: ReturnType<typeof line>[], margin: number | null = null) =>
  [...codedInPoints(lines, margin)].map(({ words }) => words)

describe('a line that begins with a code', () => {
  test('goes on in the point that it stands as far inwards as, again and again', () => {
    const lines = [
      line('3B901 Scanners', 0),
      line('a. first', 360),
      line('3B001 Items in it', 720),
      line('3B002 Others', 360),
      line('1. inner', 720),
      line('3B003 More', 720),
      line('3B902 Steppers', 0),
      line('3B903 Etchers', 360),
    ]
    expect(inPoints(lines)).toEqual(['3B001 Items in it', '3B002 Others', '3B003 More'])
  })

  test('begins an entry where it stands as entries do, before any point, or nobody knows where', () => {
    expect(inPoints([line('3B901 A', 400), line('a. first', 400), line('3B902 B', 400)])).toEqual(
      [],
    )
    expect(inPoints([line('3B901 A', 0), line('3B902 B', 400)])).toEqual([])
    expect(inPoints([line('3B901 A', null), line('a. first', 0), line('3B902 B', 400)])).toEqual([])
    expect(inPoints([line('a. first', 360), line('3B902 B', 400)])).toEqual([])
  })

  test('goes on in a point of an entry that is known, whose heading does not come with it', () => {
    const lines = [line('a. first', 360), line('3B001 Items', 720), line('3B902 B', 0)]
    expect(inPoints(lines, 0)).toEqual(['3B001 Items'])
  })

  test.each([
    ['Equipment as follows:', true],
    ['“Software” for it', true],
    ['', true],
    [' ', true],
    ['(not used)', true],
    ['applies to others', false],
    [', 3B002 and 3B003', false],
    ['Note: of one', false],
  ])('with %j behind the code: %s', (rest, isHeading) => {
    expect(isTitle(rest)).toBe(isHeading)
  })
})

test('a document has running words in a point that begin with a code there, and they are told', () => {
  const inwards = (left: number, words: string) => p(`<w:ind w:left="${left}"/>`, r(words))
  const body = [
    p(style('berschrift1'), r('Controlled items')),
    p('', r('3B901 Scanners:')),
    inwards(360, 'a. first'),
    inwards(720, '3B001 Items in this point:'),
    inwards(720, '1. inner'),
    p('', r('3B902 (not used)')),
    p('', r('3B903 Etchers.')),
  ]
  const { text, notTaken } = described(readHere(wordFile({ body: body.join('') })))
  expect(text.slice(1)).toEqual([
    '3B901 ## Scanners:',
    'a. first',
    '3B001 Items in this point:',
    'a.1. inner',
    '3B902 ## (not used)',
    '3B903 ## Etchers.',
  ])
  expect(notTaken).toEqual(['code-as-words 1: 3B001 Items in this point:'])
})
