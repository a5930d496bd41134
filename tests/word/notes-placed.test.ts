import { expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { letteredPoints, plainText, type ContentNode } from '#app/text/content.ts'
import { readHere } from './read-here.ts'
import { p, r, style, wordFile } from './word-file.ts'

/** What a document of lines becomes, each with how far inwards it stands, in twips. */
function read(...lines: (string | [indent: number, words: string])[]) {
  const paragraphs = lines.map((line) => {
    const [indent, words] = typeof line === 'string' ? [0, line] : line
    return p(indent > 0 ? `<w:ind w:left="${indent}"/>` : '', r(words))
  })
  const section = p(style('berschrift1'), r('Controlled items'))
  const document = readHere(wordFile({ body: section + paragraphs.join('') }))
  expect(checkContent(document.content).ok).toBe(true)
  const kinds = ['unsure-note', 'moved-note']
  return {
    notes: (document.content.content ?? []).flatMap((section) => notesIn(section, [])),
    told: document.notTaken
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, samples }) => `${kind}: ${samples.join(', ')}`),
  }
}

/** Each note as the point that it stands in, what stands right before it there, and its words. */
function notesIn(node: ContentNode, path: readonly string[]): string[] {
  const labels = new Map(
    letteredPoints(node, path.length).map((one) => [one.node, one.label] as const),
  )
  return (node.content ?? []).flatMap((child, at) => {
    const label = labels.get(child)
    if (child.type !== 'note') return notesIn(child, label === undefined ? path : [...path, label])
    const before = node.content?.[at - 1]
    const after = before?.type === 'point' ? ` after ${labels.get(before)}` : ''
    const where = path.length === 0 ? 'the entry' : path.join('.')
    return [`in ${where}${after}: ${plainText(child).replaceAll('\n', ' / ')}`]
  })
}

const heading = '3B001 Equipment:'

test('a note stands after the points of what it is a note to, and is named where that is not sure', () => {
  expect(
    read(heading, 'a. A:', '1. x', '2. y:', 'a. p', 'b. q', 'Technical Note: of two', 'b. B'),
  ).toEqual({ notes: ['in a.2 after b: of two'], told: ['unsure-note: of two'] })
  expect(read(heading, 'a. A', 'b. B', 'Note: of all', 'N.B.: See also 3A001.')).toEqual({
    notes: ['in the entry after b: of all', 'in the entry: See also 3A001.'],
    told: ['unsure-note: of all, See also 3A001.'],
  })
})

test('a note between the points of another can be to the one before it only', () => {
  expect(read(heading, 'a. A:', '1. x', 'Note: of one', '2. y', 'b. B')).toEqual({
    notes: ['in a.1: of one'],
    told: [],
  })
})

test('a note belongs to the point that its title names, and its title says so no more', () => {
  const lines = [heading, 'a. A:', '1. x', '2. y:', 'a. p', 'b. q']
  expect(read(...lines, 'Note to 3B001.a.2: does not control r.', 'b. B')).toEqual({
    notes: ['in a.2 after b: does not control r.'],
    told: [],
  })
  expect(read(...lines, 'b. B', 'Technical Notes to 3B001.a.2.b.:', '1. n', '2. o')).toEqual({
    notes: ['in a.2.b:  / n / o'],
    told: ['moved-note: n o'],
  })
  expect(read(heading, 'a. A:', '1. x:', 'Note to 3B001.a: of a', 'a. p', 'b. B')).toEqual({
    notes: ['in a after 1: of a'],
    told: ['moved-note: of a'],
  })
  expect(read(...lines, 'Note to 3B001: of all', 'b. B')).toEqual({
    notes: ['in the entry after a: of all'],
    told: [],
  })
})

test('a title that names several points, or one that is not there, stays as words', () => {
  const lines = [heading, 'a. A:', '1. x', '2. y', 'b. B']
  expect(read(...lines.slice(0, 4), 'Note to 3B001.a.1 and 3B001.a.2: of both', 'b. B')).toEqual({
    notes: ['in a after 2: to 3B001.a.1 and 3B001.a.2: of both'],
    told: [],
  })
  expect(read(...lines, 'Note to 3B999.c: of another').notes).toEqual([
    'in the entry after b: to 3B999.c: of another',
  ])
})

test('a note belongs to the open point that its words begin with', () => {
  const lines = [heading, 'a. A:', '1. x', '2. y:', 'a. p', 'b. q']
  expect(read(...lines, 'Note: 3B001.a does not control old ones.', 'b. B')).toEqual({
    notes: ['in a after 2: 3B001.a does not control old ones.'],
    told: [],
  })
  expect(read(...lines, 'Technical Note: For the purposes of 3B001.a.2.b, q is r.')).toEqual({
    notes: ['in a.2.b: For the purposes of 3B001.a.2.b, q is r.'],
    told: [],
  })
})

test('a note is in the points further out than it, where indents tell', () => {
  expect(
    read(
      heading,
      [360, 'a. A:'],
      [720, '1. x'],
      [720, '2. y:'],
      [1080, 'a. p'],
      [720, 'Note: of a'],
      [360, 'b. B'],
    ),
  ).toEqual({ notes: ['in a after 2: of a'], told: [] })
})

test('what follows a note in the entry goes where the note goes', () => {
  const { notes } = read(heading, 'a. A:', '1. x', 'Note: of a:', '1. n', 'more of n', 'b. B')
  expect(notes).toEqual(['in a after 1: of a: / n / more of n'])
})
