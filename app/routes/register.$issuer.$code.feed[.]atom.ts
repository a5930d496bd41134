import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerWithFeed } from '#app/http/feed.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import { formatFor } from '#app/messages/format.ts'
import { entryAddress } from '#app/open-data/addresses.ts'
import { someFacts } from '#app/open-data/parameters.ts'

/** What becomes known of an entry. */
export function loader(asked: LoaderFunctionArgs) {
  const read = openData.read(asked, someFacts)
  if (!read.ok) return read.refused
  const { issuer = '', code = '' } = asked.params
  if (!isMemberState(issuer) || code.includes('\0')) return openData.refused(asked, 'not-found')
  const { t, stateName } = formatFor('en')
  return answerWithFeed(asked, {
    ...read.values,
    of: { kind: 'entry', issuer, key: code },
    about: t('open-data.feed-of-entry', { code, state: stateName(issuer) }),
    alternate: entryAddress(issuer, code),
  })
}
