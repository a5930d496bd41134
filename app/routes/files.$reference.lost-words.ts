import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findLostWords } from '#app/queries/lost-words.server.ts'

/** What lost its place in a draft, asked by its editor after the structure of the text has changed. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { deps, wordHistories } = context
  const found = await findLostWords(deps, wordHistories, actor, requireReference(params))
  if (!found.ok) throw refusal(found)
  const { lost, doubled, stranded, struck } = found
  return json({ lost, doubled, stranded, struck }, { headers: { 'Cache-Control': 'no-store' } })
}
