import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { packName } from '#app/http/pack-papers.server.ts'
import { requireId, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findNotificationPage } from '#app/queries/notification.server.ts'
import { canonicalJson } from '#app/text/canonical.ts'

/** The pack as it was hashed, byte for byte: `sha256sum` of the file is the hash that was recorded. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const page = await findNotificationPage(context.deps, actor, reference, requireId(params))
  if (!page.ok) throw refusal(page)
  const name = `${packName(referenceInAddress(reference), page.notification.article)}.json`
  return new Response(canonicalJson(page.pack), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
