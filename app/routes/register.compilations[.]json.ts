import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { celexOf, citation, eliOf } from '#app/measures/oj-reference.ts'
import { compilationAddress } from '#app/open-data/addresses.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { compilationsAnswer } from '#app/open-data/schemas.ts'
import { findPublicCompilations } from '#app/queries/register.server.ts'

/** All compilations, the newest first: there are a few in a year. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const { compilations } = await findPublicCompilations(context.deps)
  return openData.json(asked, compilationsAnswer, {
    notice: openData.notice,
    compilations: compilations.map((compilation) => ({
      ...compilation,
      citation: citation(compilation.ojReference, compilation.publishedOn),
      eli: eliOf(compilation.ojReference),
      celex: celexOf(compilation.ojReference, compilation.publishedOn),
      address: context.origin + compilationAddress(compilation.id),
    })),
  })
}
