import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { paperMaking, pdfDownload } from '#app/http/paper.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { versionPdf } from '#app/pdf/version-pdf.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'

/** A version as PDF, and after it what was said about it; nothing of the inside. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const found = await findCommentsRoom(context.deps, actor, reference, requireNumber(params))
  if (!found.ok) throw refusal(found)
  const made = await versionPdf(await paperMaking(context), found.room)
  return pdfDownload(`${params.reference}-v${found.room.version.number}`, made)
}
