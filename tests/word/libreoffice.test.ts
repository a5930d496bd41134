import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { described } from './described.ts'
import { fileName } from './file-name.ts'
import { readHere } from './read-here.ts'
import { shapes } from './shapes.ts'

/** Documents that LibreOffice made of ours: authors, places and changes are those that went in. */

const folder = new URL('fixtures/libreoffice/', import.meta.url)
const files = readdirSync(folder)

test.each(files)('%s', (file) => {
  const shape = shapes.find(({ title }) => `${fileName(title)}.docx` === file)
  const { text, proposals, said } = described(readHere(readFileSync(new URL(file, folder))))
  expect({ text, proposals, said }).toEqual({
    text: shape?.text,
    proposals: shape?.proposals ?? [],
    said: shape?.said ?? [],
  })
})

test('there are some', () => {
  expect(files.length).toBeGreaterThan(20)
})
