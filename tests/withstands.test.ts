import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const rows = readFileSync(`${root}docs/withstands.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const shownIn = cells[4] ?? ''
    return {
      row: Number(cells[1]),
      shownIn,
      files: [...shownIn.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
    }
  })

it('every row is there once, in order', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1))
})

it.each(rows)('row $row is shown where the table says: $shownIn', ({ row, shownIn, files }) => {
  const silent = files.filter((file) => !read(file).includes(`(row ${row})`))
  expect(silent).toEqual([])
  expect(files.length > 0 || shownIn === 'not yet').toBe(true)
})

function read(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8')
}
