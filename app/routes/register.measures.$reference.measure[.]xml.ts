import type { LoaderFunctionArgs } from '@remix-run/node'
import { aknAct } from '#app/akn/document.ts'
import { openData } from '#app/http/open-data.server.ts'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { formatFor } from '#app/messages/format.ts'
import { aknXml } from '#app/open-data/media-types.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'

/** The text of a published measure in Akoma Ntoso. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context, params } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const reference = referenceFromAddress(params.reference ?? '')
  const measure = reference ? await findPublicMeasure(context.deps, reference) : null
  if (!measure?.ok) return openData.refused(asked, 'not-found')
  const { owner, kind, act, language, content, changes } = measure
  const xml = aknAct(
    {
      issuer: owner,
      act: { reference: measure.reference, kind, language, ...act },
      inCompilationOn: act.inCompilationOn,
      changes,
      content,
    },
    { words: formatFor('en'), origin: context.origin, notice: openData.notice },
  )
  return openData.text(asked, xml, { mediaType: `${aknXml}; charset=utf-8` })
}
