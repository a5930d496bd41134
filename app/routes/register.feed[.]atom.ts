import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerWithFeed } from '#app/http/feed.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { codeKey } from '#app/measures/entry-identity.ts'
import { formatFor } from '#app/messages/format.ts'
import { allFacts } from '#app/open-data/parameters.ts'

/** What becomes known of everything, or of all entries under a code. */
export function loader(asked: LoaderFunctionArgs) {
  const read = openData.read(asked, allFacts)
  if (!read.ok) return read.refused
  const { code, ...page } = read.values
  const key = code === null ? null : codeKey(code.replaceAll('\0', ''))
  if (key === null)
    return answerWithFeed(asked, {
      ...page,
      of: { kind: 'all' },
      about: null,
      alternate: '/register',
    })
  return answerWithFeed(asked, {
    ...page,
    of: { kind: 'code', key },
    about: formatFor('en').t('open-data.feed-of-code', { code: key }),
    alternate: `/register?q=${encodeURIComponent(key)}`,
  })
}
