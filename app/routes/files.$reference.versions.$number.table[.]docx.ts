import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '#app/http/download.ts'
import { compiledPaper } from '#app/http/table-papers.server.ts'
import { sheetFile } from '#app/word/write/sheet-file.server.ts'

/** The compiled table as it is filtered on the screen, for Word. */
export async function loader(asked: LoaderFunctionArgs) {
  const { words, sheet, name } = await compiledPaper(asked)
  return download(`${name}.docx`, await sheetFile(words, sheet))
}
