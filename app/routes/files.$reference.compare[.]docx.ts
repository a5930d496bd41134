import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { download } from '#app/http/download.ts'
import { paperMaking } from '#app/http/paper.server.ts'
import { numberIn, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { redlineFile } from '#app/word/write/redline-file.server.ts'

/** Two versions for Word, as tracked changes. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const asked = { from: numberIn(searchParams, 'from'), to: numberIn(searchParams, 'to') }
  const found = await findComparison(context.deps, actor, requireReference(params), asked)
  if (!found.ok) throw refusal(found)
  const { before, after } = found.comparison
  const bytes = await redlineFile(await paperMaking(context), found.comparison)
  return download(`${params.reference}-v${before.number}-v${after.number}.docx`, bytes)
}
