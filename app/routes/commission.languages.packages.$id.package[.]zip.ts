import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/actor.server.ts'
import { download } from '#app/http/download.ts'
import { paperMaking } from '#app/http/paper.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { oneByOne } from '#app/one-by-one.ts'
import { findPackageTexts } from '#app/queries/language-package.server.ts'
import { languagePackage } from '#app/word/write/language-package.server.ts'

/** Up to 24 documents are written for each: one package after the other. */
const inTurn = oneByOne(4)

/** A package that was handed over, with its manifest. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const texts = await findPackageTexts(context.deps, actor, requireId(params))
  if (!texts.ok) throw refusal(texts)
  const making = await paperMaking(context)
  const bytes = await inTurn(() => languagePackage(making, texts))
  if (!bytes) throw refusal(refuse('papers-waiting'))
  return download(`languages-${texts.page.handedOn}.zip`, bytes)
}
