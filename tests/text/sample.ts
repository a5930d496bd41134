import type { Content, ContentMark, ContentNode } from '#app/text/content.ts'
import type { SectionKey } from '#app/text/grammar.ts'

/** Short ways to write a text in a test. */

type Attributes = NonNullable<ContentNode['attrs']>

export const doc = (...content: ContentNode[]): Content => ({ type: 'doc', content })

export const section = (key: SectionKey, ...content: ContentNode[]): ContentNode => ({
  type: 'section',
  attrs: { id: key, key },
  content,
})

export const run = (text: string, ...marks: ContentMark[]): ContentNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})

const runs = (words: (string | ContentNode)[]) =>
  words.map((word) => (typeof word === 'string' ? run(word) : word))

export const paragraph = (id: string | null, ...words: (string | ContentNode)[]): ContentNode => ({
  type: 'paragraph',
  attrs: { id },
  content: runs(words),
})

export const heading = (id: string | null, ...words: (string | ContentNode)[]): ContentNode => ({
  type: 'entryHeading',
  attrs: { id },
  content: runs(words),
})

export const entry = (attrs: Attributes, ...content: ContentNode[]): ContentNode => ({
  type: 'entry',
  attrs,
  content,
})

export const point = (attrs: Attributes, ...content: ContentNode[]): ContentNode => ({
  type: 'point',
  attrs,
  content,
})

export const note = (attrs: Attributes, ...content: ContentNode[]): ContentNode => ({
  type: 'note',
  attrs,
  content,
})

/** A table of lines, one for each cell; the first row is its heading. Ids are made of that of the table. */
export const table = (id: string, ...rows: (string | null)[][]): ContentNode => ({
  type: 'table',
  attrs: { id },
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    attrs: { id: `${id}r${row}`, ...(row === 0 && { isHeader: true }) },
    content: cells.map((words, column) => {
      const own = `${id}r${row}c${column}`
      const line = paragraph(`${own}p`, ...(words === null ? [] : [words]))
      return { type: 'tableCell', attrs: { id: own }, content: [line] }
    }),
  })),
})

export const bullets = (id: string, ...items: string[]): ContentNode => ({
  type: 'bulletList',
  attrs: { id },
  content: items.map((words, place) => ({
    type: 'listItem',
    attrs: { id: `${id}i${place}` },
    content: [paragraph(`${id}i${place}p`, words)],
  })),
})

/** The Dutch 3B801, cut short, with what an entry can hold. */
export const scanners = doc(
  section('subject', paragraph('s1', 'Amendment of the list of advanced semiconductor equipment')),
  section(
    'items',
    paragraph('i1', 'The list is amended as follows.'),
    entry(
      { id: 'e1', code: '3B801', logic: 'any-of', destinations: null },
      heading('h1', 'Equipment for the manufacture of semiconductor devices'),
      point(
        { id: 'f', label: 'f', logic: 'any-of' },
        paragraph('f0', 'Lithography equipment:'),
        point(
          { id: 'f5', label: '5', logic: 'all-of' },
          paragraph('f5p', 'Align and expose step and scan equipment with all of the following:'),
          point(
            { id: 'f5a' },
            paragraph(
              'f5ap',
              'a light source wavelength ',
              run('≥ 193 nm', { type: 'parameter', attrs: { id: 'k1' } }),
              ';',
            ),
          ),
          point({ id: 'f5b' }, paragraph('f5bp', 'a chuck overlay ≤ 1.50 nm.')),
          note(
            { id: 'n1', kind: 'technical-note' },
            paragraph('n1p', 'The resolution is computed as follows:'),
            point({ id: 'n1a' }, paragraph('n1ap', 'K is 0.35.')),
          ),
        ),
        point({ id: 'f6', notUsed: true }),
      ),
      note({ id: 'n2', kind: 'nb' }, paragraph('n2p', 'See also 3B001.')),
    ),
    entry({ id: 'e2', code: '' }, heading('h2', 'Pellicles')),
  ),
)

/** An entry with tables and lists wherever they may stand. */
export const depositions = doc(
  section(
    'grounds',
    paragraph('g1', 'Compared:'),
    table('tg', ['State', 'Limit'], ['NL', '≤ 45 nm']),
  ),
  section(
    'items',
    entry(
      { id: 'e1', code: '2B805' },
      heading('h1', 'Equipment for deposition'),
      bullets('l1', 'chemical', 'physical'),
      point(
        { id: 'a' },
        paragraph('ap', 'with one of these techniques:'),
        table('ta', ['Technique', 'Substrate'], ['CVD', 'Superalloys'], ['PVD', null]),
        bullets('la', 'in vacuum', 'at 1 300 K or more'),
        point({ id: 'a1' }, paragraph('a1p', 'held automatically;')),
        table('tb', ['Material'], ['Carbides']),
        paragraph('ac', 'whichever is the larger.'),
      ),
      note({ id: 'n1', kind: 'note' }, paragraph('n1p', 'See:'), table('tn', ['Code'], ['2B005'])),
    ),
  ),
)
