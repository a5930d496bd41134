import type { PaperMaking } from '#app/paper/head.ts'
import type { WrittenPaper } from '#app/paper/written.ts'
import { paperPdf } from '#app/pdf/paper-pdf.server.ts'
import type { MadePdf } from '#app/pdf/write-pdf.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { findPaperTime } from '#app/queries/paper-time.server.ts'
import type { AppContext } from './context.ts'
import { paperFile } from '#app/word/write/paper-file.server.ts'
import { download } from './download.ts'
import { statusOf } from './refusal.server.ts'

/** What every paper is made with, for this answer. */
export async function paperMaking({
  deps,
  origin,
}: Pick<AppContext, 'deps' | 'origin'>): Promise<PaperMaking> {
  return { words: formatFor('en'), now: await findPaperTime(deps), origin }
}

/** A written paper as the file that was asked for. */
export async function paperDownload(
  making: PaperMaking,
  paper: WrittenPaper,
  name: string,
  format: 'docx' | 'pdf',
): Promise<Response> {
  if (format === 'pdf') return pdfDownload(name, await paperPdf(making, paper))
  return download(`${name}.docx`, await paperFile(making, paper))
}

/** A PDF to be kept as a file, or why there is none now: in words, as no page of ours stands around it. */
export function pdfDownload(name: string, made: MadePdf): Response {
  if (made.ok) return download(`${name}.pdf`, made.bytes)
  const { t } = formatFor('en')
  return new Response(t(`refusals.${made.reason}`), {
    status: statusOf(made.reason),
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Retry-After': '60',
    },
  })
}
