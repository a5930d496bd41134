import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { download } from '#app/http/download.ts'
import { paperMaking } from '#app/http/paper.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findDraftText } from '#app/queries/draft-text.server.ts'
import { draftFile } from '#app/word/write/draft-file.server.ts'

/** The draft for Word, as it is committed now. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findDraftText(context.deps, actor, requireReference(params))
  if (!found.ok) throw refusal(found)
  const bytes = await draftFile(await paperMaking(context), found.draft)
  return download(`${params.reference}-draft.docx`, bytes)
}
