import type { LoaderFunctionArgs } from '@remix-run/node'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { findPublicMeasure, type PublicMeasure } from '#app/queries/public-measure.server.ts'
import { openData } from './open-data.server.ts'

/** The published measure that an address names, or why there is no answer. */
export async function askedMeasure(
  asked: LoaderFunctionArgs,
): Promise<{ ok: true; measure: PublicMeasure } | { ok: false; refused: Response }> {
  const { context, params } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read
  const reference = referenceFromAddress(params.reference ?? '')
  const measure = reference ? await findPublicMeasure(context.deps, reference) : null
  return measure?.ok
    ? { ok: true, measure }
    : { ok: false, refused: openData.refused(asked, 'not-found') }
}
