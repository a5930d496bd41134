import type { PaperMaking } from '#app/paper/head.ts'
import { piecesOf } from '#app/paper/pieces.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { wordHead, writeWord } from './file.server.ts'
import { Numbers } from './paragraph.server.ts'
import { wordText } from './text.server.ts'

/** A paper from its beginning to its end, for Word. */
export function paperFile(
  { words, origin }: PaperMaking,
  { head, blocks }: WrittenPaper,
): Promise<Uint8Array> {
  const plain = { bookmarks: [], starts: [], ends: [], change: null, origin }
  const paragraphs = blocks.map((block) => ({ ...plain, block, pieces: piecesOf(block.runs) }))
  return writeWord(words, {
    head,
    version: null,
    children: [...wordHead(head), ...wordText(paragraphs, new Numbers())],
  })
}
