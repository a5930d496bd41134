import type { LoaderFunctionArgs } from '@remix-run/node'
import { aknAct } from '#app/akn/document.ts'
import { askedMeasure } from '#app/http/asked-measure.server.ts'
import { openData } from '#app/http/open-data.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { aknXml } from '#app/open-data/media-types.ts'

/** The text of a published measure in Akoma Ntoso. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const found = await askedMeasure(asked)
  if (!found.ok) return found.refused
  const { measure } = found
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
