import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData, refusedUnlessReadable } from '#app/http/open-data.server.ts'
import { readRegisterAddress } from '#app/http/register-address.ts'
import { standingOf } from '#app/measures/register.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

/**
 * Whether an item is controlled in a state on a day (`on`; today unless told), and on which basis, with
 * all editions of its entry. Asked as the public asks; that nothing is found is no answer to that.
 */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const refused = refusedUnlessReadable(asked)
  if (refused) return refused
  const { issuer = '', code = '' } = params
  const { on } = readRegisterAddress(asked)
  const entry = await findRegisterEntry(context.deps, null, issuer, code, on)
  if (!entry.ok)
    return openData.json(request, { notice: openData.notice, reason: entry.reason }, 404)
  const { key, heading, editions, authorities } = entry
  const standing = standingOf(editions)
  return openData.json(request, {
    notice: openData.notice,
    on: entry.on,
    issuer,
    code: entry.code,
    key,
    heading,
    /** The two questions apart, each with the edition that answers it. */
    nationalControl: standing && {
      state: standing.nationalControl.state,
      edition: standing.nationalControl.edition,
    },
    article10: standing && {
      basis: standing.article10.basis,
      edition: standing.article10.edition,
    },
    editions: editions.map((edition) => ({
      id: edition.id,
      edition: edition.edition,
      nationalControl: {
        state: edition.state,
        inForceFrom: edition.inForceFrom,
        lastDay: edition.lastDay,
        endedOn: edition.endedOn,
        endedBy: edition.endedBy,
        act: edition.act,
      },
      article10: { basis: edition.basis, inCompilation: edition.inCompilation },
      coveredByAnnexI: edition.coverage,
      content: edition.content,
    })),
    competentAuthorities: authorities,
  })
}
