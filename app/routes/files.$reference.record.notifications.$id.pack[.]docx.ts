import type { LoaderFunctionArgs } from '@remix-run/node'
import { packAnswer } from '#app/http/pack-papers.server.ts'

/** The pack of a notification, for Word: cover, items and text. */
export function loader(asked: LoaderFunctionArgs) {
  return packAnswer(asked, 'docx')
}
