import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { referenceFromAddress, referenceInAddress } from '#app/measures/measure.ts'
import { measureAddress } from '#app/open-data/addresses.ts'
import { measuresList, unknownCursor } from '#app/open-data/parameters.ts'
import { measuresPage } from '#app/open-data/schemas.ts'
import { exportMeasures } from '#app/queries/register.server.ts'

/** All published measures, in pages that follow one another by `next`. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const read = openData.read(asked, measuresList)
  if (!read.ok) return read.refused
  const { after, limit } = read.values
  const found = await exportMeasures(context.deps, after && referenceFromAddress(after), limit)
  if (!found.ok) return openData.refused(asked, 'bad-parameters', [unknownCursor])
  const next = found.next && nextPage(context.origin, found.next, limit)
  const measures = found.rows.map((act) => ({
    issuer: act.owner,
    act,
    address: context.origin + measureAddress(act.reference),
  }))
  return openData.json(
    asked,
    measuresPage,
    { notice: openData.notice, next, measures },
    { headers: openData.linkToNext(next) },
  )
}

function nextPage(origin: string, reference: string, limit: number): string {
  return `${origin}/register/measures.json?limit=${limit}&after=${referenceInAddress(reference)}`
}
