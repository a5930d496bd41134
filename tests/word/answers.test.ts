import { expect, test } from 'vitest'
import { AnchorText } from '#app/text/anchor-text.ts'
import { answersOf } from '#app/word/answers.ts'
import { elementBookmarks } from '#app/word/package.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

const stated = (id: number) => ({
  id: String(id),
  author: 'Bob Dupont',
  at: '2026-12-01T09:30:00.000Z',
  text: `remark ${id}`,
  answers: null,
  isResolved: false,
  durable: null,
  changed: null,
  place: null,
})

const count = 150
const line = (index: number, product = 'scanner') =>
  `Item ${index}: a ${product} that was designed for the production of devices of kind ${index}.`
const content = doc(
  section('items', ...Array.from({ length: count }, (_, at) => paragraph(`p${at}`, line(at)))),
)
const names = [...elementBookmarks(new AnchorText(content).elements.map(({ id }) => id)).entries()]

/** One comment on the same words of every line. */
function answered(lines: readonly string[], words: string) {
  const bookmarks = names
    .filter(([id]) => id.startsWith('p'))
    .map(([, name], at) => ({ name, spot: { line: at, offset: 0 } }))
  const comments = lines.map((_, at) => stated(at))
  const written = {
    lines: lines.map((text) => ({ text, isAdded: false })),
    bookmarks,
    comments: lines.map((text, at) => {
      const offset = text.indexOf(words)
      return { from: { line: at, offset }, to: { line: at, offset: offset + words.length } }
    }),
    proposals: [],
    prints: [],
  }
  const { answers } = answersOf({ comments, proposals: [] }, written, content, [])
  return answers.filter(({ kind }) => kind === 'comment')
}

test('words that stand in every line are found in their own', () => {
  const lines = Array.from({ length: count }, (_, at) => line(at))
  const places = answered(lines, 'production of devices').map(({ place, condition }) => [
    condition,
    place.kind === 'words' ? place.elementId : null,
  ])
  expect(places).toEqual(lines.map((_, at) => ['exact', `p${at}`]))
})

test('of places in lines that read otherwise a bounded number is looked for, and the others are unsure', () => {
  const lines = Array.from({ length: count }, (_, at) => line(at, 'stepper'))
  const found = answered(lines, 'production of devices')
  const conditions = found.map(({ condition }) => condition)
  expect(conditions).toEqual(lines.map((_, at) => (at < 100 ? 'exact' : 'unsure')))
  expect(found.slice(100).every(({ place }) => place.kind === 'whole')).toBe(true)
})

test('replies that answer each other in a ring are answers all the same', () => {
  const text = line(0)
  const range = { from: { line: 0, offset: 0 }, to: { line: 0, offset: 4 } }
  const comments = [
    { ...stated(0), answers: '1' },
    { ...stated(1), answers: '0' },
  ]
  const written = {
    lines: [{ text, isAdded: false }],
    bookmarks: [],
    comments: [range, range],
    proposals: [],
    prints: [],
  }
  const { answers } = answersOf({ comments, proposals: [] }, written, content, [])
  expect(answers.map((one) => one.text)).toEqual(['remark 0', 'remark 1'])
})
