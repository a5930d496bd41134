import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { returnAddress } from '#app/http/return-address.ts'

export function loader({ request, context: { actor, mode } }: LoaderFunctionArgs) {
  const returnTo = returnAddress(new URL(request.url).searchParams.get('return'))
  if (mode === 'demo')
    throw redirect(`/sign-in/demonstration?return=${encodeURIComponent(returnTo)}`)
  if (actor) throw redirect(returnTo)
  return { returnTo }
}
