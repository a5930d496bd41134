import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findKnownCodes } from '#app/queries/known-codes.server.ts'
import { isWrittenCode } from '#app/text/references.ts'

/** More than stand in a line or are pasted at once; what is above is asked for again. */
const mostCodes = 50

/** What codes in a draft mean (`?code=3B801&code=…`), asked by its editor. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = new URL(request.url).searchParams.getAll('code')
  const codes = asked.filter(isWrittenCode).slice(0, mostCodes)
  const answer = await findKnownCodes(context.deps, actor, requireReference(params), codes)
  if (!answer.ok) throw refusal(answer)
  return json(answer.known, { headers: { 'Cache-Control': 'no-store' } })
}
