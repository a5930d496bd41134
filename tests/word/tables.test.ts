import { expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { identified, idOf, plainText, type ContentNode } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { gridOf } from '#app/text/table-grid.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { readHere } from './read-here.ts'
import {
  comment,
  del,
  from,
  inList,
  p,
  r,
  style,
  to,
  usualNumbering,
  wordFile,
} from './word-file.ts'

/** Tables and lists of documents as what they become, and where that stands. */

const section = (name: string) => p(style('berschrift1'), r(name))
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const cell = (words: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words.startsWith('<') ? words : p('', r(words))}</w:tc>`
const simple = (words: string) => table(row(cell(words), cell('and')))

function read(body: string) {
  const { content } = readHere(wordFile({ body, numbering: usualNumbering }))
  expect(checkContent(content).ok).toBe(true)
  return content
}

const indented = (steps: number) => `<w:ind w:left="${steps * 360}"/>`

/** Each of a type by its first words, with the kinds of what it stands in from the entry on. */
function standing(node: ContentNode, type: string, around: readonly string[] = []): string[] {
  const words = plainText(node).split('\n')[0]
  if (node.type === type) return [`${words} in ${around.join(' ')}`]
  const named = ['entry', 'point', 'note'].includes(node.type) ? [...around, node.type] : around
  return (node.content ?? []).flatMap((child) => standing(child, type, named))
}

test('a table stands in the entry, point or note that it follows', () => {
  const content = read(
    section('Controlled items') +
      simple('before any entry') +
      p(style('Own'), r('3B930 Equipment')) +
      simple('below the heading') +
      p(inList(1), r('Scanners:')) +
      simple('in a point') +
      p(inList(1, 1), r('with an overlay;')) +
      simple('in its point') +
      p('', r('Note: As follows:')) +
      simple('in a note') +
      p('', r('1. one')) +
      simple('in a point of the note') +
      p(inList(1), r('Masks.')) +
      p('', r('N.B.: See this.')) +
      simple('behind the last note') +
      section('Grounds') +
      simple('in a section'),
  )
  expect(standing(content, 'table')).toEqual([
    'in a section in ',
    'before any entry in ',
    'below the heading in entry',
    'in a point in entry point',
    'in its point in entry point point',
    'in a note in entry point note',
    'in a point of the note in entry point note point',
    'behind the last note in entry note',
  ])
})

test('a list with bullets stands in the entry, point or note that it follows, and keeps signs where it is too deep', () => {
  const bullet = (words: string) => p(inList(2), r(words))
  const points = Array.from({ length: 16 }, (_, at) =>
    p(indented(at), r(`${at % 2 ? 1 : 'a'}. x:`)),
  )
  const content = read(
    section('Controlled items') +
      p(style('Own'), r('3B930 Equipment')) +
      bullet('in the entry') +
      p(inList(1), r('Scanners:')) +
      bullet('in a point') +
      p(inList(1), r('Masks.')) +
      p('', r('N.B.: See this.')) +
      bullet('in a note') +
      p(style('Own'), r('3B931 Others')) +
      points.join('') +
      bullet('deep') +
      p(inList(2, 1), r('deeper')),
  )
  expect(standing(content, 'bulletList')).toEqual([
    'in the entry in entry',
    'in a point in entry point',
    'in a note in entry note',
  ])
  expect(plainText(content).split('\n').slice(-2)).toEqual(['• deep', '– deeper'])
})

test('a table goes as deep as a text may, and stands beside a note that is deeper', () => {
  const around = ['entry', ...Array<string>(16).fill('point')].join(' ')
  const points = Array.from({ length: 16 }, (_, at) =>
    p(indented(at), r(`${at % 2 ? 1 : 'a'}. x:`)),
  )
  const begun = section('Controlled items') + p(style('Own'), r('3B931 Equipment'))
  const content = read(begun + points.join('') + table(row(cell(p(inList(2), r('in a point'))))))
  expect(standing(content, 'table')).toEqual([`• in a point in ${around}`])
  const noted = read(begun + points.join('') + p(indented(16), r('Note: x:')) + simple('by a note'))
  expect(standing(noted, 'table')).toEqual([`by a note in ${around}`])
})

test('rows that are to come part no cell that is merged down, and leave no columns behind', () => {
  const change = (kind: 'ins' | 'del') => `<w:trPr><w:${kind} w:id="1" w:author="A"/></w:trPr>`
  const restart = '<w:vMerge w:val="restart"/>'
  const two = '<w:gridSpan w:val="2"/>'
  const content = read(
    table(
      row(cell('a', restart), cell('b', two)),
      `<w:tr>${change('ins')}${cell('', '<w:vMerge/>')}${cell('new')}${cell('new')}</w:tr>`,
      `<w:tr>${change('del')}${cell('', '<w:vMerge/>')}${cell('c', two)}</w:tr>`,
    ),
  )
  const [made] = (content.content ?? []).flatMap((part) => part.content ?? [])
  const spans = (made?.content ?? []).map(({ content: cells = [] }) =>
    cells.map((each) => [plainText(each), each.attrs?.colspan, each.attrs?.rowspan]),
  )
  expect(spans).toEqual([
    [
      ['a', undefined, 2],
      ['b', undefined, undefined],
    ],
    [['c', undefined, undefined]],
  ])
})

test('everything in a table has an id of its own, and its words are elements', () => {
  const content = read(simple('one') + p('', r('between')) + simple('two'))
  const ids: string[] = []
  const see = (node: ContentNode) => {
    if (identified.has(node.type)) ids.push(idOf(node))
    for (const child of node.content ?? []) see(child)
  }
  see(content)
  expect(ids).not.toContain('')
  expect(new Set(ids).size).toBe(ids.length)
  const cells = elementsOf(content).filter((element) => element.cell)
  expect(cells.map(({ text, cell: at }) => [text, at?.table, at?.row, at?.column])).toEqual([
    ['one', 1, 1, 1],
    ['and', 1, 1, 2],
    ['two', 2, 1, 1],
    ['and', 2, 1, 2],
  ])
})

test('cells stand in the columns in which Word shows them', () => {
  const restart = '<w:vMerge w:val="restart"/>'
  const goesOn = '<w:vMerge/>'
  const two = '<w:gridSpan w:val="2"/>'
  const content = read(
    table(
      row(cell('a', restart), cell('b'), cell('c', two + restart)),
      row(cell('', goesOn), cell('d'), cell('', two + goesOn)),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('e', two)}${cell('f')}</w:tr>`,
      // It covers other columns than the one above, and so begins anew.
      row(cell('', goesOn), cell('g', two), cell('h', goesOn)),
    ),
  )
  const [made] = (content.content ?? []).flatMap((part) => part.content ?? [])
  const laid = gridOf(made ?? { type: 'table' }).map(({ cells }) =>
    cells.map(
      ({ cell: each, column, colspan, rowspan }) =>
        `${plainText(each)} at ${column}, ${colspan} × ${rowspan}`,
    ),
  )
  expect(laid).toEqual([
    ['a at 0, 1 × 2', 'b at 1, 1 × 1', 'c at 2, 2 × 2'],
    ['d at 1, 1 × 1'],
    [' at 0, 1 × 1', 'e at 1, 2 × 1', 'f at 3, 1 × 1'],
    [' at 0, 1 × 1', 'g at 1, 2 × 1', 'h at 3, 1 × 1'],
  ])
})

test('whatever tables hold, every word comes in once, and what is said and changed stays on its words', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
  console.log(`seed ${seed}`)
  const pick = seededRandom(seed)
  for (let round = 0; round < 100; round++) {
    let count = 0
    const some = (least: number, most: number, make: () => string) =>
      Array.from({ length: least + pick(most - least + 1) }, make)
    const line = () => {
      const properties = [
        '',
        '',
        inList(1),
        inList(2, pick(2)),
        inList(3),
        style('berschrift1'),
        '<w:ind w:left="720"/>',
      ]
      const words = ['', 'a. ', '1. ', 'Note: ', '3B001 ', 'Note to 3B001.a: '][pick(6)] ?? ''
      const own = `word${++count}.`
      const said = pick(2) === 0 ? del(own) : r(own)
      return p(properties[pick(properties.length)] ?? '', r(words), from(count), said, to(count))
    }
    const merged = () =>
      ['', '', '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', '<w:vMerge/>'][pick(5)] +
      (['', '', '', '<w:hMerge/>'][pick(4)] ?? '')
    const oneTable = (deep: number): string =>
      table(
        ...some(1, 3, () =>
          row(
            ...some(1, 3, () =>
              cell(
                some(1, 3, () => (deep > 0 && pick(4) === 0 ? oneTable(deep - 1) : line())).join(
                  '',
                ),
                merged(),
              ),
            ),
          ),
        ),
      )
    const body = [
      section('Controlled items'),
      ...some(0, 1, () => p('', r('3B940 Equipment:'))),
      ...some(1, 6, () => (pick(2) === 0 ? oneTable(2) : line())),
    ]
    const comments = Array.from({ length: count }, (_, at) => comment(at + 1, `on word${at + 1}.`))
    const file = { body: body.join(''), numbering: usualNumbering, comments: comments.join('') }
    const { content, comments: said, proposals } = readHere(wordFile(file))
    expect(checkContent(content).ok).toBe(true)
    const plain = plainText(content)
    const each = Array.from({ length: count }, (_, at) => `word${at + 1}`)
    expect((plain.match(/word\d+/g) ?? []).toSorted()).toEqual(each.toSorted())
    for (const { place, text } of said)
      expect(`on ${place ? plain.slice(place.from, place.to) : 'nothing'}`).toBe(text)
    for (const { from, to, before } of proposals) expect(plain.slice(from, to)).toBe(before)
  }
})
