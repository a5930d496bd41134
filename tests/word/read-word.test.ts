import { expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { described } from './described.ts'
import { readHere } from './read-here.ts'
import { shapes } from './shapes.ts'
import { wordFile } from './word-file.ts'

test.each(shapes)('$title', ({ text, proposals = [], said = [], notTaken = [], ...file }) => {
  const document = readHere(wordFile(file))
  expect(described(document)).toEqual({ text, proposals, said, notTaken })
  expect(checkContent(document.content).ok).toBe(true)
})

test('there are at least thirty of them', () => {
  expect(shapes.length).toBeGreaterThanOrEqual(30)
})
