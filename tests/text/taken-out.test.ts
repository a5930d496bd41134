import { expect, it } from 'vitest'
import { type Content, withIds } from '#app/text/content.ts'
import { editedContent, editFor, proposalNow, textOf, wordsChange } from '#app/text/proposal-now.ts'
import { proposedLines } from '#app/text/proposed-lines.ts'
import { findElement } from '#app/text/slice.ts'
import { takenOut } from '#app/text/taken-out.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

it.each([
  ['a maximum [single] chuck overlay', 'a maximum chuck overlay'],
  ['a maximum chuck [overlay], or less', 'a maximum chuck, or less'],
  ['a maximum chuck [overlay]; and', 'a maximum chuck; and'],
  ['a maximum chuck [overlay].', 'a maximum chuck.'],
  ['a chuck (single [overlay]) of', 'a chuck (single) of'],
  ['a chuck ([single] overlay) of', 'a chuck (overlay) of'],
  ['a chuck [overlay]', 'a chuck'],
  ['[a] chuck overlay', 'chuck overlay'],
  // These leave no space too many.
  ['a maximum [single ]chuck', 'a maximum chuck'],
  ['a maximum[ single] chuck', 'a maximum chuck'],
  ['a [non-]linear chuck', 'a linear chuck'],
  // A space that keeps words together stays.
  ['to\u00A0[or above] 2', 'to\u00A02'],
  ['la surface [utile]\u00A0; et', 'la surface\u00A0; et'],
])('what is taken out of "%s" takes one space along', (marked, expected) => {
  const line = marked.replaceAll(/[[\]]/g, '')
  const { from, to } = takenOut(line, { from: marked.indexOf('['), to: marked.indexOf(']') - 1 })
  expect(line.slice(0, from) + line.slice(to)).toBe(expected)
})

it('words that are taken out leave one space in the draft, and the proposal shows it', () => {
  const words = 'a maximum single chuck overlay'
  const inEntry = point({ id: 'p' }, paragraph('pp', words))
  const entries = entry({ id: 'e', code: '3B801' }, heading('h', 'Scanners'), inEntry)
  const text: Content = withIds(doc(section('items', entries)))
  const line = findElement(text, 'pp')?.node
  if (!line) throw new Error('no such line')
  const from = words.indexOf('single')
  const change = wordsChange(line, from, from + 'single'.length, '')
  expect(proposedLines(change)).toEqual([
    { id: '', runs: [{ kind: 'removed', text: ' single' }], settings: [] },
  ])
  const now = proposalNow(change, text, text)
  const taken = now && editedContent(text, editFor(change, now, text))
  const there = taken && findElement(taken, 'pp')
  expect(there && textOf([there.node])).toBe('a maximum chuck overlay')
})
