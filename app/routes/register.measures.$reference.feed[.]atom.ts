import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerWithFeed } from '#app/http/feed.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { measureAddress } from '#app/open-data/addresses.ts'
import { someFacts } from '#app/open-data/parameters.ts'

/** What becomes known of a measure and its amendments. */
export function loader(asked: LoaderFunctionArgs) {
  const read = openData.read(asked, someFacts)
  if (!read.ok) return read.refused
  const reference = referenceFromAddress(asked.params.reference ?? '')
  if (!reference) return openData.refused(asked, 'not-found')
  return answerWithFeed(asked, {
    ...read.values,
    of: { kind: 'measure', reference },
    about: reference,
    alternate: measureAddress(reference),
  })
}
