import type { LoaderFunctionArgs } from '@remix-run/node'
import { pdfDownload } from '#app/http/paper.server.ts'
import { positionsPaper } from '#app/http/table-papers.server.ts'
import { sheetPdf } from '#app/pdf/sheet-pdf.server.ts'

/** The positions on a version, as PDF. */
export async function loader(asked: LoaderFunctionArgs) {
  const { words, sheet, name } = await positionsPaper(asked)
  return pdfDownload(name, await sheetPdf(words, sheet))
}
