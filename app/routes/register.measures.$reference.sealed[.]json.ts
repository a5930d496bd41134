import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireReference } from '#app/http/reference.server.ts'
import { sealedAnswer } from '#app/http/sealed.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findSealedAdoption } from '#app/queries/sealed-record.server.ts'

/** The sealed record of an adoption: for anybody once the measure is public, before that for its readers. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const reference = requireReference(params)
  const found = await findSealedAdoption(context.deps, context.actor, reference)
  return sealedAnswer(found, `adoption-${referenceInAddress(reference)}`)
}
