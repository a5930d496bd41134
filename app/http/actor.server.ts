import { redirect } from '@remix-run/node'
import type { Actor, Visitor } from '#app/access/actor.ts'

/** The signed-in person, or a redirect to the sign-in page that comes back here. */
export function requireActor(context: { actor: Visitor }, request: Request): Actor {
  if (context.actor) return context.actor
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?return=${encodeURIComponent(pathname + withoutData(search))}`)
}

/** Remix names the loader in `_data`; nobody wants to come back to that. */
function withoutData(search: string): string {
  const parameters = new URLSearchParams(search)
  parameters.delete('_data')
  const rest = parameters.toString()
  return rest ? `?${rest}` : ''
}
