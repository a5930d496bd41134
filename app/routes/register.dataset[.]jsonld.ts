import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { dcatOf } from '#app/open-data/dcat.ts'
import { jsonLd } from '#app/open-data/media-types.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { findLastChange } from '#app/queries/register-facts.server.ts'

/** The register as a data set, for catalogues. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const { origin, register, deps } = context
  const { notice } = openData
  const modified = await findLastChange(deps)
  const dataset = dcatOf(formatFor('en'), { origin, ...register, notice, modified })
  return openData.text(asked, JSON.stringify(dataset, null, 2), { mediaType: jsonLd })
}
