import { expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { readWord, type WordDocument } from '#app/word/read-word.ts'
import { described } from './described.ts'
import { shapes } from './shapes.ts'
import { wordFile } from './word-file.ts'

const options = {
  sections: { grounds: 'grounds', 'controlled items': 'items' },
  section: 'risk',
  idPrefix: 'w',
} as const

function read(bytes: Uint8Array): WordDocument {
  const result = readWord(bytes, options)
  if (!result.ok) throw new Error(result.reason)
  return result.document
}

test.each(shapes)('$title', ({ text, proposals = [], said = [], notTaken = [], ...file }) => {
  const document = read(wordFile(file))
  expect(described(document)).toEqual({ text, proposals, said, notTaken })
  expect(checkContent(document.content).ok).toBe(true)
})

test('there are at least thirty of them', () => {
  expect(shapes.length).toBeGreaterThanOrEqual(30)
})
