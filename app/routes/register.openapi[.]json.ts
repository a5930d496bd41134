import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { openApiOf } from '#app/open-data/openapi.ts'
import { nothing } from '#app/open-data/parameters.ts'

/** What can be asked of the register and what it answers, for programs. */
export function loader(asked: LoaderFunctionArgs) {
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const document = openApiOf(formatFor('en'), asked.context.origin)
  return openData.text(asked, JSON.stringify(document, null, 2), {
    mediaType: 'application/json; charset=utf-8',
  })
}
