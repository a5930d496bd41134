import type { LoaderFunctionArgs } from '@remix-run/node'
import { pdfDownload } from '#app/http/paper.server.ts'
import { compiledPaper } from '#app/http/table-papers.server.ts'
import { sheetPdf } from '#app/pdf/sheet-pdf.server.ts'

/** The compiled table as it is filtered on the screen, as PDF. */
export async function loader(asked: LoaderFunctionArgs) {
  const { words, sheet, name } = await compiledPaper(asked)
  return pdfDownload(name, await sheetPdf(words, sheet))
}
