import type { LoaderFunctionArgs } from '@remix-run/node'
import { nextCompilationAnswer } from '#app/http/desk-papers.server.ts'

/** The next compilation as it is prepared, as PDF. */
export function loader(asked: LoaderFunctionArgs) {
  return nextCompilationAnswer(asked, 'pdf')
}
