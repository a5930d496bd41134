import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '#app/http/download.ts'
import { positionsPaper } from '#app/http/table-papers.server.ts'
import { sheetFile } from '#app/word/write/sheet-file.server.ts'

/** The positions on a version, for Word. */
export async function loader(asked: LoaderFunctionArgs) {
  const { words, sheet, name } = await positionsPaper(asked)
  return download(`${name}.docx`, await sheetFile(words, sheet))
}
