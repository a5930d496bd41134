import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { signOut } from '#app/commands/sign-out.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'

/** A link or a reload must not sign anybody out. */
export function loader() {
  return redirect('/')
}

export async function action({ context }: ActionFunctionArgs) {
  await signOut(context.deps, context.sessionId)
  return redirect('/', { headers: { 'Set-Cookie': sessionCookie(context.origin).remove() } })
}
