import type { LoaderFunctionArgs } from '@remix-run/node'
import { languageLines } from '#app/http/language-papers.server.ts'

/** The lines of a list with their translations, as a table. */
export function loader(args: LoaderFunctionArgs) {
  return languageLines(args)
}
