import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerOfEdition } from '#app/http/entry-answers.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { onDay } from '#app/open-data/parameters.ts'
import { editionAnswer } from '#app/open-data/schemas.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

/** One edition of an entry, as the record has a day now. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context, params } = asked
  const read = openData.read(asked, onDay)
  if (!read.ok) return read.refused
  const { issuer = '', code = '', id = '' } = params
  const entry = await findRegisterEntry(context.deps, null, issuer, code, read.values.on)
  const answer = entry.ok ? answerOfEdition(entry, id, context.origin) : null
  if (!answer) return openData.refused(asked, 'not-found')
  return openData.json(asked, editionAnswer, answer)
}
