import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findKnownCodes } from '#app/queries/known-codes.server.ts'
import { codesAtOnce, isWrittenCode } from '#app/text/references.ts'

/** What codes in a draft mean (`?code=3B801&code=…`), asked by its editor. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = new URL(request.url).searchParams.getAll('code')
  if (asked.length > codesAtOnce) throw refusal(refuse('invalid-input'))
  const codes = asked.filter(isWrittenCode)
  const answer = await findKnownCodes(context.deps, actor, requireReference(params), codes)
  if (!answer.ok) throw refusal(answer)
  return json(answer.known, { headers: { 'Cache-Control': 'no-store' } })
}
