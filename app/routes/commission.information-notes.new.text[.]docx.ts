import type { LoaderFunctionArgs } from '@remix-run/node'
import { nextNoteAnswer } from '#app/http/desk-papers.server.ts'

/** The next information note as it is prepared, for Word. */
export function loader(asked: LoaderFunctionArgs) {
  return nextNoteAnswer(asked, 'docx')
}
