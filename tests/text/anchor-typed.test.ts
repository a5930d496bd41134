import { simpleDiffString } from 'lib0/diff'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry } from '#app/text/anchor.ts'
import { appendContent, newLiveText, shownContent } from '#app/text/live-text.ts'
import { randomFrom } from '#tests/realtime/seeded-random.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

const lines = [
  'A process that uses a hydrogen reductant to deposit ruthenium, cobalt, or molybdenum; and',
  'equipment that was delivered before, (with polymer residue, and copper oxide) on the wafer.',
  'Software that prepares the surface; based on information from industry, and others.',
]

/** Comments on words of a line, types others over them key by key, and says where the comment is then. */
function typedOver(words: string, typed: string, elsewhere = '') {
  const index = lines.findIndex((line) => line.includes(words))
  const line = lines[index] ?? ''
  const from = line.indexOf(words)
  const content = doc(
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        heading('h', 'Equipment'),
        ...lines.map((one, at) => point({ id: `p${at}` }, paragraph(`l${at}`, one))),
      ),
    ),
  )
  const [then, now] = [newLiveText({ keepsDeleted: true }), newLiveText({ keepsDeleted: true })]
  appendContent(then.text, content)
  Y.applyUpdate(now.doc, Y.encodeStateAsUpdate(then.doc))
  const text = textOf(now.text, `l${index}`)
  for (let keys = 1; keys <= typed.length; keys++) {
    const wanted = `${line.slice(0, from)}${typed.slice(0, keys)}${line.slice(from + words.length)}`
    // What the editor's binding makes of a key: it compares the line before with the line after.
    const { index, remove, insert } = simpleDiffString(text.toString(), wanted)
    text.delete(index, remove)
    text.insert(index, insert)
  }
  textOf(now.text, `l${(index + 1) % lines.length}`).insert(0, elsewhere)
  const place = { kind: 'words' as const, elementId: `l${index}`, from, to: from + words.length }
  return carry([place], content, shownContent(now.text), { before: then, after: now })[0]
}

function textOf(parent: Y.XmlFragment, id: string): Y.XmlText {
  for (const node of parent.createTreeWalker((one) => one instanceof Y.XmlElement)) {
    const text = node instanceof Y.XmlElement && node.getAttribute('id') === id ? node.get(0) : null
    if (text instanceof Y.XmlText) return text
  }
  throw new Error(`no line ${id}`)
}

test.each([
  ['uses a hydrogen reductant', 'runs a plasma of nitrogen'],
  ['polymer residue, and copper oxide', 'organic contamination'],
  ['prepares the surface', 'cleans the whole front side'],
  ['equipment that was delivered before', 'machines which customers got, earlier'],
  ['on information from industry', 'upon what, companies told us'],
  ['hydrogen reductant to deposit', 'plasma, cold, to grow'],
])('words typed over %j are all of %j', (words, typed) => {
  const all = { condition: 'text-changed', quote: typed }
  expect(typedOver(words, typed)).toMatchObject(all)
  // Letters of them that were typed in another line leave the answer to the living text alone.
  expect(typedOver(words, typed, words.slice(1, 5))).toMatchObject(all)
})

/** ANCHOR_SEED and ANCHOR_SCRIPTS try others. */
const seed = Number(process.env.ANCHOR_SEED ?? 20261130)
const replacements = Number(process.env.ANCHOR_SCRIPTS ?? 400)
const vocabulary =
  'any cleans cold companies front got, gas growth machines nitrogen of plasma runs side told upon which'.split(
    ' ',
  )

test(`words that are typed over others are not cut, whatever they are (seed ${seed})`, () => {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const cut: string[] = []
  for (let n = 0; n < replacements; n++) {
    const line = lines[below(lines.length)] ?? ''
    const all = line.split(' ')
    const first = below(all.length - 2)
    const words = all.slice(first, first + 2 + below(4)).join(' ')
    const count = 2 + below(5)
    const typed = Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(
      ' ',
    )
    const letters = below(2) === 0 && words.length > 16 ? words.slice(1, 5) : ''
    const placement = typedOver(words, typed, letters)
    if (placement?.quote !== typed || placement.condition !== 'text-changed') {
      cut.push(`${words} → ${typed}: ${placement?.condition} ${placement?.quote}`)
    }
  }
  expect(cut).toEqual([])
})
