import type { LoaderFunctionArgs } from '@remix-run/node'
import { compilationAnswer } from '#app/http/desk-papers.server.ts'

/** A compilation as it is printed, for Word. */
export function loader(asked: LoaderFunctionArgs) {
  return compilationAnswer(asked, 'docx')
}
