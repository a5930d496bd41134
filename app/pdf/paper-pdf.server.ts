import type { PaperMaking } from '#app/paper/head.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { paragraphOf } from './version-pdf.server.ts'
import { type MadePdf, writePdf } from './write-pdf.server.ts'

/** A paper from its beginning to its end, as PDF. */
export function paperPdf(
  { words, origin }: PaperMaking,
  { head, blocks }: WrittenPaper,
): Promise<MadePdf> {
  return writePdf(words, { head, content: blocks.map((block) => paragraphOf(block, [], origin)) })
}
