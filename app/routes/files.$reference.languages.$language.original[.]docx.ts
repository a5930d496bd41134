import type { LoaderFunctionArgs } from '@remix-run/node'
import { languagePaper } from '#app/http/language-papers.server.ts'

/** The entries of a list as their act has them, to be translated in Word. */
export function loader(args: LoaderFunctionArgs) {
  return languagePaper(args, 'original')
}
