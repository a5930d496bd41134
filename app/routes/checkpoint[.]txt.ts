import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findCheckpointToKeep } from '#app/queries/checkpoint.server.ts'

/** The newest signed checkpoint of the record, to be kept elsewhere. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findCheckpointToKeep(context.deps, actor)
  if (!found.ok) throw refusal(found)
  return new Response(found.note, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="checkpoint-${found.size}.txt"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
