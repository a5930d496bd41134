import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { requireId, requireReference } from '#app/http/reference.server.ts'
import { sealedAnswer } from '#app/http/sealed.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findSealedNotification } from '#app/queries/sealed-record.server.ts'

/** The sealed record of a notification, as it had gone out after the last sending that was recorded. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const id = requireId(params)
  const found = await findSealedNotification(context.deps, actor, reference, id)
  return sealedAnswer(found, `notification-${referenceInAddress(reference)}`)
}
