import type { PaperMaking } from '#app/paper/head.ts'
import { piecesOf } from '#app/paper/pieces.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { wordHead, writeWord } from './file.server.ts'
import { Numbers, wordParagraph } from './paragraph.server.ts'

/** A paper from its beginning to its end, for Word. */
export function paperFile(
  { words, origin }: PaperMaking,
  { head, blocks }: WrittenPaper,
): Promise<Uint8Array> {
  const numbers = new Numbers()
  const plain = { bookmarks: [], starts: [], ends: [], change: null, origin }
  return writeWord(words, {
    head,
    version: null,
    children: [
      ...wordHead(head),
      ...blocks.map((block) =>
        wordParagraph({ ...plain, block, pieces: piecesOf(block.runs) }, numbers),
      ),
    ],
  })
}
