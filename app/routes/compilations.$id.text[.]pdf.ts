import type { LoaderFunctionArgs } from '@remix-run/node'
import { compilationAnswer } from '#app/http/desk-papers.server.ts'

/** A compilation as it is printed, as PDF. */
export function loader(asked: LoaderFunctionArgs) {
  return compilationAnswer(asked, 'pdf')
}
