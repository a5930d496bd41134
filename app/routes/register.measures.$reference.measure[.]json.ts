import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedMeasure } from '#app/http/asked-measure.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { editionAddress, measureAddress } from '#app/open-data/addresses.ts'
import { measureAnswer } from '#app/open-data/schemas.ts'

/** A published measure: act, dates, entries and text. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const found = await askedMeasure(asked)
  if (!found.ok) return found.refused
  const { measure } = found
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
