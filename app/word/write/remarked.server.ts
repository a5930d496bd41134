import type { Paragraph } from 'docx'
import type { Block } from '#app/paper/blocks.ts'
import { type Mark, type Numbers, wordParagraph } from './paragraph.server.ts'

const plain: Block = {
  key: '',
  kind: 'line',
  elements: [],
  lineId: null,
  indent: 0,
  isItem: false,
  cell: null,
  numbering: null,
  note: null,
  runs: [],
}

interface Remarked {
  readonly style: string
  readonly text: string
  readonly marks: readonly Omit<Mark, 'at'>[]
  readonly origin: string
}

/** A paragraph of the portal's own words, with what is said on all of them. */
export function remarkedParagraph(
  { style, text, marks, origin }: Remarked,
  numbers: Numbers,
): Paragraph {
  return wordParagraph(
    {
      block: { ...plain, key: style, runs: [{ type: 'text', text }] },
      style,
      pieces: [{ text, marks: [], change: null }],
      bookmarks: [],
      starts: marks.map((mark) => ({ ...mark, at: 0 })),
      ends: marks.map((mark) => ({ ...mark, at: text.length })),
      change: null,
      origin,
    },
    numbers,
  )
}
