import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { editionAddress, measureAddress } from '#app/open-data/addresses.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { measureAnswer } from '#app/open-data/schemas.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'

/** A published measure: act, dates, entries and text. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context, params } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const reference = referenceFromAddress(params.reference ?? '')
  const measure = reference ? await findPublicMeasure(context.deps, reference) : null
  if (!measure?.ok) return openData.refused(asked, 'not-found')
  const { owner, kind, act, language, content, entries } = measure
  const { origin } = context
  return openData.json(asked, measureAnswer, {
    notice: openData.notice,
    issuer: owner,
    address: origin + measureAddress(measure.reference),
    act: { reference: measure.reference, kind, ...act },
    language,
    entries: entries.map((entry) => ({
      ...entry,
      address: origin + editionAddress(owner, entry.key, entry.id),
    })),
    content,
  })
}
