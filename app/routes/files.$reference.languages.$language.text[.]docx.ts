import type { LoaderFunctionArgs } from '@remix-run/node'
import { languagePaper } from '#app/http/language-papers.server.ts'

/** The entries of a list in a language, as far as they are there. */
export function loader(args: LoaderFunctionArgs) {
  return languagePaper(args, 'translation')
}
