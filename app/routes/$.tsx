import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusal } from '#app/http/refusal.server.ts'
import { refuse } from '#app/measures/refusals.ts'

/** Every other address: a route of ours, so that the answer keeps the shell of who asks. */
export function loader({ context }: LoaderFunctionArgs): never {
  throw context.isIllFormed
    ? refusal(refuse('malformed-address'))
    : new Response(null, { status: 404 })
}

export function action(): never {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
