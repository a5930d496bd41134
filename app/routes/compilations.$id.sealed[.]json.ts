import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireId } from '#app/http/reference.server.ts'
import { sealedAnswer } from '#app/http/sealed.server.ts'
import { findSealedCompilation } from '#app/queries/sealed-record.server.ts'

/** The sealed record of a compilation. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const id = requireId(params)
  return sealedAnswer(await findSealedCompilation(context.deps, id), `compilation-${id}`)
}
