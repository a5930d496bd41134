import type { PaperMaking } from '#app/paper/head.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { textOf } from './text-pdf.server.ts'
import { type MadePdf, writePdf } from './write-pdf.server.ts'

/** A paper from its beginning to its end, as PDF. */
export function paperPdf(
  { words, origin }: PaperMaking,
  { head, blocks }: WrittenPaper,
): Promise<MadePdf> {
  return writePdf(words, {
    head,
    content: textOf(
      blocks.map((block) => ({ block, ending: [] })),
      origin,
    ),
  })
}
