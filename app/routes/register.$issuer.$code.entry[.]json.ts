import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

/** An entry of the register with all its editions, as data. Asked as the public asks. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { issuer = '', code = '' } = params
  const entry = await findRegisterEntry(context.deps, null, issuer, code)
  if (!entry.ok) throw refusal(entry)
  const { today, key, heading, editions, authorities } = entry
  return openData.json({
    notice: openData.notice,
    on: today,
    issuer,
    code: entry.code,
    key,
    heading,
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
