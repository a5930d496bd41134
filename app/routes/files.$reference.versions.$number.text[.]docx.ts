import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { download } from '#app/http/download.ts'
import { paperMaking } from '#app/http/paper.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { versionFile } from '#app/word/write/version-file.server.ts'

/** A version for Word, with what was said about it; what is inside the delegation where that is asked for. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const found = await findCommentsRoom(context.deps, actor, reference, requireNumber(params))
  if (!found.ok) throw refusal(found)
  const withInner = new URL(request.url).searchParams.get('inner') === 'on'
  const bytes = await versionFile(await paperMaking(context), found.room, { withInner })
  return download(`${params.reference}-v${found.room.version.number}.docx`, bytes)
}
