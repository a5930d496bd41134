import { DOMParser, Fragment, type Node } from 'prosemirror-model'
import { schema } from '#app/text/schema.ts'

/** Stands between the words of two cells, spaces aside: plain text that nobody takes for a word. */
const divider = '|'

/**
 * Reads what is pasted as HTML. A text has no tables: each row of one, as word processors,
 * spreadsheets and web pages write them, becomes a paragraph of its own with its cells divided, so
 * that no cell runs into the next. Empty cells keep their place; a row of nothing else goes.
 */
export const pasteParser = new DOMParser(schema, [
  {
    tag: 'tr',
    node: 'paragraph',
    getAttrs: (row) => cellsOf(row).some(({ size }) => size > 0) && null,
    getContent: (row) => divided(row instanceof Element ? cellsOf(row) : []),
  },
  // A row that was not read above has no words.
  { tag: 'tr', ignore: true },
  ...DOMParser.fromSchema(schema).rules,
])

function cellsOf(row: Element): Fragment[] {
  return [...row.children].filter((cell) => /^t[dh]$/i.test(cell.tagName)).map(wordsOf)
}

/** The words of one cell in one line, with their marks: what stood on lines of its own gets a space. */
function wordsOf(cell: Element): Fragment {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof Element)) return Fragment.empty
  // The schema has no line breaks and would join what they divide.
  for (const br of copy.querySelectorAll('br')) br.replaceWith(' ')
  const words: Node[] = []
  pasteParser.parseSlice(copy).content.descendants((node) => {
    if (node.isText) words.push(node)
    else if (node.isTextblock && node.content.size > 0 && words.length > 0)
      words.push(schema.text(' '))
  })
  const isBlank = words.every((node) => (node.text ?? '').trim() === '')
  return isBlank ? Fragment.empty : Fragment.from(words)
}

function divided(cells: readonly Fragment[]): Fragment {
  return cells.reduce((row, cell, place) => {
    if (place === 0) return cell
    const before = row.size === 0 ? '' : ' '
    const after = cell.size === 0 ? '' : ' '
    return row.append(Fragment.from(schema.text(`${before}${divider}${after}`))).append(cell)
  }, Fragment.empty)
}
