import type { LoaderFunctionArgs } from '@remix-run/node'
import { noteAnswer } from '#app/http/desk-papers.server.ts'

/** An information note, as PDF. */
export function loader(asked: LoaderFunctionArgs) {
  return noteAnswer(asked, 'pdf')
}
