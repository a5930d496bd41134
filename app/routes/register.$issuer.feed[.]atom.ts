import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerWithFeed } from '#app/http/feed.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { formatFor } from '#app/messages/format.ts'
import { someFacts } from '#app/open-data/parameters.ts'

/** What becomes known of the controls of a state. */
export function loader(asked: LoaderFunctionArgs) {
  const read = openData.read(asked, someFacts)
  if (!read.ok) return read.refused
  const { issuer = '' } = asked.params
  if (!isMemberState(issuer)) return openData.refused(asked, 'not-found')
  return answerWithFeed(asked, {
    ...read.values,
    of: { kind: 'state', issuer },
    about: formatFor('en').stateName(issuer),
    alternate: `/register?issuer=${issuer}`,
  })
}
